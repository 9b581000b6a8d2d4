// What the presses of a week do, by their data-do.
import { around, find, part } from "../../dom.js";
import { editOf, moved, toEdit } from "./walk-run-planner.edits.js";
import { daysIn, wrongDays } from "./walk-run-planner.steps.js";

/** @param {Element} pressed */
const weekOf = (pressed) => around(pressed, "[data-week]");

/**
 * @param {() => { state: PlannerState, plan: PlannerPlan }} now What is laid out
 * @param {(weeks: Record<number, string>, number: number, said: string) => void} use Takes the weeks as they are then,
 * with the one that was changed, and what to say of it
 * @returns {Record<string, (pressed: HTMLElement) => void>}
 */
export const changesOf = (now, use) => ({
  repeat(pressed) {
    const { weeks } = now().state;
    const number = Number(weekOf(pressed).dataset.week);
    const edit = editOf(weeks, number);
    const edited = moved(weeks, number + 1, edit.repeat ? -1 : 1);
    edited[number] = toEdit({ ...edit, repeat: !edit.repeat });
    use(edited, number, edit.repeat ? "The week is done once." : "This week comes again the week after.");
  },
  later(pressed) {
    const number = Number(weekOf(pressed).dataset.week);
    const weeks = { ...moved(now().state.weeks, number, 1), [number]: "free" };
    use(weeks, number + 1, "That week is free now. All that follows is a week later.");
  },
  earlier(pressed) {
    const number = Number(weekOf(pressed).dataset.week);
    const { [number - 1]: _, ...others } = now().state.weeks;
    use(moved(others, number, -1), number - 1, "All that follows is a week earlier.");
  },
  days(pressed) {
    const week = weekOf(pressed);
    const number = Number(week.dataset.week);
    const { state, plan } = now();
    const days = daysIn(find(week, "fieldset"));
    const problem = wrongDays(days, plan);
    const error = part(week, "error");
    error.textContent = problem;
    error.hidden = !problem;
    if (problem) return find(week, "input").focus();
    const edit = { ...editOf(state.weeks, number), days: days.join() === state.days.join() ? null : days };
    use({ ...state.weeks, [number]: toEdit(edit) }, number, "This week has its own days.");
  },
});

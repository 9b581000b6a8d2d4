// @ts-check
// What the reader changes in a week: it comes again, it is free, all moves by a week, or it has its own days.
(() => {
  "use strict";

  /**
   * What the reader changed in a week: "free", or "repeat", "days-135", "repeat-days-135".
   * @param {Record<number, string>} weeks
   * @param {number} number
   */
  const editOf = (weeks, number) => {
    const text = weeks[number] ?? "";
    const days = /\d+/.exec(text)?.[0].split("").map(Number);
    return { free: text === "free", repeat: text.startsWith("repeat"), days };
  };

  /** @param {PlannerWeek["edit"]} edit */
  const toEdit = ({ free, repeat, days }) =>
    free ? "free" : [repeat && "repeat", days && `days-${days.join("")}`].filter(Boolean).join("-");

  /**
   * Edits with all from a week on moved by some weeks.
   * @param {Record<number, string>} weeks
   * @param {number} from
   * @param {number} by
   */
  const moved = (weeks, from, by) =>
    Object.fromEntries(
      Object.entries(weeks).map(([number, edit]) => [Number(number) < from ? number : Number(number) + by, edit]),
    );

  /** @param {HTMLElement} pressed */
  const weekOf = (pressed) => Number(pressed.closest("[data-week]").dataset.week);

  /**
   * What the presses of a week do, by their data-do.
   * @param {Planner} planner
   */
  const acts = (planner) => {
    const change = (number, weeks, said) => {
      planner.state.weeks = Object.fromEntries(Object.entries(weeks).filter(([, edit]) => edit));
      planner.changed();
      planner.view.say(said);
      planner.view.focusWeek(number);
    };

    return {
      repeat(pressed) {
        const { weeks } = planner.state;
        const number = weekOf(pressed);
        const edit = editOf(weeks, number);
        const edited = moved(weeks, number + 1, edit.repeat ? -1 : 1);
        edited[number] = toEdit({ ...edit, repeat: !edit.repeat });
        change(number, edited, edit.repeat ? "The week is done once." : "This week comes again the week after.");
      },
      later(pressed) {
        const number = weekOf(pressed);
        const weeks = { ...moved(planner.state.weeks, number, 1), [number]: "free" };
        change(number + 1, weeks, "That week is free now. All that follows is a week later.");
      },
      earlier(pressed) {
        const number = weekOf(pressed);
        const { [number - 1]: _, ...others } = planner.state.weeks;
        change(number - 1, moved(others, number, -1), "All that follows is a week earlier.");
      },
      days(pressed) {
        const number = weekOf(pressed);
        const week = pressed.closest("[data-week]");
        const days = PlannerChoices.daysIn(week.querySelector("fieldset"));
        const problem = PlannerChoices.wrongDays(days, planner.laid.plan);
        const error = planner.part("error", week);
        error.textContent = problem;
        error.hidden = !problem;
        if (problem) return week.querySelector("input").focus();
        const { weeks, days: usual } = planner.state;
        const edit = { ...editOf(weeks, number), days: days.join() === usual.join() ? null : days };
        change(number, { ...weeks, [number]: toEdit(edit) }, "This week has its own days.");
      },
    };
  };

  Object.assign(globalThis, { PlannerEdits: { acts, editOf, moved, toEdit } });
})();

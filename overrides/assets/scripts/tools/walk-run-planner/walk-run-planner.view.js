// What the planner shows: its parts, one of its sentences, and the weeks as walk-run-planner.weeks.js laid them out.
import { bySpeed } from "../../decisions/decision-result.js";
import * as Ticks from "../../decisions/ticks.js";
import { all, copyOf, find, part, tell } from "../../dom.js";
import { printWith } from "../../printing.js";
import { describe } from "./walk-run-planner.choices.js";
import { Sheet, WEEKS_ON_A_SHEET } from "./walk-run-planner.sheet.js";
import { dayOf, sayDay, textOf, today } from "./walk-run-planner.weeks.js";

export class View {
  /** @param {HTMLElement} root @param {PlannerData} data */
  constructor(root, data) {
    this.root = root;
    this.data = data;
    this.sheet = new Sheet(root, data);
  }

  /** @param {string} name */
  part(name) {
    return part(this.root, name);
  }

  /** @param {string} name */
  form(name) {
    return part(this.root, name, HTMLFormElement);
  }

  /** @param {string} name @param {unknown} shown */
  toggle(name, shown) {
    this.part(name).hidden = !shown;
  }

  /** Tells a screen reader what changed. @param {string} text */
  say(text) {
    this.part("status").textContent = text;
  }

  /** Shows one of the sentences below the weeks, or none. @param {string} [what] */
  tell(what) {
    tell(this.root, what);
  }

  /** Two weeks or all of them. @param {boolean} shown */
  showAll(shown) {
    const { length } = all(this.part("weeks"), "[data-week]");
    this.part("weeks").toggleAttribute("data-all", shown);
    this.toggle("all", length > WEEKS_ON_A_SHEET);
    find(this.part("all"), "button").textContent = shown ? "Show two weeks only" : `Show all ${length} weeks`;
  }

  showsAll() {
    return "all" in this.part("weeks").dataset;
  }

  /** What comes after the session that was noted last, with the signs that were ticked. @param {string | null} outcome @param {string[]} [ids] */
  showAfter(outcome, ids = []) {
    const place = this.part("after");
    describe(place, this.data.next.id, outcome);
    this.toggle("after", outcome);
    const lines = bySpeed(this.root, this.data.next.questions.flatMap(Ticks.signsOf).filter(({ id }) => ids.includes(id)));
    if (!outcome || !lines.length) return;
    const ticked = copyOf(part(this.root, "ticked", HTMLTemplateElement));
    find(ticked, "ul").append(...lines);
    place.prepend(ticked);
  }

  /** The session of today, or the one that is not noted yet, or that there is none. @param {PlannerLaid} laid */
  showNext({ plan, next, stopped, weeks }) {
    this.toggle("next", next);
    this.toggle("end", !next && !stopped);
    if (!next) return;
    const now = today();
    const when = next.day === now ? "today" : next.day < now ? "before" : "later";
    for (const words of all(this.part("next"), "[data-when]")) words.hidden = words.dataset.when !== when;
    this.part("next-day").textContent = sayDay(next.day);
    this.part("next-session").replaceChildren(...this.sheet.session(plan, next));
    const others = weeks.flatMap(({ slots }) =>
      slots.flatMap((slot) => (slot.day === now && slot.kind !== "session" ? [this.sheet.other(plan, slot)] : [])),
    );
    this.part("today-holds").replaceChildren(...others);
    this.toggle("today", others.length);
    this.part("felt-words").textContent = next.note ? this.sheet.noteWords(next) : "";
    this.part("undo-felt").dataset.day = textOf(next.day);
  }

  /** @param {PlannerState} state @param {PlannerLaid} laid */
  showWeeks(state, laid) {
    const { plan, weeks, sessions, stopped } = laid;
    const noted = sessions.filter(({ note }) => note).length;
    this.part("title").textContent = `Your weeks: ${plan.title}`;
    this.part("sum").textContent =
      `${sessions.length} sessions in ${weeks.length} weeks, from ${sayDay(dayOf(state.start) ?? 0)} ` +
      `to ${sayDay(sessions.at(-1)?.day ?? 0)}. ${noted} noted.`;
    this.toggle("runs-key", !plan.walks);
    this.toggle("walks-key", plan.walks);
    this.showNext(laid);
    this.showAfter(stopped, sessions.findLast(({ note }) => note)?.ticked);
    this.toggle("jump-key", sessions.some(({ jump }) => jump));
    this.part("weeks").replaceChildren(...this.sheet.draw(laid));
    this.showAll(this.showsAll());
  }

  /** The focus goes to a week that was changed, wherever it now is. @param {number} number */
  focusWeek(number) {
    const [week] = all(this.root, `[data-week="${number}"]`);
    if (!week) return;
    if (!week.closest("[data-now]")) this.showAll(true);
    this.sheet.headingIn(week).focus();
  }

  /** On paper stand the weeks alone, two or all. @param {string} what A class of the page */
  printOnly(what) {
    printWith([document.documentElement, "prints-planner", what]);
  }
}

// After a session: how it went is told with one press, and its signs are ticked screen by screen before the plan goes on.
// The screens, and what goes along from other tools of a visit, are those of every tool (decisions/).
import { decide } from "../../decisions/decisions.js";
import { Result } from "../../decisions/decision-result.js";
import { complain, fillTicks, onTick, pressedIn, ticksIn } from "../../decisions/decision-tool.form.js";
import * as Ticks from "../../decisions/ticks.js";
import * as Visit from "../../decisions/visit.js";
import { all, find, part } from "../../dom.js";
import { asks, fromNote, weighed } from "./walk-run-planner.rules.js";

export class After {
  /** @type {Ticks.Given} */
  given = { answers: {}, told: {} };
  /** @type {string[]} The questions that were answered in another tool of this visit */
  carried = [];
  /** @type {number | null} The day whose signs are asked */
  day = null;
  at = "";
  screen = 0;

  /** @param {HTMLElement} root @param {PlannerData} data */
  constructor(root, data) {
    this.root = root;
    this.data = data;
    this.result = new Result(root, data.next);
    root.addEventListener("change", onTick);
  }

  /** Asks about a session of which it was noted how it went; what was ticked of it already stays. @param {PlannerSessionSlot | null} slot */
  ask(slot) {
    const open = slot?.open ? slot : null;
    if (open && open.day !== this.day) this.begin(open);
    this.day = open && open.day;
    part(this.root, "done").hidden = Boolean(open);
    part(this.root, "signs").hidden = !open;
    if (open) this.draw();
  }

  /** Shows the answers to how it went, or folds them. @param {boolean} [shown] The other of the two, without it */
  askHow(shown = Boolean(part(this.root, "how").hidden)) {
    part(this.root, "how").hidden = !shown;
    const button = find(this.root, "[data-do=done]");
    button.ariaExpanded = String(shown);
    if (shown) button.scrollIntoView();
  }

  /** @param {PlannerSessionSlot} slot */
  begin({ note = "", told }) {
    const felt = Object.entries(fromNote(this.data, note) ?? {}).filter(([id]) => !this.result.question(id).screens.length);
    const { answers, told: signs } = Visit.carried(this.data.next, Visit.read(), Date.now());
    const facts = asks(this.data).filter(({ fact }) => fact).map(({ id }) => id); // what is not one is asked of each session
    /** @template V @param {Record<string, V>} some */
    const of = (some) => Object.fromEntries(Object.entries(some).filter(([id]) => facts.includes(id)));
    this.given = { answers: { ...told, ...of(answers), ...Object.fromEntries(felt) }, told: of(signs) };
    this.carried = Object.keys(of(answers));
    this.askHow(false);
  }

  /** The answers and the ticked signs once they say what comes next; null until then. @param {Answers} told */
  said(told) {
    const { shown, given } = weighed(this.data.next, told, this.given.answers);
    if (!shown.every((id) => id in given)) return null;
    const ticked = Ticks.allTicked(this.data.next, this.given).map(({ id }) => id);
    return { answers: Object.fromEntries(shown.map((id) => [id, String(given[id])])), ticked };
  }

  draw() {
    const { next } = this.data;
    const { told, answers } = this.given;
    const run = decide(next, next.tables[0], answers);
    this.at = run.decided ? "" : run.matter.find((id) => this.result.question(id).screens.length) ?? "";
    this.screen = this.at ? Math.max(0, Ticks.openScreen(this.result.question(this.at), told[this.at] ?? {})) : 0;
    for (const form of all(this.root, "form", HTMLFormElement)) {
      form.hidden = form.dataset.question !== this.at || Number(form.dataset.screen) !== this.screen;
      if (form.hidden) continue;
      fillTicks(form, this.result.question(this.at).screens[this.screen], told[this.at]);
      complain(this.root, form, "");
    }
    this.result.showCarried(this.given, this.carried);
  }

  /** Takes what is said on a screen, or says what is wrong with it. @param {SubmitEvent} event */
  take(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const found = ticksIn(form, pressedIn(event));
    if ("problem" in found) {
      complain(this.root, form, found.problem);
      part(this.root, "errors").focus();
      return false;
    }
    const question = this.result.question(this.at);
    const { now, given } = Ticks.given(question, this.screen, found.values, this.given);
    this.given = given;
    if (question.fact) Visit.write(Visit.noted(Visit.read(), question, { answers: {}, told: { [this.at]: now } }, Date.now()));
    this.draw();
    return true;
  }

  /** Asks again what was answered elsewhere. @param {string} id */
  change(id) {
    const { [id]: _, ...answers } = this.given.answers;
    const { [id]: __, ...told } = this.given.told;
    this.given = { answers, told };
    this.carried = this.carried.filter((one) => one !== id);
    this.draw();
  }

  focus() {
    find(this.root, "form:not([hidden]) .decision-question__ask").focus({ preventScroll: true });
    part(this.root, "signs").scrollIntoView();
  }
}

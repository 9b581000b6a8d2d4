// The planner's questions: shows those that can still matter, says which ladder or none, and takes the choices.
import * as Answers from "../../decisions/answers.js";
import { positionOf } from "../../decisions/attainable.js";
import { Result } from "../../decisions/decision-result.js";
import * as Visit from "../../decisions/visit.js";
import { all, byId, find, made, part, raised, twin } from "../../dom.js";
import * as Drafts from "../../drafts.js";
import { complain, fieldIn, FIELDS } from "./walk-run-planner.fields.js";
import { outcomeOf, weighed } from "./walk-run-planner.rules.js";
import { minutes, rungOf } from "./walk-run-planner.sheet.js";
import { beginsAt, daysIn, firstsOf, lastLike, wrongDays } from "./walk-run-planner.steps.js";
import { dayOf, textOf, today, weekday } from "./walk-run-planner.weeks.js";

const FARTHEST_DAYS = 2 * 365;
const DRAFT = "planner.choices"; // what is chosen stays for this visit

/**
 * Shows a result of a table as it is described in the page, with headings that fit the place.
 * @param {HTMLElement} place @param {string} table @param {string | null} outcome
 */
export const describe = (place, table, outcome) => {
  place.replaceChildren();
  if (!outcome) return;
  const one = twin(byId(`${table}-outcome-${outcome}`));
  one.removeAttribute("id");
  const headings = all(one, "h2, h3, h4, h5, h6");
  const up = Number(headings[0]?.tagName[1]) - Number(place.dataset.level);
  for (const old of headings) old.replaceWith(Object.assign(raised(old, up), { className: old.className }));
  place.append(one);
};

/** @typedef {import("./walk-run-planner.fields.js").Problem} Problem */

export class Choices {
  /** @type {string[]} The questions that were answered in another tool of this visit */
  carried = [];

  /**
   * @param {HTMLFormElement} form @param {PlannerData} data
   * @param {(text: string) => void} say Tells a screen reader what changed
   */
  constructor(form, data, say) {
    this.form = form;
    this.data = data;
    this.say = say;
    this.questions = data.ladder.questions;
    this.result = new Result(form, data.ladder);
    form.addEventListener("input", () => {
      this.weigh();
      this.keep();
    });
  }

  /** @param {string} id */
  fieldOf(id) {
    return fieldIn(this.form, id);
  }

  /** @param {string} name */
  valueOf(name) {
    return /** @type {HTMLInputElement | HTMLSelectElement} */ (part(this.form, name));
  }

  /** Where a reader begins: at the first question that is asked. */
  first() {
    return find(this.form, `${FIELDS}:not([hidden]) :is(select, input)`);
  }

  // What is answered

  /** @param {Question} question @returns {Answer | undefined} */
  answerOf(question) {
    const field = this.fieldOf(question.id);
    if (!question.options) return Answers.read(question, find(field, "input", HTMLInputElement).value, false);
    const chosen = field.querySelector(":checked");
    return field.querySelector("select")?.value ?? (chosen instanceof HTMLInputElement ? chosen.value : undefined);
  }

  /** The answers that are clear by now, in the order of asking; open ones are left out. */
  answered() {
    /** @type {Answers} */
    const answers = {};
    for (const question of this.questions) {
      const answer = this.answerOf(question);
      if (answer !== undefined && positionOf(question, answer) !== null) answers[question.id] = answer;
    }
    return answers;
  }

  /** Which ladder, which questions count for it, and the answers to those. */
  weighing() {
    const { ladder, plans } = this.data;
    const answers = this.answered();
    const { shown, given } = weighed(ladder, {}, answers);
    const outcome = outcomeOf(ladder, given)?.id ?? "";
    const plan = Object.hasOwn(plans, outcome) ? plans[outcome] : null;
    const begins = plan?.begins && !shown.includes(plan.begins) ? [plan.begins] : [];
    for (const id of begins) {
      const answer = answers[id];
      if (answer !== undefined) given[id] = answer;
    }
    return { outcome, plan, shown: [...shown, ...begins], given };
  }

  /** The ladder's id, or null; on the way, what the form shows. */
  weigh() {
    const { outcome, plan, shown, given } = this.weighing();
    for (const { id } of this.questions) this.fieldOf(id).hidden = !shown.includes(id) || this.carried.includes(id);
    this.result.showCarried({ answers: this.answered(), told: {} }, this.carried.filter((id) => shown.includes(id)));
    const ladder = part(this.form, "ladder");
    if (ladder.dataset.outcome !== outcome) {
      ladder.dataset.outcome = outcome;
      describe(ladder, this.data.ladder.id, outcome);
      this.say(outcome && (find(ladder, "[data-slot=heading]").textContent ?? ""));
      if (plan) this.offerSteps(plan);
    }
    if (plan) this.beginWith(plan, given);
    part(this.form, "finder").hidden = !this.data.finder.includes(outcome);
    part(this.form, "days").hidden = !plan;
    return plan ? outcome : null;
  }

  /**
   * The first step is that of the answer that the ladder begins with, until the reader chooses another one.
   * @param {PlannerPlan} plan @param {Answers} given
   */
  beginWith(plan, given) {
    const long = Number((plan.begins && given[plan.begins]) || 0);
    const from = this.valueOf("from");
    if (from.dataset.minutes === String(long)) return;
    from.dataset.minutes = String(long);
    from.value = String(beginsAt(plan, long));
  }

  /** The steps of a ladder, to begin and to end with. @param {PlannerPlan} plan */
  offerSteps(plan) {
    const firsts = firstsOf(plan);
    const option = (/** @type {PlannerSession} */ session, /** @type {number} */ value) => {
      const long = plan.walks ? `${minutes(session.minutes)} of walking` : `${minutes(session.running)} of running`;
      return Object.assign(made("option", `${rungOf(plan, session)}: ${long}`), { value: String(value) });
    };
    part(this.form, "days-words").textContent = plan.days.says;
    this.valueOf("from").replaceChildren(...firsts.map(({ session, at }) => option(session, at)));
    this.valueOf("to").replaceChildren(...firsts.map(({ session, at }) => option(session, lastLike(plan, at))));
    this.valueOf("to").value = String(plan.sessions.length - 1);
    this.valueOf("from").dataset.minutes = "";
    for (const words of all(this.form, "[data-for]")) words.hidden = (words.dataset.for === "walks") !== plan.walks;
  }

  // What is taken

  /** What is wrong with the answers that are asked for. @returns {Problem[]} */
  unanswered() {
    return this.questions.flatMap((question) => {
      if (this.fieldOf(question.id).hidden) return [];
      const answer = this.answerOf(question);
      const problem = question.options ? (answer ? "" : "Choose an answer") : typeof answer === "string" ? answer : "";
      return problem ? [/** @type {Problem} */ ([question.id, problem])] : [];
    });
  }

  /** What is wrong with the days and steps. @param {PlannerPlan} plan @returns {Problem[]} */
  wrongSteps(plan) {
    const days = wrongDays(daysIn(this.fieldOf("days")), plan);
    const first = dayOf(this.valueOf("start").value);
    const far = first === null || Math.abs(first - today()) > FARTHEST_DAYS;
    const turned = Number(this.valueOf("to").value) < Number(this.valueOf("from").value);
    /** @type {Problem[]} */
    const found = [
      ["days", days],
      ["start", far ? "Choose a day within two years" : ""],
      ["to", turned ? "Choose a step after the first one" : ""],
    ];
    return found.filter(([, problem]) => problem);
  }

  /** What the reader chose; null where something is missing, which the form then says. */
  take() {
    const plan = this.weigh();
    const ladder = plan ? this.data.plans[plan] : null;
    const problems = [...this.unanswered(), ...(ladder ? this.wrongSteps(ladder) : [])];
    if (complain(this.form, problems) || !plan) return null;
    const { given } = this.weighing();
    this.note(given);
    return {
      plan,
      start: this.valueOf("start").value,
      days: daysIn(this.fieldOf("days")),
      from: Number(this.valueOf("from").value),
      to: Number(this.valueOf("to").value),
      strength: part(this.form, "strength", HTMLInputElement).checked,
      answers: given,
    };
  }

  // What is put in

  /** @param {Answers} answers */
  answer(answers) {
    this.carried = [];
    for (const { id } of this.questions) this.put(id, answers[id]);
    this.weigh();
  }

  /** @param {string} id @param {Answer} [answer] None as a reader first meets it */
  put(id, answer) {
    const given = String(answer ?? "");
    const list = this.fieldOf(id).querySelector("select");
    if (list) list.value = given || (list.options[0]?.value ?? "");
    for (const input of all(this.fieldOf(id), "input", HTMLInputElement)) {
      if (input.type === "radio") input.checked = input.value === given;
      else input.value = given;
    }
  }

  /** Takes what was said in other tools of this visit, where nothing else is chosen. @param {Answers} brought By a link */
  carryOn(brought) {
    const { answers } = Visit.carried(this.data.ladder, Visit.read(), Date.now());
    const isFree = (/** @type {Question} */ question) => {
      const now = this.answerOf(question);
      const first = this.fieldOf(question.id).querySelector("select")?.options[0]?.value;
      return typeof now !== (question.options ? "string" : "number") || now === first || now === answers[question.id];
    };
    this.carried = this.questions.filter((one) => one.id in answers && !(one.id in brought) && isFree(one)).map(({ id }) => id);
    for (const id of this.carried) this.put(id, answers[id]);
    this.weigh();
  }

  /** Asks again what was answered elsewhere. @param {string} id */
  change(id) {
    this.carried = this.carried.filter((one) => one !== id);
    Visit.write(Visit.withoutOne(Visit.read(), this.result.question(id)));
    this.weigh();
    find(this.fieldOf(id), "select, input").focus();
  }

  /** Remembers for this visit what was said here, and not elsewhere. @param {Answers} given */
  note(given) {
    const own = this.questions.filter(({ id }) => id in given && !this.carried.includes(id));
    const noted = own.reduce((visit, one) => Visit.noted(visit, one, { answers: given, told: {} }, Date.now()), Visit.read());
    Visit.write(noted);
  }

  /** All choices. @param {PlannerState} state */
  fill({ answers, days, start, from, to, strength }) {
    this.answer(answers);
    for (const box of all(this.fieldOf("days"), "input", HTMLInputElement)) box.checked = days.includes(Number(box.value));
    for (const [name, value] of Object.entries({ start, from, to })) this.valueOf(name).value = String(value);
    part(this.form, "strength", HTMLInputElement).checked = strength;
  }

  /** The form as a reader first meets it: from next Monday on. */
  begin() {
    const day = today();
    this.form.reset();
    this.carried = [];
    this.valueOf("start").value = textOf(day + ((7 - weekday(day)) % 7));
    complain(this.form, []);
    this.weigh();
  }

  keep() {
    return Drafts.keep(DRAFT, this.form);
  }

  forget() {
    Drafts.remove(DRAFT);
  }

  /** Whether anything was chosen earlier in this visit. The steps are offered before one of them can be chosen. */
  restore() {
    const restored = Drafts.fill(DRAFT, this.form);
    this.weigh();
    return restored && Drafts.fill(DRAFT, this.form);
  }
}

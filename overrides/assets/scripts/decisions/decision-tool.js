// <decision-tool>: asks the questions inside it one at a time, and shows the result.
// Every word and form is in the page already (macros/render/decisions/templates/tool.html): this fills and shows.
import * as Answers from "./answers.js";
import { answerIn, complain, fillForm, fillTicks, onTick, pressedIn, ticksIn } from "./decision-tool.form.js";
import { Keeping } from "./decision-tool.keeping.js";
import { Result, isUrgent } from "./decision-result.js";
import { decide, matter } from "./decisions.js";
import { act, all, around, dataIn, find, followTo, isLinkedTo, landOn, made, part, pressed, tell } from "../dom.js";
import * as Ticks from "./ticks.js";
import * as Visit from "./visit.js";

/** @typedef {Ticks.Given} Given */
/** @typedef {{ at: string, screen?: number, run: number, depth: number, given?: Given, carried?: string[] }} Entry What the browser's history holds */

class Asking {
  /** @type {Given} What the reader answered and ticked */
  given = { answers: {}, told: {} };
  /** @type {string[]} The questions of this tool that were answered in another one of this visit */
  carried = [];
  at = ""; // the question that is shown; empty for the result
  screen = 0; // which of its screens
  run = 0; // tells answers from those before they were cleared
  depth = 0; // how often the browser can go back inside this tool
  leaves = false; // whether the browser is on its way back already

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.whole = around(root, ".decision");
    /** @type {Tool} */
    this.tool = dataIn(root);
    this.result = new Result(root, this.tool);
    this.keeping = new Keeping(this);
  }

  begin() {
    this.listen();
    this.whole.dataset.live = "";
    /** @type {Entry | undefined} */
    const kept = history.state?.[this.tool.id];
    const followed = !kept?.given && this.follow();
    if (kept?.given) {
      const { answers, told } = kept.given;
      this.given = { answers: Answers.known(this.tool, Object.entries(answers)).answers, told };
      ({ at: this.at, screen: this.screen = 0, run: this.run, depth: this.depth, carried: this.carried = [] } = kept);
    } else if (!followed) this.carryOn();
    this.remember("replaceState");
    this.show(followed);
    landOn(this.whole, () => this.comeIntoView());
  }

  listen() {
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement) this.submit(event.target, pressedIn(event));
    });
    this.root.addEventListener("click", (event) => {
      // The second click of two is not for the question that comes after the first.
      if (event.detail > 1 && pressed(event, "[type=submit]")) event.preventDefault();
      act(event, { ...this.keeping.acts, ...this.acts });
    });
    this.root.addEventListener("change", onTick);
    addEventListener("popstate", ({ state }) => this.goBackTo(state?.[this.tool.id]));
  }

  carryOn() {
    this.given = Visit.carried(this.tool, Visit.read(), Date.now());
    this.carried = Object.keys(this.given.answers);
    this.turnTo(this.next());
  }

  /** Remembers for this visit what was said. @param {string} id Of a question @param {Given} given */
  note(id, given) {
    this.carried = this.carried.filter((one) => one !== id);
    const [visit, now] = [Visit.read(), Date.now()];
    const noted = Visit.noted(visit, this.result.question(id), given, now);
    Visit.write(Visit.resulted(noted, this.tool, this.given.answers, now));
  }

  // Where the reader is

  /** The next question; none once the result is clear and urgent. */
  next() {
    const [table] = this.tool.tables;
    const { answers } = this.given;
    if (isUrgent({ table, run: decide(this.tool, table, answers) })) return "";
    return matter(this.tool, answers)[0] ?? "";
  }

  /** The questions that were answered and come before the one that is shown. */
  before() {
    const ids = this.tool.questions.map(({ id }) => id);
    const answered = ids.filter((id) => id in this.given.answers && !this.carried.includes(id));
    return this.at ? answered.filter((id) => ids.indexOf(id) < ids.indexOf(this.at)) : answered;
  }

  /** @param {string} to A question, or the result @param {number} [screen] The first one that is open, without it */
  turnTo(to, screen) {
    this.at = to;
    const open = to && screen === undefined ? Ticks.openScreen(this.result.question(to), this.given.told[to] ?? {}) : 0;
    this.screen = screen ?? Math.max(open, 0);
  }

  /**
   * Answers stay with the entry that is shown, never in its address: lists of visited pages hold addresses.
   * @param {"pushState" | "replaceState"} how @param {Pick<Entry, "given" | "carried">} [more]
   */
  remember(how, more = { given: this.given, carried: this.carried }) {
    const { at, screen, run, depth, tool } = this;
    try {
      const url = how === "pushState" ? `#${tool.id}` : location.href;
      history[how]({ ...history.state, [tool.id]: { at, screen, run, depth, ...more } }, "", url);
    } catch {
      this.depth = 0; // a browser may refuse this for a file; the tool's own Back still works
    }
  }

  /** @param {string} to @param {number} [screen] */
  go(to, screen) {
    this.remember("replaceState", {});
    this.turnTo(to, screen);
    this.depth += 1;
    this.remember("pushState");
    this.show(true);
  }

  /** After the browser went back or on. @param {Entry} [entry] */
  goBackTo(entry) {
    this.leaves = false;
    if (!entry) {
      if (this.follow() || isLinkedTo(this.whole)) setTimeout(() => this.show(true));
      return;
    }
    const isSame = entry.run === this.run;
    if (isSame && entry.at === this.at && entry.screen === this.screen) return;
    this.depth = entry.depth;
    this.turnTo(isSame ? entry.at : this.next(), isSame ? entry.screen : undefined);
    this.remember("replaceState");
    setTimeout(() => this.show(true)); // after the browser has moved the focus itself
  }

  /**
   * Takes answers that were given under some version of the rules.
   * @param {[string, unknown][]} pairs @param {string[]} ticked @param {string} [version]
   */
  take(pairs, ticked, version) {
    const { answers, told, left } = Ticks.known(this.tool, pairs, ticked);
    const since = Answers.since(this.tool, version);
    this.given = { answers, told };
    this.carried = [];
    this.run = Date.now();
    this.turnTo(this.next());
    this.toggle("left", left);
    this.toggle("unknown", !since);
    this.toggle("older", since?.length);
    const changes = (since ?? []).map(([number, date, change]) => made("li", `Version ${number}, ${date}: ${change}`));
    part(this.root, "since").replaceChildren(...changes);
  }

  /** Takes a share link's answers. */
  follow() {
    const found = Answers.fromLink(this.tool, location.hash);
    if (found) this.take(found.pairs, found.ticked, found.version);
    return found !== null;
  }

  /** @param {{ answers: Answers, ticked?: string[], version: string }} saved */
  use({ answers, ticked = [], version }) {
    this.take(Object.entries(answers), ticked, version);
    this.go(this.at);
  }

  /** Forgets the answers of this tool, or all of the visit. @param {boolean} [all] */
  clear(all = false) {
    Visit.write(all ? {} : Visit.without(Visit.read(), this.tool));
    this.use({ answers: {}, version: Answers.version(this.tool) });
  }

  // What is shown

  /** @param {string} name @param {unknown} [shown] */
  toggle(name, shown) {
    part(this.root, name).hidden = !shown;
  }

  /** @param {boolean} moves Whether the tool comes into view, with the focus where the reader goes on */
  show(moves) {
    const [table] = this.tool.tables;
    const isThere = this.at ? this.result.question(this.at) : decide(this.tool, table, this.given.answers).decided;
    if (!isThere) this.turnTo(this.next());
    const { at, screen, given } = this;
    const { answers, told } = given;
    const { [at]: _, ...known } = answers;
    const others = Object.keys(known);
    for (const form of all(this.root, "form", HTMLFormElement)) {
      const { question: id, screen: number } = form.dataset;
      form.hidden = id !== at || (number ?? "0") !== String(screen);
      if (form.hidden) continue;
      const question = this.result.question(at);
      if (number) fillTicks(form, question.screens[screen], told[at]);
      else fillForm(form, question, answers[at]);
      complain(this.root, form, "");
    }
    tell(this.root);
    this.toggle("errors");
    this.toggle("share");
    this.toggle("result", !at);
    this.toggle("back", this.depth || screen || this.before().length);
    this.toggle("progress", at);
    this.keeping.offer();
    this.result.list("answers", given, at ? others.filter((id) => !this.carried.includes(id)) : []);
    this.result.showCarried(given, this.carried);
    if (at) this.showProgress(matter(this.tool, known).length - 1);
    else this.result.show(given);
    this.toggle("early", at && decide(this.tool, table, known).decided);
    if (moves) this.comeIntoView();
  }

  /** @param {number} more How many other questions can matter */
  showProgress(more) {
    const { length } = this.result.question(this.at).screens;
    const page = length > 1 ? `, part ${this.screen + 1} of ${length}` : "";
    const rest = more > 0 ? `At most ${more} more can matter.` : "No other question can matter.";
    part(this.root, "progress").textContent = `Question ${this.before().length + 1}${page}. ${rest}`;
  }

  comeIntoView() {
    const { top } = this.root.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) this.root.scrollIntoView();
    const first = this.at ? "form:not([hidden]) .decision-question__ask" : ".tool__heading";
    find(this.root, first).focus({ preventScroll: true });
  }

  // What the reader does

  /** @param {HTMLFormElement} form @param {string} pressed The answer that is a button; empty for "Continue" */
  submit(form, pressed) {
    const { at, screen, given } = this;
    const question = this.result.question(at);
    const found = question.screens.length ? ticksIn(form, pressed) : answerIn(form, question, pressed);
    if ("problem" in found) {
      complain(this.root, form, found.problem);
      part(this.root, "errors").focus();
    } else if ("values" in found) this.tick(question, screen, found.values);
    else {
      this.given.answers = Ticks.inOrder(this.tool, { ...given.answers, [at]: found.answer });
      this.note(at, this.given);
      this.go(this.next());
    }
  }

  /** Goes on to the next screen of the question, as long as one can still make its answer faster. @param {Question} question @param {number} screen @param {string[]} values */
  tick(question, screen, values) {
    const { at } = this;
    const { now, given } = Ticks.given(question, screen, values, this.given);
    this.given = { ...given, answers: Ticks.inOrder(this.tool, given.answers) };
    this.note(at, { ...this.given, told: { [at]: now } });
    this.go(at in given.answers ? this.next() : at);
  }

  /** @type {Record<string, (pressed: HTMLElement) => void>} */
  acts = {
    change: ({ dataset }) => this.go(dataset.question ?? "", 0),
    result: () => this.go(""),
    more: () => this.go(matter(this.tool, this.given.answers)[0]),
    again: () => this.clear(),
    print: () => print(),
    back: () => this.back(),
    field: followTo,
  };

  back() {
    if (this.leaves) return; // a second press would leave the page
    this.leaves = this.depth > 0;
    if (this.leaves) history.back();
    else if (this.screen) this.go(this.at, this.screen - 1);
    else this.goToLast(this.before().pop() ?? "");
  }

  /** To a question that was answered before, at the last of its screens that was. @param {string} id */
  goToLast(id) {
    const told = this.given.told[id] ?? {};
    this.go(id, Math.max(0, this.result.question(id).screens.findLastIndex(({ signs }) => signs[0].id in told)));
  }
}

class DecisionTool extends HTMLElement {
  started = false;

  connectedCallback() {
    if (!this.started) new Asking(this).begin();
    this.started = true;
  }
}

customElements.define("decision-tool", DecisionTool);

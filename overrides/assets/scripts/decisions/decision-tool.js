// <decision-tool>: asks the questions inside it one at a time, shows the result, keeps, shares and clears answers.
// Every word and form is in the page already (macros/render/decisions/templates/tool.html): this fills and shows.
import * as Answers from "./answers.js";
import { bringIn, takeOut } from "../bring-in.js";
import * as Days from "../days.js";
import { answerIn, complain, fillForm } from "./decision-tool.form.js";
import { Result, isUrgent } from "./decision-result.js";
import { decide, matter } from "./decisions.js";
import { act, all, around, dataIn, find, followTo, made, part, pressed, tell, unfolds } from "../dom.js";
import * as Saved from "../saved.js";

/** @typedef {{ at: string, run: number, depth: number, answers?: Answers }} Entry What the browser's history holds */

class Asking {
  /** @type {Answers} What the reader answered, in the order of asking */
  answers = {};
  at = ""; // the question that is shown; empty for the result
  run = 0; // tells answers from those before they were cleared
  depth = 0; // how often the browser can go back inside this tool
  leaves = false; // whether the browser is on its way back already
  brought = false; // whether a file was brought in, and its answers wait to be used

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.whole = around(root, ".decision");
    /** @type {Tool} */
    this.tool = dataIn(root);
    this.saved = `decision.${this.tool.id}`;
    this.result = new Result(root, this.tool);
  }

  begin() {
    this.listen();
    unfolds(this.whole);
    this.whole.dataset.live = "";
    for (const one of all(this.whole, "details", HTMLDetailsElement)) one.open = false;
    /** @type {Entry | undefined} */
    const kept = history.state?.[this.tool.id];
    const followed = !kept?.answers && this.follow();
    if (kept?.answers) {
      this.answers = Answers.known(this.tool, Object.entries(kept.answers)).answers;
      ({ at: this.at, run: this.run, depth: this.depth } = kept);
    } else if (!followed) this.at = this.next();
    Saved.watch(this.saved, () => this.offer());
    this.remember("replaceState");
    this.show(followed);
  }

  listen() {
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement) this.submit(event.target);
    });
    this.root.addEventListener("click", (event) => {
      // The second click of two is not for the question that comes after the first.
      if (event.detail > 1 && pressed(event, "[type=submit]")) event.preventDefault();
      act(event, this.acts);
    });
    const chosen = part(this.root, "file", HTMLInputElement);
    chosen.addEventListener("change", () => this.takeFile(chosen));
    addEventListener("popstate", ({ state }) => this.goBackTo(state?.[this.tool.id]));
  }

  // Where the reader is

  /** The next question; none once the result is clear and urgent. */
  next() {
    const [table] = this.tool.tables;
    if (isUrgent({ table, run: decide(this.tool, table, this.answers) })) return "";
    return matter(this.tool, this.answers)[0] ?? "";
  }

  before() {
    const ids = Object.keys(this.answers);
    return ids[(ids.includes(this.at) ? ids.indexOf(this.at) : ids.length) - 1];
  }

  /**
   * Answers stay with the entry that is shown, never in its address: lists of visited pages hold addresses.
   * @param {"pushState" | "replaceState"} how @param {Pick<Entry, "answers">} [more]
   */
  remember(how, more = { answers: this.answers }) {
    const { at, run, depth, tool } = this;
    try {
      const url = how === "pushState" ? `#${tool.id}` : location.href;
      history[how]({ ...history.state, [tool.id]: { at, run, depth, ...more } }, "", url);
    } catch {
      this.depth = 0; // a browser may refuse this for a file; the tool's own Back still works
    }
  }

  /** @param {string} to */
  go(to) {
    this.remember("replaceState", {});
    this.at = to;
    this.depth += 1;
    this.remember("pushState");
    this.show(true);
  }

  /** After the browser went back or on. @param {Entry} [entry] */
  goBackTo(entry) {
    this.leaves = false;
    if (!entry) {
      if (this.follow()) this.show(true);
      return;
    }
    if (entry.run === this.run && entry.at === this.at) return;
    this.depth = entry.depth;
    this.at = entry.run === this.run ? entry.at : this.next();
    this.remember("replaceState");
    setTimeout(() => this.show(true)); // after the browser has moved the focus itself
  }

  /**
   * Takes answers that were given under some version of the rules.
   * @param {[string, unknown][]} pairs @param {string} [version]
   */
  take(pairs, version) {
    const { answers, left } = Answers.known(this.tool, pairs);
    const since = Answers.since(this.tool, version);
    this.answers = answers;
    this.run = Date.now();
    this.at = this.next();
    this.toggle("left", left);
    this.toggle("unknown", !since);
    this.toggle("older", since?.length);
    const changes = (since ?? []).map(([number, date, change]) => made("li", `Version ${number}, ${date}: ${change}`));
    part(this.root, "since").replaceChildren(...changes);
  }

  /** Takes a share link's answers. */
  follow() {
    const pairs = Answers.fromLink(this.tool, location.hash);
    if (!pairs) return false;
    const version = pairs.find(([name]) => name === "v")?.[1];
    this.take(pairs.filter(([name]) => name !== "v"), version);
    return true;
  }

  restart() {
    this.take([], Answers.version(this.tool));
    this.go(this.at);
  }

  // What is shown

  /** @param {string} name @param {unknown} [shown] */
  toggle(name, shown) {
    part(this.root, name).hidden = !shown;
  }

  /** @param {boolean} moves Whether the tool comes into view, with the focus where the reader goes on */
  show(moves) {
    const [table] = this.tool.tables;
    const isThere = this.at ? this.result.question(this.at) : decide(this.tool, table, this.answers).decided;
    if (!isThere) this.at = this.next();
    const { at, answers } = this;
    const others = Object.keys(answers).filter((id) => id !== at);
    const known = Object.fromEntries(others.map((id) => [id, answers[id]]));
    for (const form of all(this.root, "form", HTMLFormElement)) {
      form.hidden = form.dataset.question !== at;
      if (form.hidden) continue;
      fillForm(form, this.result.question(at), answers[at]);
      complain(this.root, form, "");
    }
    tell(this.root);
    this.toggle("errors");
    this.toggle("share");
    this.toggle("result", !at);
    this.toggle("back", this.depth || this.before());
    this.toggle("progress", at);
    this.offer();
    this.result.list("answers", answers, at ? others : []);
    for (const row of all(this.whole, ".decision-rule")) row.ariaCurrent = null;
    if (at) this.showProgress(others.indexOf(this.before()) + 2, matter(this.tool, known).length - 1);
    else this.result.show(answers);
    this.toggle("early", at && decide(this.tool, table, known).decided);
    if (moves) this.comeIntoView();
  }

  /** @param {number} number Of the question @param {number} more How many others can matter */
  showProgress(number, more) {
    const rest = more > 0 ? `At most ${more} more can matter.` : "No other question can matter.";
    part(this.root, "progress").textContent = `Question ${number}. ${rest}`;
  }

  comeIntoView() {
    const { top } = this.root.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) this.root.scrollIntoView();
    const first = this.at ? "form:not([hidden]) .decision-question__ask" : ".tool__heading";
    find(this.root, first).focus({ preventScroll: true });
  }

  /** Saved answers are offered where there are none yet, or after a file; and only as long as they are saved. */
  offer() {
    const found = this.brought || !Object.keys(this.answers).length ? Saved.read(this.saved) : null;
    this.toggle("offer", found && Object.keys(found.answers).length);
    part(this.root, "saved-on").textContent = found && Days.inWords(found.date);
  }

  // What the reader does

  /** @param {HTMLFormElement} form */
  submit(form) {
    const found = answerIn(form, this.result.question(this.at));
    if ("problem" in found) {
      complain(this.root, form, found.problem);
      part(this.root, "errors").focus();
    } else {
      this.answers[this.at] = found.answer;
      this.go(this.next());
    }
  }

  /** @type {Record<string, (pressed: HTMLElement) => void>} */
  acts = {
    change: ({ dataset }) => this.go(dataset.question ?? ""),
    result: () => this.go(""),
    more: () => this.go(matter(this.tool, this.answers)[0]),
    again: () => this.restart(),
    print: () => print(),
    back: () => this.back(),
    field: followTo,
    save: () => {
      const kept = { version: Answers.version(this.tool), date: Days.today(), answers: this.answers };
      tell(this.root, Saved.write(this.saved, kept) ? "saved" : "refused");
    },
    use: () => this.useSaved(),
    clear: () => {
      Saved.remove(this.saved, true);
      this.brought = false;
      this.restart();
      tell(this.root, "cleared");
    },
    share: () => {
      const link = part(this.root, "link", HTMLInputElement);
      this.toggle("share", part(this.root, "share").hidden);
      link.value = location.href.split("#")[0] + Answers.toLink(this.tool, this.answers);
      link.select();
    },
    copy: () => this.copyLink(),
    download: () => {
      if (!takeOut()) tell(this.root, "nothing");
    },
  };

  back() {
    if (this.leaves) return; // a second press would leave the page
    this.leaves = this.depth > 0;
    if (this.leaves) history.back();
    else this.go(this.before());
  }

  useSaved() {
    const found = Saved.read(this.saved);
    if (!found) return this.offer(); // another tab cleared them since
    this.brought = false;
    this.take(Object.entries(found.answers), found.version);
    this.go(this.at);
  }

  async copyLink() {
    const link = part(this.root, "link", HTMLInputElement);
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      tell(this.root, "copied");
    } catch {
      tell(this.root, "marked");
    }
  }

  /** @param {HTMLInputElement} chosen */
  async takeFile(chosen) {
    const file = chosen.files?.[0];
    if (!file) return;
    const became = await bringIn(this.root, file);
    chosen.value = "";
    this.brought = true;
    this.offer();
    tell(this.root, became);
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

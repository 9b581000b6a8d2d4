// The form of the pain diary: what is being written, of a new entry or of one that is changed, and what is wrong with it.
// The sentences stand in the page (macros/render/doing/templates/pain_diary.html).
import * as Days from "../days.js";
import { all, find, made, part } from "../dom.js";
import * as Drafts from "../drafts.js";
import * as Saved from "../saved.js";
import * as Shapes from "../shapes.js";
import * as DiaryFile from "./pain-diary.file.js";

/** @typedef {keyof DiaryEntry} Name Of a field, as of a part of an entry */
/** @typedef {Partial<Record<Name, string>>} Problems By field, the name of the sentence that says it */

/** @type {Name[]} */
const FIELDS = ["date", "site", "during", "after", "morning", "run", "unit", "note"];
/** @type {("during" | "after" | "morning")[]} */
export const PAINS = ["during", "after", "morning"];
const LONE_HALF = /\p{Surrogate}/gu; // half a sign, left where a field's limit cut an emoji in two

// What is being written, for this visit (drafts.js): a new entry waits while another one is changed.
const NEW = "diary.pain.new";
const CHANGE = "diary.pain.change";

export class DiaryForm {
  /** @type {DiaryEntry | null} The entry that is changed; null while a new one is written */
  editing = null;

  /** @param {import("../own-notes.js").OwnNotes} root */
  constructor(root) {
    this.root = root;
    this.form = part(root, "form", HTMLFormElement);
    this.form.addEventListener("input", () => Drafts.keep(this.editing ? CHANGE : NEW, this.form));
  }

  /** @param {string} name */
  field(name) {
    return /** @type {Drafts.Field} */ (this.form.elements.namedItem(name));
  }

  /** @param {string} name */
  text(name) {
    return this.field(name).value.replace(LONE_HALF, "").trim();
  }

  /** The titles of the rows of pain. */
  titles() {
    return PAINS.map((name) => this.field(name).dataset.title ?? "");
  }

  // What stands in it

  /** A new entry, as far as it was written in this visit. */
  fresh() {
    this.editing = null;
    this.form.reset();
    this.field("changes").value = "";
    this.field("date").value = Days.today();
    Drafts.fill(NEW, this.form);
    this.complain({});
    this.root.tell("new", "form");
  }

  /** @param {DiaryEntry} entry */
  edit(entry) {
    this.fresh();
    this.editing = entry;
    for (const name of FIELDS) this.field(name).value = String(entry[name] ?? "");
    this.field("changes").value = JSON.stringify(entry);
    part(this.root, "changing").textContent = Days.inWords(entry.date);
    this.root.tell("change", "form");
  }

  /** Where another tab changed or deleted the entry, what stands in the form becomes an entry of its own. */
  makeNew() {
    this.editing = null;
    this.field("changes").value = "";
    this.root.tell("new", "form");
  }

  /** Goes on with a change that was begun earlier in this visit. @param {DiaryEntry[]} entries */
  restore(entries) {
    /** @type {[string, string][] | null} */
    const draft = Drafts.read(CHANGE);
    if (!draft) return;
    const [, changes] = draft.find(([name]) => name === "changes") ?? [];
    const entry = entries.find((each) => JSON.stringify(each) === changes);
    if (entry) this.edit(entry);
    Drafts.fill(CHANGE, this.form);
  }

  /** What was written is an entry now, or is left. */
  done() {
    Drafts.remove(this.editing ? CHANGE : NEW);
    this.fresh();
  }

  /** Forgets all that was written. */
  forget() {
    for (const name of [NEW, CHANGE]) Drafts.remove(name);
  }

  // What is wrong with it

  /** The entry in the form, and by field what is wrong with it. @param {number} count How many entries there are */
  written(count) {
    /** @type {Problems} */
    const problems = {};
    const date = this.text("date");
    if (!Days.isDay(date) || date > Days.today()) problems.date = "date";
    /** @type {Pick<DiaryEntry, "during" | "after" | "morning">} */
    const pains = { during: null, after: null, morning: null };
    for (const name of PAINS) {
      const value = DiaryFile.pain(this.text(name));
      if (value === undefined) problems[name] = "pain";
      else pains[name] = value;
    }
    const found = DiaryFile.run(this.text("run"));
    if (found === undefined) problems.run = "run";
    else if (Array.isArray(found)) problems.run = "two-ways";
    const run = typeof found === "number" ? found : null;
    const unit = /** @type {DiaryEntry["unit"]} */ (this.text("unit"));
    const entry = { date, site: this.text("site"), ...pains, run, unit, note: this.text("note") };
    const isEmpty = [...PAINS, "run"].every((name) => this.text(name) === "") && !entry.note;
    if (isEmpty && !problems.date) problems.during = "empty";
    else if (!this.editing && count >= Saved.MOST_DIARY_ENTRIES) problems.date = "full";
    else if (!Object.keys(problems).length && !Shapes.fits(this.root.name, [entry])) problems.note = "signs";
    return { entry, problems };
  }

  /**
   * Says at each field, and in a list above, what is wrong.
   * @param {Problems} problems @returns {boolean} Whether anything is
   */
  complain(problems) {
    const wrong = /** @type {[Name, string][]} */ (Object.entries(problems));
    const lines = wrong.map(([name, problem]) => {
      const link = made("a", this.sentence(problem, name));
      link.href = `#${this.field(name).id}`;
      link.dataset.do = "field";
      return made("li", link);
    });
    part(this.root, "errors").hidden = !lines.length;
    part(this.root, "error-list").replaceChildren(...lines);
    for (const error of all(this.form, "[data-error]")) {
      const name = /** @type {Name} */ (error.dataset.error);
      const problem = problems[name];
      error.hidden = !problem;
      error.textContent = problem ? this.sentence(problem, name) : "";
      this.field(name).ariaInvalid = problem ? "true" : null;
    }
    if (lines.length) part(this.root, "errors").focus();
    return lines.length > 0;
  }

  /** @param {string} problem @param {Name} name */
  sentence(problem, name) {
    const label = find(this.root, `label[for="${this.field(name).id}"]`).textContent;
    const found = problem === "two-ways" ? DiaryFile.run(this.field(name).value) : null;
    const ways = Array.isArray(found) ? found.join(" or ") : "";
    const { content } = part(this.root, `problem-${problem}`, HTMLTemplateElement);
    return (content.textContent ?? "").replace("…", label ?? "").replace("{ways}", ways);
  }
}

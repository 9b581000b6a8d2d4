// <pain-diary>: takes entries, lists, draws, hands out and takes in, prints. It stores and shows; it judges nothing.
// Every word stands in the page (macros/render/doing/templates/pain_diary.html) or, on files, in pain-diary.file.js.
import * as Days from "../days.js";
import { all, around, copyOf, find, made, part } from "../dom.js";
import { handOver } from "../hand-over.js";
import { OwnNotes } from "../own-notes.js";
import * as Saved from "../saved.js";
import * as Shapes from "../shapes.js";
import * as DiaryChart from "./pain-diary.chart.js";
import * as DiaryFile from "./pain-diary.file.js";
import { DiaryForm, PAINS } from "./pain-diary.form.js";

const MOST_PROBLEMS = 6;

/** @param {string} date */
const short = (date) =>
  new Date(`${date}T12:00`).toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric" });

class PainDiary extends OwnNotes {
  /** @type {DiaryEntry[]} */
  entries = [];

  /** @type {{ entry: DiaryEntry, place: number } | null} What was deleted last, and where it stood */
  gone = null;

  /** @type {DiaryForm | null} */
  #form = null;

  get form() {
    return (this.#form ??= new DiaryForm(this));
  }

  begin() {
    Object.assign(this.acts, {
      edit: (/** @type {HTMLElement} */ button) => this.editAt(this.entryOf(button), button.dataset.field),
      leave: () => this.leave(),
      delete: (/** @type {HTMLElement} */ button) => this.delete(this.entryOf(button)),
      undo: () => this.undo(),
      csv: () => handOver(DiaryFile.toCsv(this.entries), "text/csv", "pain-diary.csv"),
      json: () => handOver(DiaryFile.toJson(this.entries), "application/json", "pain-diary.json"),
    });
    this.form.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    const chosen = part(this, "file", HTMLInputElement);
    chosen.addEventListener("change", () => this.bringIn(chosen));
    part(this, "days").addEventListener("change", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(part(this, "chart"));
    this.form.fresh();
    this.show();
  }

  value() {
    return this.entries;
  }

  /**
   * What another tab added and took away; the entry that is being written stays as it is.
   * @param {DiaryEntry[]} entries
   */
  refresh(entries) {
    const known = new Map(this.entries.map((entry) => [Shapes.textOf(entry), entry]));
    this.entries = entries.map((entry) => {
      const mine = known.get(Shapes.textOf(entry)) ?? entry;
      known.delete(Shapes.textOf(entry));
      return mine;
    });
    const { editing } = this.form;
    if (editing && !this.entries.includes(editing)) this.form.makeNew();
    this.show();
  }

  /** @param {DiaryEntry[] | null} entries */
  take(entries) {
    this.entries = entries ?? [];
    if (!entries) this.form.forget();
    this.form.fresh();
    this.tell("", "doing");
    this.show();
  }

  ready() {
    this.form.restore(this.entries);
  }

  // The form

  leave() {
    const was = this.form.editing;
    this.form.done();
    if (was) this.buttonOf(was, "edit")?.focus();
  }

  /** @param {DiaryEntry} entry */
  editAt(entry, field = "date") {
    this.form.edit(entry);
    this.form.form.scrollIntoView({ block: "nearest" });
    this.form.field(field).focus();
  }

  submit() {
    const { entry, problems } = this.form.written(this.entries.length);
    if (this.form.complain(problems)) return;
    const { editing } = this.form;
    this.entries.splice(editing ? this.entries.indexOf(editing) : this.entries.length, 1, entry);
    this.form.done();
    this.show();
    this.changed();
    this.say(editing ? "changed" : "added", Days.inWords(entry.date));
    if (editing) this.buttonOf(entry, "edit")?.focus();
    else this.form.field("site").focus();
  }

  // The list

  show() {
    const sorted = this.newestFirst();
    part(this, "rows").replaceChildren(...sorted.map((entry) => this.row(entry)));
    part(this, "count").textContent = String(sorted.length);
    this.toggle("some", sorted.length > 0);
    this.toggle("none", !sorted.length);
    this.draw();
  }

  /** @param {string} name @param {boolean} shown */
  toggle(name, shown) {
    for (const one of all(this, `[data-part="${name}"]`)) one.hidden = !shown;
  }

  newestFirst() {
    return [...this.entries].reverse().sort((one, other) => other.date.localeCompare(one.date));
  }

  /** @param {DiaryEntry} entry */
  row(entry) {
    const row = find(copyOf(part(this, "row", HTMLTemplateElement)), "tr");
    const fill = (/** @type {string} */ name, /** @type {string} */ text) => {
      const cell = find(row, `[data-cell=${name}]`);
      if (text !== "") cell.textContent = text;
      else around(cell, "td").classList.add("diary__empty");
    };
    fill("date", short(entry.date));
    fill("site", entry.site);
    for (const name of PAINS) fill(name, String(entry[name] ?? ""));
    fill("run", entry.run === null ? "" : `${entry.run} ${entry.unit}`);
    fill("note", entry.note);
    find(row, "[data-field=morning]").hidden = entry.morning !== null;
    for (const name of all(row, "[data-day]")) name.textContent = ` ${Days.inWords(entry.date)}`;
    row.dataset.entry = String(this.entries.indexOf(entry));
    return row;
  }

  /** @param {HTMLElement} button In the row of an entry */
  entryOf(button) {
    const { entry: at } = around(button, "[data-entry]").dataset;
    const entry = this.entries[Number(at)];
    if (!entry) throw new Error(`the diary has no entry ${at}`);
    return entry;
  }

  /** @param {DiaryEntry} entry @param {string} what @returns {HTMLElement | null} */
  buttonOf(entry, what) {
    return this.querySelector(`[data-entry="${this.entries.indexOf(entry)}"] [data-do=${what}]`);
  }

  /** @param {DiaryEntry} entry */
  delete(entry) {
    this.gone = { entry, place: this.entries.indexOf(entry) };
    this.entries.splice(this.gone.place, 1);
    if (this.form.editing === entry) this.leave();
    this.show();
    this.changed();
    this.say("deleted", Days.inWords(entry.date));
    find(this, "[data-do=undo]").focus();
  }

  undo() {
    if (!this.gone) return;
    const { entry, place } = this.gone;
    this.entries.splice(place, 0, entry);
    this.show();
    this.changed();
    this.say("back", Days.inWords(entry.date));
    this.buttonOf(entry, "edit")?.focus();
  }

  /** @param {string} what */
  say(what, day = "") {
    this.tell(what, "doing");
    for (const place of all(this, '[data-group="doing"] [data-when]')) place.textContent = day;
  }

  draw() {
    const chart = part(this, "chart");
    const width = Math.floor(chart.clientWidth);
    if (!this.entries.length || !width) return;
    const days = Number(part(this, "days", HTMLSelectElement).value);
    chart.replaceChildren(DiaryChart.draw(this.newestFirst(), width, days, this.form.titles()));
  }

  // Files

  /** @param {HTMLInputElement} chosen */
  async bringIn(chosen) {
    const file = chosen.files?.[0];
    if (!file) return;
    const { entries, problems } = await this.read(file);
    chosen.value = "";
    const known = new Set(this.entries.map(Shapes.textOf));
    const fresh = entries.filter((entry) => !known.has(Shapes.textOf(entry)));
    const room = Saved.MOST_DIARY_ENTRIES - this.entries.length;
    this.entries.push(...fresh.slice(0, room));
    if (fresh.length > room) problems.push(this.form.sentence("full", "date"));
    part(this, "taken").textContent = String(Math.min(fresh.length, room));
    part(this, "twice").textContent = String(entries.length - fresh.length);
    this.toggle("was-twice", entries.length > fresh.length);
    part(this, "left").replaceChildren(...problems.slice(0, MOST_PROBLEMS).map((problem) => made("li", problem)));
    this.toggle("was-left", problems.length > 0);
    part(this, "left-count").textContent = String(problems.length);
    this.show();
    if (fresh.length) this.changed();
    this.say("taken");
  }

  /** @param {File} file */
  async read(file) {
    if (file.size > Saved.MOST_BYTES) return { entries: [], problems: [this.form.sentence("large", "date")] };
    return DiaryFile.read(DiaryFile.decoded(new Uint8Array(await file.arrayBuffer())));
  }
}

customElements.define("pain-diary", PainDiary);

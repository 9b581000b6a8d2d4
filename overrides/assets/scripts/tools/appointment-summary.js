// <appointment-summary>: puts a reader's own words and what was saved in this guide on one sheet of A4. It repeats what
// the reader answered, and draws no conclusion from it. Names of saved things stand in the page as data.
import * as Days from "../days.js";
import { all, classed, dataIn, find, made, part, twin, copyOf } from "../dom.js";
import { OwnNotes } from "../own-notes.js";
import * as Saved from "../saved.js";
import { said } from "./appointment-summary.said.js";

/** @typedef {import("./appointment-summary.said.js").Known} Known */
/** @typedef {{ name: string, kind: string, known: Known, value: unknown }} Found A thing that is saved, and says something */

const SMALLEST = "summary__sheet--smallest";
const SIZES = ["", "summary__sheet--smaller", SMALLEST];
const LARGER = SIZES.filter(Boolean);

/** @type {Record<string, string>} In this order on the sheet, with what stands before a title */
const KINDS = { decision: "Answers: ", options: "Choices: ", diary: "", checklist: "Ticks: " };
const ORDER = Object.keys(KINDS);

/** @param {string} name @param {...(Node | string)} inside */
const block = (name, ...inside) => classed(name, made("div", ...inside));

/** @param {string} text */
const label = (text) => classed("summary__label", made("p", text));

class AppointmentSummary extends OwnNotes {
  /** @type {Record<string, Record<string, Known>>} By kind and id */
  names = {};

  /** @type {Found[]} */
  found = [];

  /** @type {string[] | null} What stays out; until a reader chooses, lists of tasks do */
  without = null;

  begin() {
    this.names = dataIn(this);
    const form = this.form();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      this.without = this.unticked();
      this.fill();
      this.changed();
    });
    // A tool in another tab, or one that stands on this page, may have saved something since.
    addEventListener("storage", () => this.look());
    addEventListener("focus", () => this.look());
    this.look();
  }

  form() {
    return part(this, "form", HTMLFormElement);
  }

  value() {
    return { words: this.words(), without: this.unticked() };
  }

  /** @param {{ words: Record<string, string>, without: string[] } | null} value */
  take(value) {
    const form = this.form();
    form.reset();
    this.without = value?.without ?? null;
    for (const [id, text] of Object.entries(value?.words ?? {})) {
      const field = form.elements.namedItem(id);
      if (field && "value" in field) field.value = text;
    }
    this.look();
  }

  words() {
    const written = all(this, "textarea", HTMLTextAreaElement).map((field) => [
      field.name,
      field.value.replaceAll("\r", "").replaceAll("\t", " ").trim(),
    ]);
    return Object.fromEntries(written.filter(([, text]) => text));
  }

  unticked() {
    const boxes = all(part(this, "parts"), "input", HTMLInputElement);
    return boxes.filter((box) => !box.checked).map((box) => box.value);
  }

  /** Lists what is saved, each with a box to leave it out. */
  look() {
    this.found = Saved.all().flatMap(([name, value]) => {
      const [kind = "", id = ""] = name.split(".");
      const known = this.names[kind]?.[id];
      return known && said(kind, known, value).length ? [{ name, kind, known, value }] : [];
    });
    const place = (/** @type {Found} */ { kind }) => ORDER.indexOf(kind);
    this.found.sort((one, other) => place(one) - place(other) || one.known.title.localeCompare(other.known.title));
    const lines = this.found.map((found) => this.line(found));
    const hadFocus = document.activeElement?.id;
    part(this, "parts").replaceChildren(...lines);
    part(this, "some").hidden = !lines.length;
    part(this, "nothing").hidden = lines.length > 0;
    if (hadFocus?.startsWith("summary-part-")) document.getElementById(hadFocus)?.focus();
    this.fill();
  }

  /** @param {Found} found */
  line({ name, kind, known }) {
    const line = find(copyOf(part(this, "part", HTMLTemplateElement)), "li");
    const box = find(line, "input", HTMLInputElement);
    const words = find(line, "label", HTMLLabelElement);
    Object.assign(box, { id: `summary-part-${name.replace(".", "-")}`, value: name });
    box.checked = this.without ? !this.without.includes(name) : !known.tasks;
    words.htmlFor = box.id;
    words.textContent = `${KINDS[kind]}${known.title}`;
    return line;
  }

  // The sheet

  fill() {
    const out = this.unticked();
    const own = Object.entries(this.words()).map(([id, text]) => {
      const asked = find(this, `label[for="summary-${id}"]`).textContent ?? "";
      return block("summary__own", label(asked), classed("summary__words", made("p", text)));
    });
    const saved = this.found
      .filter(({ name }) => !out.includes(name))
      .map(({ kind, known, value }) => block("summary__saved", label(known.title), ...said(kind, known, value)));
    part(this, "today").textContent = Days.inWords(Days.today());
    part(this, "own").replaceChildren(...own);
    part(this, "saved").replaceChildren(...saved);
    this.fit();
  }

  /** Sets the sheet as large as one page allows, and says when it is more than one. */
  fit() {
    const sheet = part(this, "sheet");
    const trial = twin(sheet);
    trial.removeAttribute("data-part");
    const page = block("summary__trial", trial);
    this.append(page);
    page.setAttribute("aria-hidden", "true");
    const fits = SIZES.find((size) => {
      setSize(trial, size);
      return trial.offsetHeight <= page.offsetHeight;
    });
    page.remove();
    setSize(sheet, fits ?? SMALLEST);
    this.tell(fits === undefined ? "more" : "one", "fit");
  }

  beforePrint() {
    this.look();
  }
}

/** @param {HTMLElement} sheet @param {string} size */
const setSize = (sheet, size) => {
  sheet.classList.remove(...LARGER);
  if (size) sheet.classList.add(size);
};

customElements.define("appointment-summary", AppointmentSummary);

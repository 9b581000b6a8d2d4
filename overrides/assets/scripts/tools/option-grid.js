// <option-grid>: keeps and prints what a reader ticks and writes below the grid. It adds nothing up and ranks nothing.
import { all, part } from "../dom.js";
import { OwnNotes } from "../own-notes.js";

/** @typedef {"matters" | "sure"} Group */
/** @typedef {Record<Group, Record<string, string>> & { leans: string, notes: string }} Choices */

class OptionGrid extends OwnNotes {
  begin() {
    const form = this.form();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      this.follow();
      this.changed();
    });
    this.follow();
  }

  form() {
    return part(this, "form", HTMLFormElement);
  }

  value() {
    /** @type {Choices} */
    const value = { matters: {}, sure: {}, leans: "", notes: "" };
    for (const [name, given] of new FormData(this.form())) {
      const answer = String(given);
      const [group = "", id = ""] = name.split(".");
      if (id && isGroup(group)) value[group][id] = answer;
      else if (group === "notes") value.notes = answer.replaceAll("\r", "").replaceAll("\t", " ");
      else if (group === "leans") value.leans = answer;
    }
    return value;
  }

  /** @param {Choices | null} value */
  take(value) {
    const form = this.form();
    form.reset();
    const fill = (/** @type {string} */ name, /** @type {string} */ answer) => {
      const field = form.elements.namedItem(name);
      if (field && "value" in field) field.value = answer; // a line that is no longer asked is passed over
    };
    for (const group of GROUPS) {
      for (const [id, answer] of Object.entries(value?.[group] ?? {})) fill(`${group}.${id}`, answer);
    }
    fill("leans", value?.leans ?? "");
    fill("notes", value?.notes ?? "");
    this.follow();
  }

  /** Shows where to look again, for what matters a lot and what is not clear yet. */
  follow() {
    const value = this.value();
    for (const then of all(this, "[data-then]")) {
      const [group = "", id = ""] = (then.dataset.then ?? "").split(".");
      then.hidden = !isGroup(group) || value[group][id] !== then.dataset.when;
    }
  }
}

/** @type {Group[]} */
const GROUPS = ["matters", "sure"];

/** @param {string} name @returns {name is Group} */
const isGroup = (name) => name === "matters" || name === "sure";

customElements.define("option-grid", OptionGrid);

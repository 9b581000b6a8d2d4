// @ts-check
// <option-grid>: keeps and prints what a reader ticks and writes below the grid. It adds nothing up and ranks nothing.
addEventListener("DOMContentLoaded", () => {
  "use strict";

  class OptionGrid extends OwnNotes {
    begin() {
      this.form = this.part("form");
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => {
        this.follow();
        this.changed();
      });
      this.follow();
    }

    value() {
      const value = { matters: {}, sure: {}, leans: "", notes: "" };
      for (const [name, answer] of new FormData(this.form)) {
        const [group, id] = name.split(".");
        if (id) value[group][id] = answer;
        else value[group] = group === "notes" ? String(answer).replaceAll("\r", "").replaceAll("\t", " ") : answer;
      }
      return value;
    }

    take(value) {
      this.form.reset();
      const fill = (name, answer) => {
        const field = this.form.elements.namedItem(name);
        if (field) field.value = answer; // a line that is no longer asked is passed over
      };
      for (const group of ["matters", "sure"]) {
        for (const [id, answer] of Object.entries(value?.[group] ?? {})) fill(`${group}.${id}`, answer);
      }
      fill("leans", value?.leans ?? "");
      fill("notes", value?.notes ?? "");
      this.follow();
    }

    /** Shows where to look again, for what matters a lot and what is not clear yet. */
    follow() {
      const value = this.value();
      for (const then of this.querySelectorAll("[data-then]")) {
        const [group, id] = then.dataset.then.split(".");
        then.hidden = value[group][id] !== then.dataset.when;
      }
    }
  }

  customElements.define("option-grid", OptionGrid);
});

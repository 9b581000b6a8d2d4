// <check-list>: the ticks of the list that stands inside it, as a reader's own notes. Its boxes are real ones
// (macros/render/doing/templates/checklist.html), so the ids of its items are read from there.
import { all } from "./dom.js";
import { OwnNotes } from "./own-notes.js";
import { putAddress } from "./printing.js";

class CheckList extends OwnNotes {
  drafts = false; // ticks that nobody asked to keep go with the page
  paper = { whole: "checklist", sheet: "checklist--on-paper", page: "prints-checklist" };

  /** @type {string[]} Ticks of items that the list no longer has: they are passed over, and stay. */
  gone = [];

  begin() {
    this.acts.clear = () => this.keeper?.clear(); // without a question: ticks are quickly made again
    for (const box of this.boxes()) box.checked = false; // some browsers bring ticks back that nobody asked to keep
    this.addEventListener("change", () => {
      this.showProgress();
      this.changed();
    });
    this.showProgress();
  }

  /** @param {string[]} more */
  print(...more) {
    void putAddress().then(() => super.print(...more));
  }

  value() {
    return [...this.ticked().map((box) => box.dataset.item ?? ""), ...this.gone];
  }

  /** @param {string[] | null} ids */
  take(ids) {
    const boxes = this.boxes();
    for (const box of boxes) box.checked = Boolean(ids?.includes(box.dataset.item ?? ""));
    this.gone = (ids ?? []).filter((id) => !boxes.some((box) => box.dataset.item === id));
    this.showProgress();
  }

  boxes() {
    return all(this, "input[data-item]", HTMLInputElement);
  }

  ticked() {
    return this.boxes().filter((box) => box.checked);
  }

  /** A list of prompts has no place for a count: its ticks never add up. */
  showProgress() {
    const count = this.ticked().length;
    for (const words of all(this, "[data-ticked]")) words.textContent = String(count);
    for (const bar of all(this, "progress", HTMLProgressElement)) bar.value = count;
  }
}

customElements.define("check-list", CheckList);

// What the tools for a reader's own notes share: saving when asked, clearing, printing, saying what happened.
// Their words stand in the page (macros/render/page/templates/_own_notes.html): data-do is what a press does, data-says
// is one of several sentences, data-part is found by name, data-live waits for a script.
import { act, all, around, find, followTo, part, tell } from "./dom.js";
import { handOver } from "./hand-over.js";
import * as Keeping from "./keeping.js";
import { dated, printWith } from "./printing.js";
import * as Saved from "./saved.js";

export class OwnNotes extends HTMLElement {
  /** What it is saved as, such as diary.pain. */
  name = "";

  /** Whether what is not saved stays in this tab. */
  drafts = true;

  /** On paper: the class of what stands around it, and those of that and of the page while it is printed. */
  paper = { whole: "notes", sheet: "notes--on-paper", page: "prints-notes" };

  /** @type {Keeping.Keeper | null} */
  keeper = null;

  connectedCallback() {
    if (this.keeper) return;
    this.name = this.dataset.name ?? "";
    for (const waiting of all(this, "[data-live]")) waiting.hidden = false;
    this.addEventListener("click", (event) => act(event, this.acts));
    dated(this);
    this.begin();
    this.keeper = Keeping.keeping(
      this.name,
      {
        value: () => this.value(),
        take: (value) => this.take(value),
        refresh: (value) => this.refresh(value),
        tell: (what) => {
          this.tell(what);
          this.showKeep();
        },
        unread: (count) => this.showUnread(count),
      },
      { drafts: this.drafts },
    );
    this.keeper.begin();
    this.ready();
  }

  // What each tool says of itself.

  begin() {}

  /** What there is to save. @returns {any} */
  value() {
    return null;
  }

  /** Shows what was saved before; null for a clean sheet. @param {any} _value */
  take(_value) {}

  /** Shows what another tab added or took away, while the reader may be writing here. @param {any} value */
  refresh(value) {
    this.take(value);
  }

  /** After what was saved, or written earlier in this visit, is shown. */
  ready() {}

  beforePrint() {}

  // What they share.

  /** @type {Record<string, (pressed: HTMLElement) => void>} */
  acts = {
    "keep-ask": () => this.dialog("keep").showModal(),
    keep: () => {
      this.dialog("keep").close();
      this.keeper?.keep();
    },
    stop: () => this.keeper?.stop(),
    "clear-ask": () => this.dialog("clear").showModal(),
    clear: () => {
      this.dialog("clear").close();
      this.keeper?.clear();
    },
    "unread-file": () => handOver(Saved.packUnread(this.name) ?? "", "application/json", `${this.localName}-unread.json`),
    "unread-ask": () => this.dialog("unread-dialog").showModal(),
    "unread-remove": () => {
      this.dialog("unread-dialog").close();
      Saved.removeUnread(this.name);
      this.showUnread(0);
    },
    cancel: (button) => around(button, "dialog", HTMLDialogElement).close(),
    print: () => this.print(),
    "print-blank": () => this.print("prints-blank"),
    field: followTo,
  };

  /** @param {string} name */
  dialog(name) {
    return part(this, name, HTMLDialogElement);
  }

  /** After every change by the reader. */
  changed() {
    this.keeper?.changed();
  }

  /** One of the pair shows: save, or stop saving. The focus goes along. */
  showKeep() {
    const ask = find(this, "[data-do=keep-ask]");
    const stop = find(this, "[data-do=stop]");
    const kept = this.keeper?.kept();
    const shown = kept ? stop : ask;
    const hidden = kept ? ask : stop;
    const hadFocus = document.activeElement === hidden;
    shown.hidden = false;
    hidden.hidden = true;
    if (hadFocus) shown.focus();
  }

  /** @param {number} count Of saved lines that cannot be read */
  showUnread(count) {
    part(this, "unread").hidden = !count;
    for (const place of all(this, "[data-part=unread-count]")) place.textContent = String(count);
  }

  /** @param {string[]} more Classes of the page, such as that of a blank sheet */
  print(...more) {
    this.beforePrint();
    for (const address of all(this, "[data-part=address]")) address.textContent = location.href.replace(/[?#].*/, "");
    const { whole, sheet, page } = this.paper;
    printWith([around(this, `.${whole}`), sheet], [document.documentElement, page, ...more]);
  }

  /** Shows one of the sentences of a group, and no other of that group. */
  tell(what = "", group = "saving") {
    for (const place of all(this, `[data-group="${group}"]`)) tell(place, what);
  }
}

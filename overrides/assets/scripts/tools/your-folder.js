// <your-folder>: all that is kept on this device and in this tab, each with the way to its tool and a Clear that can be
// taken back until the page is left. Nothing is sent. Words stand in the page (macros/render/doing/templates/your_folder.html).
import { takeOut, takesFiles } from "../bring-in.js";
import { act, all, around, copyOf, dataIn, find, made, part, tell } from "../dom.js";
import * as Drafts from "../drafts.js";
import { handOver } from "../hand-over.js";
import { dated, printWith } from "../printing.js";
import * as Saved from "../saved.js";
import { wholeOf } from "./your-folder/your-folder.all.js";
import { kindIn, placeOf, summary } from "./your-folder/your-folder.kept.js";

/** @typedef {"saved" | "drafts"} Where On this device, or in this tab */
/** @typedef {{ file: string, putBack: () => unknown, fails?: boolean, earlier?: Gone }} Gone What was cleared on this page */

class YourFolder extends HTMLElement {
  /** @type {{ kinds: Record<string, string>, places: import("./your-folder/your-folder.kept.js").Places }} */
  known = { kinds: {}, places: {} };

  /** @type {Record<Where, Map<string, Gone>>} */
  gone = { saved: new Map(), drafts: new Map() };

  started = false;

  connectedCallback() {
    if (this.started) return;
    this.started = true;
    this.known = dataIn(this);
    for (const waiting of all(this, "[data-live]")) waiting.hidden = false;
    this.addEventListener("click", (event) => act(event, this.acts));
    dated(this);
    takesFiles(this, () => this.show());
    Saved.watchAll(() => this.show());
    addEventListener("pagehide", () => {
      for (const where of WHERE) this.gone[where].clear();
    });
    this.show();
  }

  // What is shown

  show() {
    const open = all(this, "details[open]").map((one) => around(one, "li").dataset.id);
    const [focused] = all(this, "li :focus");
    const id = focused?.closest("li")?.dataset.id;
    const same = focused?.dataset.do ? `[data-do="${focused.dataset.do}"]` : focused?.localName;
    for (const where of WHERE) this.list(where);
    part(this, "refused").hidden = Saved.isAllowed();
    part(this, "clear-ask").hidden = WHERE.every((where) => !this.names(where).length);
    for (const line of all(this, "li[data-id]")) {
      if (open.includes(line.dataset.id)) find(line, "details", HTMLDetailsElement).open = true;
      if (same && line.dataset.id === id) find(line, same).focus();
    }
  }

  /** @param {Where} where */
  list(where) {
    const names = this.names(where);
    const shown = new Set([...names, ...this.gone[where].keys()]);
    const lines = this.sorted([...shown]).flatMap((name) => [
      ...(this.gone[where].has(name) ? [this.cleared(where, name)] : []),
      ...(names.includes(name) ? [this.line(where, name)] : []),
    ]);
    part(this, where).replaceChildren(...lines);
    for (const some of all(this, `[data-some="${where}"]`)) some.hidden = !lines.length;
    for (const some of all(this, `[data-none="${where}"]`)) some.hidden = lines.length > 0;
    for (const any of all(this, `[data-any="${where}"]`)) any.hidden = !names.length;
  }

  /** @param {Where} where */
  names(where) {
    return where === "saved" ? Saved.names() : Drafts.names();
  }

  /** @param {string[]} names */
  sorted(names) {
    const order = Object.keys(this.known.kinds);
    const place = (/** @type {string} */ name) => (order.indexOf(kindIn(name)) + order.length + 1) % (order.length + 1);
    return names.sort((one, other) => place(one) - place(other) || this.titleOf(one).localeCompare(this.titleOf(other)));
  }

  /** What a reader calls it. @param {string} name */
  titleOf(name) {
    return placeOf(this.known.places, name)?.title ?? part(this, "unknown", HTMLTemplateElement).content.textContent ?? "";
  }

  /** @param {Where} where @param {string} name */
  line(where, name) {
    const line = find(copyOf(part(this, "one", HTMLTemplateElement)), "li");
    const place = placeOf(this.known.places, name);
    const value = (where === "saved" ? Saved : Drafts).read(name);
    const unread = where === "saved" ? Saved.unread(name).length : 0;
    line.dataset.id = `${where} ${name}`;
    find(line, "[data-slot=kind]").textContent = this.known.kinds[kindIn(name)] ?? "";
    const link = find(line, "a", HTMLAnchorElement);
    if (place) link.href = place.url;
    else link.replaceWith(...link.childNodes);
    for (const named of all(line, "[data-slot=title]")) named.textContent = this.titleOf(name);
    const isWhole = place && value !== null && Object.hasOwn(this.known.places, name);
    const { lines, urgency } = isWhole ? summary(name, place, value) : { lines: where === "drafts" ? [BEGUN] : [], urgency: "" };
    if (urgency) line.dataset.urgency = urgency;
    find(line, "[data-slot=lines]").append(...lines.map((text) => made("p", text)));
    find(line, "[data-slot=unread]").hidden = !unread;
    const whole = isWhole ? wholeOf(this, name, place, value) : [];
    find(line, "[data-slot=whole]").append(...whole);
    find(line, "details").hidden = !whole.length;
    return line;
  }

  /** @param {Where} where @param {string} name */
  cleared(where, name) {
    const line = find(copyOf(part(this, "cleared", HTMLTemplateElement)), "li");
    line.dataset.id = `${where} ${name} cleared`;
    for (const named of all(line, "[data-slot=title]")) named.textContent = this.titleOf(name);
    find(line, "[data-slot=fails]").hidden = !this.gone[where].get(name)?.fails;
    return line;
  }

  // What the reader does

  /** What a press in a line is about. @param {HTMLElement} pressed @returns {[Where, string]} */
  about(pressed) {
    const [where, name = ""] = (around(pressed, "li").dataset.id ?? "").split(" ");
    return [where === "saved" ? "saved" : "drafts", name];
  }

  /** @param {Where} where @param {string} name */
  takeAway(where, name) {
    const now = where === "saved" ? Saved.clear(name) : { file: "", putBack: Drafts.clear(name) };
    this.gone[where].set(name, { ...now, earlier: this.gone[where].get(name) });
  }

  /** @type {Record<string, (pressed: HTMLElement) => void>} */
  acts = {
    clear: (pressed) => {
      const [where, name] = this.about(pressed);
      this.takeAway(where, name);
      this.show();
      all(this, `li[data-id="${where} ${name} cleared"] [data-do=undo]`)[0]?.focus();
    },
    undo: (pressed) => {
      const [where, name] = this.about(pressed);
      const gone = this.gone[where].get(name);
      if (!gone) return;
      if (gone.putBack() === false) gone.fails = true;
      else if (gone.earlier) this.gone[where].set(name, gone.earlier);
      else this.gone[where].delete(name);
      this.show();
      all(this, `li[data-id="${where} ${name}${gone.fails ? " cleared" : ""}"] :is([data-do=rescue], a, [data-do=clear])`)[0]?.focus();
    },
    rescue: (pressed) => {
      const [where, name] = this.about(pressed);
      handOver(this.gone[where].get(name)?.file ?? "", "application/json", FILE);
    },
    unread: (pressed) => handOver(Saved.packUnread(this.about(pressed)[1]) ?? "", "application/json", `unread-${FILE}`),
    print: () => {
      printWith([around(this, ".notes"), "notes--on-paper"], [document.documentElement, "prints-notes"]);
    },
    download: () => tell(this, takeOut() ? "" : "nothing"),
    "clear-ask": () => {
      const titles = WHERE.flatMap((where) => this.sorted(this.names(where)).map((name) => this.titleOf(name)));
      find(this.dialog(), "ul").replaceChildren(...[...new Set(titles)].map((title) => made("li", title)));
      this.dialog().showModal();
    },
    "clear-all": () => {
      this.dialog().close();
      for (const where of WHERE) for (const name of this.names(where)) this.takeAway(where, name);
      this.show();
      tell(this, "cleared");
    },
    cancel: () => this.dialog().close(),
  };

  dialog() {
    return part(this, "clear", HTMLDialogElement);
  }
}

/** @type {Where[]} */
const WHERE = ["saved", "drafts"];
const FILE = "running-bones-joints.json";
const BEGUN = "Something that you began, and did not finish.";

customElements.define("your-folder", YourFolder);

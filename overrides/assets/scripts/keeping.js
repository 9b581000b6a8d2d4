// How a tool keeps what a reader wrote: on this device once asked, in this tab until then, and together with what other
// tabs save. The tool says what there is, shows what it is given, and has a sentence for each state.
// Types: docs-dev/scripts.d.ts
import * as Drafts from "./drafts.js";
import * as Saved from "./saved.js";

/** @typedef {import("./saved.js").Happened} Happened */
/** @typedef {"kept" | "not-kept" | "not-drafted" | "refused" | "cleared" | "elsewhere"} Said What a tool has a sentence for */
/**
 * How a tool keeps what a reader wrote, here and with other tabs.
 * @typedef {{ begin(): void, changed(): void, clear(): void, keep(): void, kept(): boolean, stop(): void }} Keeper
 */
/**
 * What a tool says of itself: what there is to save (null for nothing), how it shows a value (null for a clean sheet),
 * also while the reader may be writing, and how many saved lines cannot be read.
 * @typedef {{
 *   value(): any, take(value: any): void, refresh?(value: any): void, tell(what: Said): void, unread?(count: number): void,
 * }} Kept
 */
import * as Shapes from "./shapes.js";

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => Shapes.textOf(one) === Shapes.textOf(other);

/**
 * A tool may change in place what it was given: what this tab knows has to stay as it was.
 * @template T @param {T} value @returns {T}
 */
const copied = (value) => JSON.parse(JSON.stringify(value));

/** @param {string} name @param {Kept} tool @param {{ drafts?: boolean }} [more] @returns {Keeper} */
export const keeping = (name, tool, { drafts = true } = {}) => {
  const blank = tool.value();
  let kept = false; // whether the reader asked to save
  /** @type {any} */
  let base = null; // what this tab read or saved last

  /** @param {Said} what */
  const tell = (what) => {
    tool.tell(what);
    tool.unread?.(Saved.unread(name).length);
  };

  /** What is not saved stays in this tab, where the browser allows that. */
  const draft = () => {
    const value = tool.value();
    if (drafts && value !== null) return Drafts.write(name, value);
    Drafts.remove(name);
    return !drafts;
  };

  const begin = () => {
    const saved = Saved.read(name);
    const written = drafts ? Drafts.read(name) : null;
    if (written ?? saved) tool.take(written ?? saved);
    if (saved && written) save();
    else {
      base = copied(saved);
      kept = saved !== null;
      tell(kept ? "kept" : "not-kept");
    }
    Saved.watch(name, hear);
  };

  const save = () => {
    const { said, value } = Saved.update(name, base, tool.value());
    kept = said === "kept";
    if (kept) {
      base = copied(value);
      Drafts.remove(name);
      show(value);
    } else draft();
    tell(said);
  };

  /** @param {any} value */
  const show = (value) => {
    if (!same(value, tool.value())) (tool.refresh ?? tool.take).call(tool, value);
  };

  /** What another tab, or a file, did to what is saved. @param {Happened} what */
  const hear = (what) => {
    if (what === "saved") {
      const saved = Saved.read(name);
      if (kept && same(saved, base)) return;
      if (!kept && same(tool.value(), blank)) {
        base = copied(saved);
        kept = true;
        show(saved);
        tell("kept");
      } else save();
    } else if (kept) {
      kept = false;
      if (what === "cleared") tool.take(null);
      else draft();
      tell(what === "cleared" ? "cleared" : "elsewhere");
    }
  };

  return {
    begin,
    kept: () => kept,
    /** After every change by the reader. */
    changed: () => (kept ? save() : tell(draft() ? "not-kept" : "not-drafted")),
    keep: () => {
      if (Saved.read(name) === null) base = null;
      save();
    },
    stop: () => {
      kept = false;
      base = null;
      Saved.remove(name);
      tell(draft() ? "not-kept" : "not-drafted");
    },
    clear: () => {
      kept = false;
      base = null;
      Saved.remove(name, true);
      Drafts.remove(name);
      tool.take(null);
      tell("cleared");
    },
  };
};

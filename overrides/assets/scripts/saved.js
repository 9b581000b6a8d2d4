// What the reader asked to keep on this device, and the one file in which all of it travels.
// Storage may be refused, full, or filled by others, and other tabs write to it: nothing here throws, nothing is
// believed unseen, and nothing that is there is written over unread. Types: docs-dev/scripts.d.ts
import * as Merging from "./merging.js";
import * as Shapes from "./shapes.js";

/** @typedef {"saved" | "removed" | "cleared"} Happened What another tab, or a file, did */
/**
 * What a file brings.
 * @typedef {{
 *   adds: [string, any][], replaces: [name: string, value: any, here: any][], left: number, same: number,
 * }} Found
 */

const PREFIX = "running-bones-joints.";
// What could not be read, word for word; no name of ours begins so.
const ASIDE = `${PREFIX}unread.`;
export const FORMAT = "running-bones-joints/saved/1";
export const MOST_DIARY_ENTRIES = 365;
const CHANGED = "guide-saved"; // an event in this tab; other tabs get the browser's own, "storage"

// Browsers store some five million signs for a site. As a file of UTF-8, with spaces between, all of it stays below.
export const MOST_BYTES = 32_000_000;

/** @template T @param {(storage: Storage) => T} use */
const stored = (use) => {
  try {
    return use(localStorage);
  } catch {
    return false;
  }
};

/** @param {string} key */
const textOf = (key) => stored((storage) => storage.getItem(key)) || null;
/** @param {string} key @param {string} text */
const put = (key, text) => stored((storage) => {
    storage.setItem(key, text);
    return true;
  });
/** @param {string} key */
const drop = (key) => stored((storage) => storage.removeItem(key));
/** @param {string} name */
const opened = (name) => Shapes.opened(name, textOf(PREFIX + name));

/** What can be read of what is saved under a name; null for nothing. @param {string} name @returns {any} */
export const read = (name) => opened(name).value;

// What cannot be read

/** @param {string} name @returns {string[]} */
const aside = (name) => {
  try {
    const texts = JSON.parse(textOf(ASIDE + name) ?? "[]");
    return texts.every((/** @type {unknown} */ text) => typeof text === "string") ? texts : [];
  } catch {
    return [];
  }
};

/** What is saved under a name and cannot be read, as it was. @param {string} name */
export const unread = (name) => [...new Set([...aside(name), ...opened(name).unread])];

/** Before a text is written over: what of it cannot be read moves to a place of its own. @param {string} name */
const setAside = (name) => !opened(name).unread.length || put(ASIDE + name, JSON.stringify(unread(name)));

/** What cannot be read, as the text of a file; null where there is nothing. @param {string} name */
export const packUnread = (name) => {
  const texts = unread(name);
  return texts.length ? JSON.stringify({ format: FORMAT, saved: {}, unread: { [name]: texts } }, null, 1) : null;
};

/** @param {string} name */
export const removeUnread = (name) => {
  const { value, unread: left } = opened(name);
  if (left.length && value === null) drop(PREFIX + name);
  else if (left.length) put(PREFIX + name, Shapes.boxed(value));
  drop(ASIDE + name);
};

// Writing

/**
 * Saves a value in place of what is there. Whether it is saved now; if not, all is as it was.
 * @param {string} name @param {unknown} value
 */
export const write = (name, value) => Shapes.fits(name, value) && setAside(name) && put(PREFIX + name, Shapes.boxed(value));

/**
 * Saves what changed since `base`, what this tab read or saved last (null: nothing). What another tab saved meanwhile
 * stays. "elsewhere": another tab removed what was saved, or saved what cannot go together with it; nothing is written.
 * @param {string} name @param {any} base @param {any} mine
 * @returns {{ said: "kept" | "refused" | "elsewhere", value: any }}
 */
export const update = (name, base, mine) => {
  if (base !== null && stored((storage) => storage.getItem(PREFIX + name)) === null) return { said: "elsewhere", value: mine };
  const theirs = read(name);
  const value = Merging.merged(name, base, mine, theirs);
  if (value === null) return { said: "elsewhere", value: mine };
  if (theirs !== null && Shapes.textOf(value) === Shapes.textOf(theirs)) return { said: "kept", value: theirs };
  return write(name, value) ? { said: "kept", value } : { said: "refused", value: mine };
};

/**
 * Removes what is saved. What cannot be read stays, unless all is to go; other tabs are told that it went.
 * @param {string} name @param {boolean} [all]
 */
export const remove = (name, all = false) => {
  const texts = unread(name);
  if (all) put(PREFIX + name, CLEARED);
  drop(PREFIX + name);
  if (all) drop(ASIDE + name);
  else if (texts.length) put(ASIDE + name, JSON.stringify(texts));
};

/**
 * Removes a thing whole, and gives what brings it back: its file, and what puts it where it was. Where something else is
 * saved there by then, a list joins it; what would be replaced stays, and false says so.
 * @param {string} name @returns {{ file: string, putBack: () => boolean }}
 */
export const clear = (name) => {
  /** @type {[key: string, text: string | null][]} */
  const texts = [PREFIX + name, ASIDE + name].map((key) => [key, textOf(key)]);
  const file = pack([name]) ?? "";
  remove(name, true);
  const putBack = () => {
    if (texts.some(([key]) => textOf(key) !== null)) return joinBack(file);
    const done = texts.every(([key, text]) => text === null || put(key, text));
    if (done) dispatchEvent(new CustomEvent(CHANGED, { detail: name }));
    else for (const [key] of texts) drop(key);
    return done;
  };
  return { file, putBack };
};

/** @param {string} file */
const joinBack = (file) => {
  const found = look(file);
  return found !== null && !found.replaces.length && !JSON.parse(file).unread && takeIn(found.adds);
};

const CLEARED = "null"; // stands for a moment, so that other tabs can tell clearing from no longer saving

/**
 * Calls back when another tab saves or removes, or a file is taken in: "saved", "removed" or "cleared".
 * @param {string} name @param {(what: Happened) => void} use
 */
export const watch = (name, use) => {
  addEventListener("storage", ({ key, newValue }) => {
    if (key === null) use("removed");
    else if (key === PREFIX + name) {
      if (newValue === null) use("removed");
      else if (newValue === CLEARED) use("cleared");
      else if (read(name) !== null) use("saved");
    }
  });
  addEventListener(CHANGED, (event) => {
    if (/** @type {CustomEvent<string>} */ (event).detail === name) use("saved");
  });
  // A tab that the browser had put to sleep was told nothing.
  const look = () => document.visibilityState === "visible" && use(read(name) === null ? "removed" : "saved");
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  document.addEventListener("visibilitychange", look);
};

/** Calls back when anything may be saved, removed or brought in, here or in another tab. @param {() => void} use */
export const watchAll = (use) => {
  for (const type of ["storage", CHANGED, "pageshow"]) addEventListener(type, () => use());
  document.addEventListener("visibilitychange", () => use());
};

// All of it, and the file

/** Whether this browser lets the guide save anything at all. */
export const isAllowed = () => stored((storage) => storage.length >= 0);

/** The name of each thing that is kept here, also of what cannot be read or is of a kind that is not known. */
export const names = () => {
  const keys = (stored(Object.keys) || []).filter((key) => key.startsWith(PREFIX));
  return [...new Set(keys.map((key) => key.slice((key.startsWith(ASIDE) ? ASIDE : PREFIX).length)))];
};

/** @param {string[]} some @returns {[string, any][]} */
const readable = (some) =>
  some
    .map((name) => /** @type {[string, any]} */ ([name, read(name)]))
    .filter(([, value]) => value !== null);

/** Everything saved that can be read, as pairs of name and value. */
export const all = () => readable(names());

/**
 * Everything saved, or some of it, as the text of a file; null where there is nothing. What cannot be read goes along
 * as it is.
 */
export const pack = (some = names()) => {
  const saved = readable(some);
  const left = some.map((name) => ({ name, texts: unread(name) })).filter(({ texts }) => texts.length);
  if (!saved.length && !left.length) return null;
  const more = left.length ? { unread: Object.fromEntries(left.map(({ name, texts }) => [name, texts])) } : {};
  return JSON.stringify({ format: FORMAT, saved: Object.fromEntries(saved), ...more }, null, 1);
};

/**
 * What a file brings: `adds` can be taken in and replaces nothing, `replaces` would stand in place of what is saved
 * here, `left` tells how many things in it cannot be read. Null where it is no file of this guide.
 * @param {string} text @returns {Found | null}
 */
export const look = (text) => {
  try {
    const { format, saved } = JSON.parse(text.replace(/^\ufeff/, ""));
    if (format !== FORMAT) return null;
    /** @type {Found} */
    const found = { adds: [], replaces: [], left: 0, same: 0 };
    for (const [name, value] of Object.entries(saved)) place(found, name, Shapes.sorted(name, value));
    return found;
  } catch {
    return null;
  }
};

/** @param {Found} found @param {string} name @param {Shapes.Sorted} apart */
const place = (found, name, { value, unread: left }) => {
  found.left += left.length;
  if (value === null) return;
  const here = read(name);
  const both = here !== null && Shapes.isList(name) ? together(here, value) : value;
  if (here !== null && Shapes.textOf(both) === Shapes.textOf(here)) found.same += 1;
  else if (here === null || Shapes.isList(name)) found.adds.push([name, both]);
  else found.replaces.push([name, value, here]);
};

/** A list and what another one has more. @param {unknown[]} here @param {unknown[]} more */
const together = (here, more) => {
  const known = new Set(here.map(Shapes.textOf));
  return [...here, ...more.filter((entry) => !known.has(Shapes.textOf(entry)))];
};

/**
 * Saves pairs of name and value, all of them or, where the store is full or refused, none.
 * @param {[string, unknown][]} pairs
 */
export const takeIn = (pairs) => {
  const before = pairs.flatMap(([name]) =>
    [PREFIX + name, ASIDE + name].map((key) => /** @type {[string, string | null]} */ ([key, textOf(key)])),
  );
  const done = pairs.every(([name, value]) => write(name, value));
  if (!done) putBack(before);
  else for (const [name] of pairs) dispatchEvent(new CustomEvent(CHANGED, { detail: name }));
  return done;
};

/**
 * Puts texts back as they were. What grew goes first, so that the rest finds its room again.
 * @param {[key: string, text: string | null][]} before
 */
const putBack = (before) => {
  const grown = (/** @type {[string, string | null]} */ [key, text]) => (textOf(key) ?? "").length - (text ?? "").length;
  for (const [key, text] of before.sort((one, other) => grown(other) - grown(one))) {
    if (text === null) drop(key);
    else if (textOf(key) !== text) put(key, text);
  }
};

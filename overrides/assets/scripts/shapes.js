// What a reader may save, by kind, and how each kind is told from anything else. What was stored may have been cut off,
// or filled in by others: nothing here throws, and what cannot be read is handed back as it was. Types: docs-dev/scripts.d.ts
import * as Days from "./days.js";

/** @typedef {{ value: any, unread: any[] }} Sorted What of a stored value can be read (null for nothing), and what cannot */
/** @typedef {(value: any) => unknown} Test Whether a value is of a kind; it may throw where it is of another */

// A stored text is {v, value}. Before there were versions it was the value alone, in the shape of version 1.
const VERSION = 1;
const MOST_ENTRIES = 200;

// Signs that nobody writes; a line may end.
// eslint-disable-next-line no-control-regex -- to refuse them is what this is for
const UNWRITTEN = /[\u0000-\u0009\u000b-\u001f\u007f]/;

/**
 * An id, or what travels as one: a number, true, false. No name that every object has, such as constructor.
 * @param {any} value
 */
const isId = (value) =>
  ["string", "number", "boolean"].includes(typeof value) && /^[a-z0-9-]{1,80}$/.test(String(value)) && !(value in {});

/** @param {any} value @param {number} most */
const isWords = (value, most) => typeof value === "string" && value.length <= most && !UNWRITTEN.test(value);

/** @param {any} value */
const isPain = (value) => value === null || (Number.isInteger(value) && value >= 0 && value <= 10);
/** @param {unknown} value @param {unknown[]} all */
const isOneOf = (value, ...all) => all.includes(value);
/** @param {object} pairs */
const areIds = (pairs) => Object.keys(pairs).length < MOST_ENTRIES && Object.entries(pairs).flat().every(isId);

/** A line of the pain diary (tools/pain-diary.js). @param {any} entry */
const isDiaryEntry = ({ date, site, during, after, morning, run, unit, note, ...more }) =>
  Days.isDay(date) &&
  isWords(site, 40) &&
  [during, after, morning].every(isPain) &&
  (run === null || (Number.isFinite(run) && run > 0 && run <= 1000)) &&
  isOneOf(unit, "km", "miles", "minutes") &&
  isWords(note, 150) &&
  !Object.keys(more).length;

/** Lists: each entry stands by itself. @type {Record<string, Test>} */
const LISTS = { checklist: isId, diary: isDiaryEntry };

/** What only makes sense as a whole. @type {Record<string, Test>} */
const WHOLE = {
  decision: ({ version, date, answers, ticked = [] }) =>
    /^[\d.]{1,40}$/.test(version) && Days.isDay(date) && areIds(answers) && ticked.length < MOST_ENTRIES && ticked.every(isId),
  options: ({ matters, sure, leans, notes }) =>
    areIds(matters) && areIds(sure) && (leans === "" || isId(leans)) && isWords(notes, 1000),
  planner: ({ version, date, start, key, plan, from, to, strength, days, answers, notes, weeks, ticked = {} }) =>
    /^[\d.]{1,40}$/.test(version) &&
    [date, start, ...Object.keys(notes)].every(Days.isDay) &&
    [key, plan, from, to, strength, ...days].every(isId) &&
    [answers, notes, weeks].every(areIds) &&
    Object.keys(ticked).every(Days.isDay) &&
    Object.values(ticked).every((/** @type {any[]} */ ids) => ids.length < MOST_ENTRIES && ids.every(isId)),
  appointment: ({ words, without }) =>
    Object.entries(words).every(([id, text]) => isId(id) && isWords(text, 600)) &&
    without.length < MOST_ENTRIES &&
    without.every((/** @type {string} */ part) => part.split(".").every(isId)),
};

export const KINDS = [...Object.keys(LISTS), ...Object.keys(WHOLE)];

/** @param {Test | undefined} test @param {unknown} value */
const passes = (test, value) => {
  try {
    return Boolean(test?.(value));
  } catch {
    return false;
  }
};

/** The kind that a name such as diary.pain is of, or null where it is none of ours. @param {string} name */
export const kindOf = (name) => {
  const [kind = "", id = "", ...more] = name.split(".");
  return KINDS.includes(kind) && isId(id) && !more.length ? kind : null;
};

/** @param {string} name */
export const isList = (name) => Object.hasOwn(LISTS, kindOf(name) ?? "");

/**
 * A value apart: what can be read of it (null for nothing at all), and what cannot.
 * @param {string} name @param {any} value @returns {Sorted}
 */
export const sorted = (name, value) => {
  const kind = kindOf(name);
  if (!kind) return { value: null, unread: [value] };
  if (!isList(name)) return passes(WHOLE[kind], value) ? { value, unread: [] } : { value: null, unread: [value] };
  if (!Array.isArray(value)) return { value: null, unread: [value] };
  const good = value.map((entry) => passes(LISTS[kind], entry));
  return { value: value.filter((_, at) => good[at]), unread: value.filter((_, at) => !good[at]) };
};

/** @param {string} name @param {unknown} value */
export const fits = (name, value) => {
  const { value: good, unread } = sorted(name, JSON.parse(JSON.stringify(value ?? null)));
  return good !== null && !unread.length;
};

/**
 * A stored text apart. What cannot be read is text again.
 * @param {string} name @param {string | null} text @returns {Sorted}
 */
export const opened = (name, text) => {
  try {
    if (text === null) return { value: null, unread: [] };
    const { value, unread } = sorted(name, inside(JSON.parse(text)));
    return { value, unread: value === null ? [text] : unread.map((entry) => JSON.stringify(entry)) };
  } catch {
    return { value: null, unread: [text] };
  }
};

/** @param {any} found */
const inside = (found) => {
  const hasVersion = found && typeof found === "object" && Object.keys(found).sort().join() === "v,value";
  if (!hasVersion) return found;
  return found.v === VERSION ? found.value : undefined; // a later version is not ours to read, or to write over
};

/** @param {unknown} value */
export const boxed = (value) => JSON.stringify({ v: VERSION, value });

/** The same text for the same content, in whatever order it was written. @param {unknown} value @returns {string} */
export const textOf = (value) =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

// @ts-check
// What a reader may save, by kind, and how each kind is told from anything else. What was stored may have been cut off,
// or filled in by others: nothing here throws, and what cannot be read is handed back as it was. Types: docs-dev/scripts.d.ts
(() => {
  "use strict";

  // A stored text is {v, value}. Before there were versions it was the value alone, in the shape of version 1.
  const VERSION = 1;
  const MOST_ENTRIES = 200;

  /** An id, or what travels as one: a number, true, false. No name that every object has, such as constructor. */
  const isId = (value) =>
    ["string", "number", "boolean"].includes(typeof value) && /^[a-z0-9-]{1,80}$/.test(String(value)) && !(value in {});

  const isWords = (value, most) =>
    typeof value === "string" && value.length <= most && !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(value);
  const isPain = (value) => value === null || (Number.isInteger(value) && value >= 0 && value <= 10);
  const isOneOf = (value, ...all) => all.includes(value);
  const areIds = (pairs) => Object.keys(pairs).length < MOST_ENTRIES && Object.entries(pairs).flat().every(isId);

  /** A line of the pain diary (tools/pain-diary.js). */
  const isDiaryEntry = ({ date, site, during, after, morning, run, unit, note, ...more }) =>
    Days.isDay(date) &&
    isWords(site, 40) &&
    [during, after, morning].every(isPain) &&
    (run === null || (Number.isFinite(run) && run > 0 && run <= 1000)) &&
    isOneOf(unit, "km", "miles", "minutes") &&
    isWords(note, 150) &&
    !Object.keys(more).length;

  /** Lists: each entry stands by itself. */
  const LISTS = { checklist: isId, diary: isDiaryEntry };

  /** What only makes sense as a whole. */
  const WHOLE = {
    decision: ({ version, date, answers }) => /^[\d.]{1,40}$/.test(version) && Days.isDay(date) && areIds(answers),
    options: ({ matters, sure, leans, notes }) =>
      areIds(matters) && areIds(sure) && (leans === "" || isId(leans)) && isWords(notes, 1000),
    planner: ({ version, date, start, key, plan, from, to, strength, days, answers, notes, weeks }) =>
      /^[\d.]{1,40}$/.test(version) &&
      [date, start, ...Object.keys(notes)].every(Days.isDay) &&
      [key, plan, from, to, strength, ...days].every(isId) &&
      [answers, notes, weeks].every(areIds),
    appointment: ({ words, without }) =>
      Object.entries(words).every(([id, text]) => isId(id) && isWords(text, 600)) &&
      without.length < MOST_ENTRIES &&
      without.every((part) => part.split(".").every(isId)),
  };

  const passes = (test, value) => {
    try {
      return Boolean(test(value));
    } catch {
      return false;
    }
  };

  /** The kind that a name such as diary.pain is of, or null where it is none of ours. */
  const kindOf = (name) => {
    const [kind, id, ...more] = name.split(".");
    return (Object.hasOwn(LISTS, kind) || Object.hasOwn(WHOLE, kind)) && isId(id) && !more.length ? kind : null;
  };

  const isList = (name) => Object.hasOwn(LISTS, kindOf(name) ?? "");

  /** A value apart: what can be read of it (null for nothing at all), and what cannot. */
  const sorted = (name, value) => {
    const kind = kindOf(name);
    if (!kind) return { value: null, unread: [value] };
    if (!isList(name)) return passes(WHOLE[kind], value) ? { value, unread: [] } : { value: null, unread: [value] };
    if (!Array.isArray(value)) return { value: null, unread: [value] };
    const good = value.map((entry) => passes(LISTS[kind], entry));
    return { value: value.filter((_, at) => good[at]), unread: value.filter((_, at) => !good[at]) };
  };

  const fits = (name, value) => {
    const { value: good, unread } = sorted(name, JSON.parse(JSON.stringify(value ?? null)));
    return good !== null && !unread.length;
  };

  /** A stored text apart. What cannot be read is text again. */
  const opened = (name, text) => {
    try {
      if (text === null) return { value: null, unread: [] };
      const { value, unread } = sorted(name, inside(JSON.parse(text)));
      return { value, unread: value === null ? [text] : unread.map((entry) => JSON.stringify(entry)) };
    } catch {
      return { value: null, unread: [text] };
    }
  };

  const inside = (found) => {
    const hasVersion = found && typeof found === "object" && Object.keys(found).sort().join() === "v,value";
    if (!hasVersion) return found;
    return found.v === VERSION ? found.value : undefined; // a later version is not ours to read, or to write over
  };

  const boxed = (value) => JSON.stringify({ v: VERSION, value });

  /** The same text for the same content, in whatever order it was written. */
  const textOf = (value) =>
    JSON.stringify(value, (_, part) =>
      part && typeof part === "object" && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    );

  Object.assign(globalThis, { Shapes: { boxed, fits, isList, kindOf, opened, sorted, textOf } });
})();

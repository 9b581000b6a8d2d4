// @ts-check
// What the reader asked to keep on this device, and the one file in which all of it travels.
// Storage may be refused, full, or filled by others: nothing here throws, and nothing is believed unseen.
(() => {
  "use strict";

  const PREFIX = "running-bones-joints.";
  const FORMAT = "running-bones-joints/saved/1";
  const MOST_SIGNS = 200_000;
  const MOST_ENTRIES = 200;
  const MOST_DIARY_ENTRIES = 365;

  const isId = (value) => /^[a-z0-9-]{1,80}$/.test(value);

  const isWords = (value, most) =>
    typeof value === "string" && value.length <= most && !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(value);
  const isDay = (value) => new Date(value).toISOString() === `${value}T00:00:00.000Z`;
  const isPain = (value) => value === null || (Number.isInteger(value) && value >= 0 && value <= 10);
  const isOneOf = (value, ...all) => all.includes(value);
  const areIds = (pairs) => Object.keys(pairs).length < MOST_ENTRIES && Object.entries(pairs).flat().every(isId);

  /** A line of the pain diary (tools/pain-diary.js). */
  const isDiaryEntry = ({ date, site, during, after, morning, run, unit, note, ...more }) =>
    isDay(date) &&
    isWords(site, 40) &&
    [during, after, morning].every(isPain) &&
    (run === null || (Number.isFinite(run) && run > 0 && run <= 1000)) &&
    isOneOf(unit, "km", "miles", "minutes") &&
    isWords(note, 150) &&
    !Object.keys(more).length;

  /** What may be saved, by the first word of its name. */
  const SHAPES = {
    checklist: (value) => value.length < MOST_ENTRIES && value.every(isId),
    decision: ({ version, date, answers }) =>
      /^[\d.]{1,40}$/.test(version) &&
      /^\d{4}-\d\d-\d\d$/.test(date) &&
      areIds(answers),
    diary: (value) => value.length <= MOST_DIARY_ENTRIES && value.every(isDiaryEntry),
    options: ({ matters, sure, leans, notes }) =>
      areIds(matters) && areIds(sure) && (leans === "" || isId(leans)) && isWords(notes, 1000),
    planner: ({ version, date, start, key, plan, from, to, strength, days, answers, notes, weeks }) =>
      /^[\d.]{1,40}$/.test(version) &&
      [date, start, ...Object.keys(notes)].every(isDay) &&
      [key, plan, from, to, strength, ...days].every(isId) &&
      [answers, notes, weeks].every(areIds),
    appointment: ({ words, without }) =>
      Object.entries(words).every(([id, text]) => isId(id) && isWords(text, 600)) &&
      without.length < MOST_ENTRIES &&
      without.every((part) => part.split(".").every(isId)),
  };

  /** The value that a text holds, if name and value have a shape of ours; else null. */
  const checked = (name, text) => {
    try {
      const [kind, id] = name.split(".");
      const value = JSON.parse(text);
      return isId(id) && name === `${kind}.${id}` && SHAPES[kind](value) ? value : null;
    } catch {
      return null;
    }
  };

  /** Whether a value may be saved under a name. */
  const fits = (name, value) => checked(name, JSON.stringify(value)) !== null;

  const stored = (use) => {
    try {
      return use(localStorage);
    } catch {
      return false;
    }
  };

  const read = (name) => stored((storage) => checked(name, storage.getItem(PREFIX + name))) || null;

  const write = (name, value) => stored((storage) => !storage.setItem(PREFIX + name, JSON.stringify(value)));

  const remove = (name) => stored((storage) => storage.removeItem(PREFIX + name));

  /** Everything saved, as pairs of name and value. */
  const all = () => {
    const names = (stored(Object.keys) || []).map((key) => key.replace(PREFIX, ""));
    return names.map((name) => [name, read(name)]).filter(([, value]) => value);
  };

  /** Everything saved, as the text of a file; null where there is nothing. */
  const pack = () => {
    const saved = all();
    return saved.length ? JSON.stringify({ format: FORMAT, saved: Object.fromEntries(saved) }, null, 1) : null;
  };

  /** Takes in what `pack` made: "all", "some" (what has no shape of ours stays out), "none" or "refused". */
  const unpack = (text) => {
    try {
      const { format, saved } = JSON.parse(text.length > MOST_SIGNS ? "{}" : text);
      const entries = format === FORMAT ? Object.entries(saved) : [];
      const ours = entries.filter(([name, value]) => fits(name, value)).slice(0, MOST_ENTRIES);
      if (!ours.every(([name, value]) => write(name, value))) return "refused";
      return ours.length ? (ours.length < entries.length ? "some" : "all") : "none";
    } catch {
      return "none";
    }
  };

  Object.assign(globalThis, { Saved: { FORMAT, MOST_DIARY_ENTRIES, MOST_SIGNS, all, fits, pack, read, remove, unpack, write } });
})();

// @ts-check
// What the reader asked to keep on this device, and the one file in which all of it travels.
// Storage may be refused, full, or filled by others: nothing here throws, and nothing is believed unseen.
(() => {
  "use strict";

  const PREFIX = "running-bones-joints.";
  const FORMAT = "running-bones-joints/saved/1";
  const MOST_SIGNS = 200_000;
  const MOST_ENTRIES = 200;

  const isId = (value) => /^[a-z0-9-]{1,80}$/.test(value);

  /** What may be saved, by the first word of its name. */
  const SHAPES = {
    checklist: (value) => value.length < MOST_ENTRIES && value.every(isId),
    decision: ({ version, date, answers }) =>
      /^[\d.]{1,40}$/.test(version) &&
      /^\d{4}-\d\d-\d\d$/.test(date) &&
      Object.keys(answers).length < MOST_ENTRIES &&
      Object.entries(answers).flat().every(isId),
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

  /** Everything saved, as the text of a file; null where there is nothing. */
  const pack = () => {
    const names = (stored(Object.keys) || []).map((key) => key.replace(PREFIX, ""));
    const saved = names.map((name) => [name, read(name)]).filter(([, value]) => value);
    return saved.length ? JSON.stringify({ format: FORMAT, saved: Object.fromEntries(saved) }, null, 1) : null;
  };

  /** Takes in what `pack` made: "all", "some" (what has no shape of ours stays out), "none" or "refused". */
  const unpack = (text) => {
    try {
      const { format, saved } = JSON.parse(text.length > MOST_SIGNS ? "{}" : text);
      const entries = format === FORMAT ? Object.entries(saved) : [];
      const ours = entries.filter(([name, value]) => checked(name, JSON.stringify(value))).slice(0, MOST_ENTRIES);
      if (!ours.every(([name, value]) => write(name, value))) return "refused";
      return ours.length ? (ours.length < entries.length ? "some" : "all") : "none";
    } catch {
      return "none";
    }
  };

  Object.assign(globalThis, { Saved: { MOST_SIGNS, pack, read, remove, unpack, write } });
})();

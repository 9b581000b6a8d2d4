// @ts-check
// What the reader asked to keep on this device, and the one file in which all of it travels.
// Storage may be refused, full or filled by someone else: nothing here throws, and nothing is believed unseen.
(() => {
  "use strict";

  const PREFIX = "running-bones-joints.";
  const FORMAT = "running-bones-joints/saved";
  const MOST_BYTES = 200_000;
  const MOST_ENTRIES = 200;

  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const DATE = /^\d{4}-\d\d-\d\d$/;

  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  /** @param {unknown} value */
  const isId = (value) => typeof value === "string" && value.length <= 80 && ID.test(value);
  /** @param {unknown} value */
  const isAnswer = (value) => isId(value) || typeof value === "boolean" || Number.isSafeInteger(value);

  /** What may be saved, by the first word of its name. @type {Record<string, (value: any) => boolean>} */
  const SHAPES = {
    decision: (value) =>
      isRecord(value) &&
      typeof value.version === "string" &&
      /^\d{1,6}(\.\d{1,6}){0,9}$/.test(value.version) &&
      DATE.test(String(value.date)) &&
      isRecord(value.answers) &&
      Object.keys(value.answers).length <= MOST_ENTRIES &&
      Object.entries(value.answers).every(([id, answer]) => isId(id) && isAnswer(answer)),
    checklist: (value) => Array.isArray(value) && value.length <= MOST_ENTRIES && value.every(isId),
  };

  /** Whether a name and its value have a shape of ours. @param {string} name @param {unknown} value */
  const fits = (name, value) => {
    const [kind, id, ...more] = name.split(".");
    return Object.hasOwn(SHAPES, kind) && isId(id) && !more.length && SHAPES[kind](value);
  };

  /** What was saved under a name, or null. @param {string} name @returns {any} */
  const read = (name) => {
    try {
      const value = JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
      return fits(name, value) ? value : null;
    } catch {
      return null;
    }
  };

  /** Saves, and says whether it worked. @param {string} name @param {unknown} value */
  const write = (name, value) => {
    try {
      localStorage.setItem(PREFIX + name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };

  /** @param {string} name */
  const remove = (name) => {
    try {
      localStorage.removeItem(PREFIX + name);
    } catch {
      // Where storage is refused, nothing was saved.
    }
  };

  /** Everything saved, as the text of a file; null where there is nothing. */
  const pack = () => {
    /** @type {Record<string, unknown>} */ const saved = {};
    try {
      for (const key of Object.keys(localStorage)) {
        const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : "";
        const value = name && read(name);
        if (value) saved[name] = value;
      }
    } catch {
      return null;
    }
    return Object.keys(saved).length ? JSON.stringify({ format: FORMAT, version: 1, saved }, null, 1) : null;
  };

  /**
   * Takes in a file that `pack` made. Entries that are not of our shapes are left out and counted.
   * @param {string} text @returns {{taken: number, left: number} | {problem: "format" | "refused"}}
   */
  const unpack = (text) => {
    /** @type {any} */ let file;
    try {
      file = text.length <= MOST_BYTES ? JSON.parse(text) : null;
    } catch {
      file = null;
    }
    if (!isRecord(file) || file.format !== FORMAT || file.version !== 1 || !isRecord(file.saved)) {
      return { problem: "format" };
    }
    const entries = Object.entries(file.saved);
    const ours = entries.filter(([name, value]) => fits(name, value)).slice(0, MOST_ENTRIES);
    if (!ours.every(([name, value]) => write(name, value))) return { problem: "refused" };
    return { taken: ours.length, left: entries.length - ours.length };
  };

  Object.defineProperty(globalThis, "Saved", { value: Object.freeze({ MOST_BYTES, pack, read, remove, unpack, write }) });
})();

// @ts-check
// What a reader writes and has not saved, for this visit: in the store of this tab alone, which goes when the tab is
// closed. It is never written to a file, and never sent. Types: docs-dev/scripts.d.ts
(() => {
  "use strict";

  const PREFIX = "running-bones-joints.draft.";
  const MOST_FIELDS = 300;
  const LONGEST = 5_000;

  /** Names and values of fields, as a form gives them. */
  const areFields = (value) =>
    Array.isArray(value) &&
    value.length <= MOST_FIELDS &&
    value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every((text) => isText(text)));

  const isText = (value) => typeof value === "string" && value.length <= LONGEST;

  const fits = (name, value) => areFields(value) || Saved.fits(name, value);

  const read = (name) => {
    try {
      const value = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? "null");
      return fits(name, value) ? value : null;
    } catch {
      return null; // refused, or not ours
    }
  };

  /** Whether it is there now. What does not fit is not written. */
  const write = (name, value) => {
    try {
      if (!fits(name, value)) return false;
      sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };

  const remove = (name) => {
    try {
      sessionStorage.removeItem(PREFIX + name);
    } catch {
      // Where the store is refused, nothing was written.
    }
  };

  const fieldsIn = (form) => [...form.elements].filter(({ name, type }) => name && type !== "file");

  const isTicked = ({ type }) => type === "checkbox" || type === "radio";

  /** Fills a form with what was written in it before. Whether there was anything. */
  const fill = (name, form) => {
    const pairs = read(name);
    if (!areFields(pairs)) return false;
    for (const field of fieldsIn(form)) {
      const values = pairs.filter(([id]) => id === field.name).map(([, value]) => value);
      if (isTicked(field)) field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
    return true;
  };

  /** Keeps what is written in a form. Whether it could. */
  const keep = (name, form) => {
    const written = fieldsIn(form).filter((field) => !isTicked(field) || field.checked);
    return write(name, written.map((field) => [field.name, field.value]));
  };

  Object.assign(globalThis, { Drafts: { fill, keep, read, remove, write } });
})();

// What a reader writes and has not saved, for this visit: in the store of this tab alone, which goes when the tab is
// closed. It is never written to a file, and never sent. Types: docs-dev/scripts.d.ts
import * as Shapes from "./shapes.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

const PREFIX = "running-bones-joints.draft.";
const MOST_FIELDS = 300;
const LONGEST = 5_000;

/** Names and values of fields, as a form gives them. @param {unknown} value @returns {value is [string, string][]} */
const areFields = (value) =>
  Array.isArray(value) &&
  value.length <= MOST_FIELDS &&
  value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every((text) => isText(text)));

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.length <= LONGEST;

/** @param {string} name @param {unknown} value */
const fits = (name, value) => areFields(value) || Shapes.fits(name, value);

/** @param {string} name @returns {any} */
export const read = (name) => {
  try {
    const value = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? "null");
    return fits(name, value) ? value : null;
  } catch {
    return null; // refused, or not ours
  }
};

/** Whether it is there now. What does not fit is not written. @param {string} name @param {unknown} value */
export const write = (name, value) => {
  try {
    if (!fits(name, value)) return false;
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};

/** @param {string} name */
export const remove = (name) => {
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    // Where the store is refused, nothing was written.
  }
};

/** The name of each thing that is written in this tab and not saved. */
export const names = () => {
  try {
    return Object.keys(sessionStorage).flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []));
  } catch {
    return [];
  }
};

/** Removes a draft, and gives what puts it back as it was. @param {string} name */
export const clear = (name) => {
  const text = sessionStorage.getItem(PREFIX + name) ?? "";
  remove(name);
  return () => sessionStorage.setItem(PREFIX + name, text);
};

/** @param {HTMLFormElement} form */
const fieldsIn = (form) =>
  /** @type {Field[]} */ ([...form.elements]).filter(({ name, type }) => name && type !== "file");

/** @param {Field} field @returns {field is HTMLInputElement} */
const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

/**
 * Fills a form with what was written in it before. Whether there was anything.
 * @param {string} name @param {HTMLFormElement} form
 */
export const fill = (name, form) => {
  const pairs = read(name);
  if (!areFields(pairs)) return false;
  for (const field of fieldsIn(form)) {
    const values = pairs.filter(([id]) => id === field.name).map(([, value]) => value);
    const [first] = values;
    if (isTicked(field)) field.checked = values.includes(field.value);
    else if (first !== undefined) field.value = first;
  }
  return true;
};

/** Keeps what is written in a form. Whether it could. @param {string} name @param {HTMLFormElement} form */
export const keep = (name, form) => {
  const written = fieldsIn(form).filter((field) => !isTicked(field) || field.checked);
  return write(name, written.map((field) => [field.name, field.value]));
};

// The pain diary as a file: CSV for spreadsheets and JSON, out and in. What comes in is read line by line; a line that
// is no entry is left out, with a sentence that says why. CSV follows RFC 4180. Types: docs-dev/scripts.d.ts
import * as Days from "../days.js";
import * as Numbers from "../numbers.js";
import * as Saved from "../saved.js";
import * as Shapes from "../shapes.js";

/**
 * The entries of a file, and a sentence on each line that is none. A file's own entry is anything, by name.
 * @typedef {{ entries: DiaryEntry[], problems: string[] }} Read
 * @typedef {Record<string, unknown>} Raw
 * @typedef {{ order?: "day" | "month" | "", comma?: boolean }} How Which number of a day comes first; whether , is a decimal point
 */

const FORMAT = "running-bones-joints/pain-diary/1";
/** @type {(keyof DiaryEntry)[]} */
const COLUMNS = ["date", "site", "during", "after", "morning", "run", "unit", "note"];
/** @type {["during" | "after" | "morning", string][]} */
const PAINS = [
  ["during", "during"],
  ["after", "after"],
  ["morning", "next morning"],
];

// A spreadsheet takes a cell that begins like this for a formula and works it out. One ' before it stops that, and
// goes again when the cell comes back. https://owasp.org/www-community/attacks/CSV_Injection
const LIKE_A_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

// Out

/** @param {DiaryEntry[]} entries */
export const toCsv = (entries) => {
  const rows = [COLUMNS, ...entries.map((entry) => COLUMNS.map((name) => cell(entry[name])))];
  return `\ufeff${rows.map((row) => row.join(",")).join("\r\n")}\r\n`; // the mark at the start tells Excel that it is UTF-8
};

/** @param {unknown} value */
const cell = (value) => {
  const text = String(value ?? "");
  const guarded = typeof value === "string" && LIKE_A_FORMULA.test(text) ? `'${text}` : text;
  return /[",;\n\r\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/** @param {string} text */
const unguarded = (text) => (text.startsWith("'") && LIKE_A_FORMULA.test(text) ? text.slice(1) : text);

/** @param {DiaryEntry[]} entries */
export const toJson = (entries) => JSON.stringify({ format: FORMAT, entries }, null, 1);

// In

/**
 * The text in a file's bytes. Null where it is in no alphabet that we know, and letters would be lost.
 * @param {Uint8Array} bytes
 */
export const decoded = (bytes) => {
  const is16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    return new TextDecoder(is16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** @param {string | null} text @returns {Read} */
export const read = (text) => {
  if (text === null) return none("This file is not in UTF-8, and letters would be lost. Save it as “CSV UTF-8”, and bring it in once more.");
  const clean = text.replace(/^\ufeff/, "");
  return /^\s*[{[]/.test(clean) ? fromJson(clean) : fromCsv(clean);
};

/** @param {string} problem @returns {Read} */
const none = (problem) => ({ entries: [], problems: [problem] });

/** @param {string} text */
const fromJson = (text) => {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return none("This file is cut off or damaged. Save it again from where it came, and bring it in once more.");
  }
  const list = found.format === FORMAT ? found.entries : found.format === Saved.FORMAT && found.saved?.["diary.pain"];
  if (!Array.isArray(list)) return none("This file holds no pain diary of this guide.");
  return sorted(
    list.map((entry, index) => ({ name: `Entry ${index + 1}`, raw: entry && typeof entry === "object" ? entry : {} })),
  );
};

/** @param {string} text */
const fromCsv = (text) => {
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  const separator = [",", ";", "\t"].find((each) => headings(first.split(each)).includes("date")) ?? ",";
  const { rows, open } = cells(text, separator);
  const names = headings(rows[0]?.cells ?? []);
  if (!names.includes("date")) {
    return none(`The first line names no column “date”. It needs: ${COLUMNS.join(", ")}.`);
  }
  if (open) return none(`Line ${open}: a quotation mark opens here and never closes, so nothing was read. Mend that line.`);
  const filled = rows.slice(1).filter((row) => row.cells.some((value) => value.trim()));
  /** @param {string[]} values @returns {Record<string, string>} */
  const rawOf = (values) =>
    Object.fromEntries(names.map((name, column) => [name, unguarded((values[column] ?? "").trim())]));
  const named = filled.map(({ line, cells: values }) => ({ name: `Line ${line}`, raw: rawOf(values) }));
  // Semicolons stand between cells where the comma is a decimal point, and the day stands before the month.
  const dates = named.map(({ raw }) => raw.date ?? "");
  return sorted(named, { order: separator === ";" ? "day" : orderIn(dates), comma: separator === ";" });
};

/** @param {string[]} row */
const headings = (row) => row.map((name) => name.replace(/"/g, "").trim().toLowerCase());

/**
 * Rows of cells with the line that each begins on. Quotes hold separators, line ends and doubled quotes.
 * @param {string} text @param {string} separator
 */
const cells = (text, separator) => {
  let row = { line: 1, cells: [""] };
  const rows = [row];
  const write = (/** @type {string} */ sign) => row.cells.push((row.cells.pop() ?? "") + sign);
  let line = 1;
  let open = 0; // the line on which a quote opened
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const isEnd = sign === "\n" || sign === "\r";
    if (isEnd) {
      line += 1;
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
    }
    if (open && sign === '"' && text[at + 1] === '"') {
      write(sign);
      at += 1;
    } else if (sign === '"' && open) open = 0;
    else if (sign === '"' && !row.cells.at(-1)) open = line;
    else if (isEnd && !open) rows.push((row = { line, cells: [""] }));
    else if (sign === separator && !open) row.cells.push("");
    else write(isEnd ? "\n" : sign);
  }
  return { rows, open };
};

/**
 * Good entries, and a sentence for each of the others.
 * @param {{ name: string, raw: Raw }[]} named @param {How} [how] @returns {Read}
 */
const sorted = (named, how = {}) => {
  const entries = [];
  const problems = [];
  for (const { name, raw } of named) {
    const made = entry(raw, how);
    if (typeof made === "string") problems.push(`${name}: ${made}`);
    else entries.push(made);
  }
  return { entries, problems };
};

/** An entry, or what is wrong with it. @param {Raw} raw @param {How} how @returns {DiaryEntry | string} */
const entry = (raw, { order = "", comma = false }) => {
  const words = (/** @type {string} */ name) => String(raw[name] ?? "").replace(/\r\n?/g, "\n").replaceAll("\t", " ").trim();
  const [date, other] = daysIn(words("date"), order);
  if (other) return `“${words("date")}” can be two days. Write it as ${date} or ${other}.`;
  if (!date) return `“${words("date")}” is no day. Write it as 2026-11-22 or 22/11/2026.`;
  /** @type {Pick<DiaryEntry, "during" | "after" | "morning">} */
  const pains = { during: null, after: null, morning: null };
  for (const [name, says] of PAINS) {
    const value = pain(words(name));
    if (value === undefined) return `pain ${says} is “${words(name)}”. Write a whole number from 0 to 10, or nothing.`;
    pains[name] = value;
  }
  const text = comma ? words("run").replace(/^(\d+),(\d+)$/, "$1.$2") : words("run");
  const found = typeof raw.run === "number" ? raw.run : run(text);
  if (Array.isArray(found)) return `the run is “${text}”, which can be read in two ways. Write ${found.join(" or ")}.`;
  if (found === undefined) return `the run is “${text}”. Write a number up to 1,000, or nothing.`;
  const unit = words("unit").toLowerCase() || "km";
  if (!isUnit(unit)) return `the unit is “${unit}”. Write km, miles or minutes.`;
  const made = { date, site: words("site"), ...pains, run: found, unit, note: words("note") };
  if (made.site.length > 40) return "the place is longer than 40 letters.";
  if (made.note.length > 150) return "the note is longer than 150 letters.";
  return Shapes.fits("diary.pain", [made]) ? made : "it holds signs that cannot be read.";
};

/** @param {string} text @returns {text is DiaryEntry["unit"]} */
const isUnit = (text) => ["km", "miles", "minutes"].includes(text);

// What stands in a field or a cell

/** 0 to 10; null for nothing, undefined for anything else. @param {string} text @returns {number | null | undefined} */
export const pain = (text) => {
  if (text === "") return null;
  const value = Numbers.read(text);
  return typeof value === "number" && Number.isInteger(value) && value <= 10 ? value : undefined;
};

/**
 * Up to 1,000, to a thousandth; null for nothing, the two ways where there are two, undefined for anything else.
 * @param {string} text @returns {number | null | [string, string] | undefined}
 */
export const run = (text) => {
  if (text === "") return null;
  const value = Numbers.read(text);
  if (Array.isArray(value)) return value;
  const rounded = Math.round((value ?? 0) * 1000) / 1000;
  return rounded > 0 && rounded <= 1000 ? rounded : undefined;
};

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const POINTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/**
 * Which of the numbers in 2/11/2026 is the day, told by days that can only be read one way. "" where none tells.
 * @param {string[]} dates @returns {"day" | "month" | ""}
 */
const orderIn = (dates) => {
  const found = dates.map((date) => SLASHED.exec(date));
  const [day, month] = [1, 2].map((place) => found.some((each) => Number(each?.[place]) > 12));
  return day === month ? "" : day ? "day" : "month";
};

/** The days that a text can mean, as data: none, one or two. @param {string} text @param {string} order */
const daysIn = (text, order) => {
  const [, one, other, year] = POINTED.exec(text) ?? SLASHED.exec(text) ?? ["", "", "", ""];
  if (!year) return [text].filter(Days.isDay);
  const written = (/** @type {string} */ date, /** @type {string} */ month) => `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const known = POINTED.test(text) ? "day" : order;
  const ways = [...(known === "month" ? [] : [written(one, other)]), ...(known === "day" ? [] : [written(other, one)])];
  return [...new Set(ways.filter(Days.isDay))];
};

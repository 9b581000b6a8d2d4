// Answers as people type them, as they are said back (in the words of macros/export/answers.py), and as they
// travel in the part of an address that browsers never send: page#tool?v=1&question=answer. Types: docs-dev/scripts.d.ts
import { positionOf } from "./attainable.js";
import * as Numbers from "../numbers.js";

const KM_IN_A_MILE = 1.609344;
const LONGEST_LINK = 4000;

/**
 * A number as people write it: "5,2", "1 200 km", "3 miles". Else a sentence on what is wrong.
 * @param {NumberQuestion} question @param {string} text @param {boolean} miles Whether a bare number counts miles
 * @returns {number | string}
 */
export const read = ({ low, step, scale, unit, size }, text, miles) => {
  const km = unit === "km";
  const [, digits = "", after = ""] = /^([\d.,'’\s]*\d)\s*(\D*|out of \d+)$/.exec(text.trim().toLowerCase()) ?? [];
  const said = after.replace(/\s/g, "");
  const far = km && (said ? /^mi(les?)?$/.test(said) : miles);
  if (said && !far && !(km ? /^k(m|ilomet(re|er))?s?$/.test(said) : unit.replace(/ /g, "").startsWith(said))) {
    return `Write the number in ${km ? "km or miles" : unit}`;
  }
  const value = Numbers.read(digits);
  if (Array.isArray(value)) return `“${digits}” can be read in two ways. Write ${value.join(" or ")}`;
  // The point is moved, so that no binary fraction comes between: 98.83 at scale 100 is 9883.
  const exact = Number(`${value}e${String(scale).length - 1}`) * (far ? KM_IN_A_MILE : 1);
  const answer = low + Math.round((exact - low) / step) * step;
  if (answer >= low && answer < low + size * step && (scale > 1 || far || exact === answer)) return answer;
  const highest = withUnit((low + (size - 1) * step) / scale, unit);
  return `Write a ${scale > 1 ? "" : "whole "}number from ${low / scale} to ${highest}`;
};

/** @param {string | number} number @param {string} unit */
export const withUnit = (number, unit) => `${number}${unit === "%" ? "" : " "}${unit}`.trim();

/**
 * A stored number as it is shown, 52 at scale 10 as 5.2; a distance in miles too.
 * @param {number} value @param {{ scale: number, unit: string }} as
 */
export const amount = (value, { scale, unit }) =>
  withUnit(value / scale, unit) +
  (unit === "km" && value ? ` (${(value / scale / KM_IN_A_MILE).toFixed(1)} miles)` : "");

/** @param {Question} question @param {Answer} answer */
export const say = (question, answer) => question.options
    ? (question.options.find(({ id }) => id === answer)?.label ?? "")
    : amount(Number(answer), question);

/** @param {Question} question @param {Ranges} ranges */
export const sayRanges = (question, ranges) => {
  const parts = question.options
    ? question.options
        .filter(({ at }) => ranges.some(([from, to]) => from <= at && at <= to))
        .map(({ label }) => (label.includes(",") ? `“${label}”` : label))
    : ranges.map((range) => sayRange(question, range));
  const last = parts.pop() ?? "";
  return parts.length ? `${parts.join(", ")} or ${last}` : last;
};

/** @param {NumberQuestion} question @param {Span} range */
const sayRange = ({ low, step, unit, size, scale }, [from, to]) => {
  const [first, last] = [from, to].map((position) => (low + position * step) / scale);
  if (from === to) return withUnit(first, unit);
  if (to === size - 1) return `${withUnit(first, unit)} or more`;
  return from ? `${first} to ${withUnit(last, unit)}` : `${withUnit(last, unit)} or less`;
};

/** @param {Pick<Tool, "histories">} tool */
export const version = ({ histories }) => histories.map((history) => history[history.length - 1][0]).join(".");

/** What a link calls the version of the rules, and the signs that were ticked. No question has such an id. */
const [VERSION, TICKED] = ["v", "ticked"];

/** @param {Tool} tool @param {Answers} answers @param {string[]} ticked Ids of signs */
export const toLink = (tool, answers, ticked) => {
  const pairs = [[VERSION, version(tool)], ...Object.entries(answers), ...(ticked.length ? [[TICKED, ticked.join(".")]] : [])];
  return `#${tool.id}?${new URLSearchParams(pairs.map(([id, value]) => [id, String(value)]))}`;
};

/**
 * What a fragment holds, or null where it is not about this tool.
 * @param {{ id: string }} tool @param {string} fragment
 */
export const fromLink = ({ id }, fragment) => {
  const start = `#${id}?`;
  if (!fragment.startsWith(start)) return null;
  const all = [...new URLSearchParams(fragment.length > LONGEST_LINK ? "too=long" : fragment.slice(start.length))];
  const find = (/** @type {string} */ name) => all.find(([key]) => key === name)?.[1];
  return {
    version: find(VERSION),
    ticked: find(TICKED)?.split(".") ?? [],
    pairs: all.filter(([name]) => name !== VERSION && name !== TICKED),
  };
};

/** Pairs that answer questions, and whether any did not. @param {Tool} tool @param {[string, unknown][]} pairs */
export const known = ({ questions }, pairs) => {
  /** @type {Answers} */
  const answers = {};
  let left = false;
  for (const [id, value] of pairs) {
    const question = questions.find((each) => each.id === id);
    const text = String(value);
    const isNumber = question?.kind === "integer";
    const answer = isNumber ? (/^-?\d{1,15}$/.test(text) ? Number(text) : null) : text;
    if (answer !== null && !Object.hasOwn(answers, id) && positionOf(question, answer) !== null) {
      answers[id] = answer;
    } else left = true;
  }
  return { answers, left };
};

/**
 * What changed in the rules since a version; null where there was none such.
 * @param {Tool} tool @param {string} [then]
 */
export const since = ({ histories }, then) => {
  const versions = then && /^\d{1,6}(\.\d{1,6})*$/.test(then) ? then.split(".").map(Number) : [0];
  if (versions.some((each, table) => !histories[table]?.[each - 1])) return null;
  return histories.flatMap((history, table) => history.slice(versions[table] ?? Infinity));
};

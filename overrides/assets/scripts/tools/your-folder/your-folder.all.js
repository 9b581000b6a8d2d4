// All of a kept thing, in words, for its card and for paper.
import { classed, made } from "../../dom.js";
import { said } from "../appointment-summary.said.js";
import { fitting } from "../walk-run-planner/walk-run-planner.kept.js";
import { Sheet, rungOf } from "../walk-run-planner/walk-run-planner.sheet.js";
import { kindIn } from "./your-folder.kept.js";
import { layOut, sayDay } from "../walk-run-planner/walk-run-planner.weeks.js";

/** @typedef {import("./your-folder.kept.js").Place} Place */

/** @param {string[]} names @param {string[][]} rows */
const table = (names, rows) => {
  const head = made("tr", ...names.map((name) => Object.assign(made("th", name), { scope: "col" })));
  const lines = rows.map((cells) => made("tr", ...cells.map((text) => made("td", text))));
  return made("table", made("thead", head), made("tbody", ...lines));
};

/** @param {Place} place @param {HTMLElement} root @param {any} saved */
const weeks = ({ planner }, root, saved) => {
  const fits = fitting(planner, saved);
  if (!fits) return [];
  const sheet = new Sheet(root, planner);
  const { plan, sessions } = layOut(planner, fits);
  const how = /** @type {const} */ ({ weekday: "short", day: "numeric", month: "short" });
  const rows = sessions.map((slot) => [
    sayDay(slot.day, how),
    `${rungOf(plan, slot.session)}. ${slot.session.words}`,
    slot.note ? sheet.noteWords(slot) : "",
  ]);
  return [table(["Day", "Session", "Noted"], rows)];
};

/** @param {Place} place @param {{ words: Record<string, string> }} saved */
const words = ({ words: labels }, saved) => {
  const rows = Object.entries(saved.words).flatMap(([id, text]) =>
    labels[id] ? [made("dt", labels[id]), classed("folder__words", made("dd", text))] : [],
  );
  return rows.length ? [classed("facts", made("dl", ...rows))] : [];
};

/** On a phone a wide table scrolls, by keys too. @param {string} title @param {Node} node */
const inItsWidth = (title, node) => {
  if (!(node instanceof HTMLTableElement)) return node;
  const names = { tabIndex: 0, role: "group", ariaLabel: title };
  return Object.assign(classed("folder__wide", made("div", node)), names);
};

/**
 * Everything of a kept thing; nothing where its line has said it all, or its tool has another form by now.
 * @param {HTMLElement} root @param {string} name @param {Place} place @param {any} value @returns {Node[]}
 */
export const wholeOf = (root, name, place, value) => {
  try {
    return nodesOf(root, kindIn(name), place, value).map((node) => inItsWidth(place.title, node));
  } catch {
    return [];
  }
};

/** @param {HTMLElement} root @param {string} kind @param {Place} place @param {any} value @returns {Node[]} */
const nodesOf = (root, kind, place, value) => {
  if (kind === "planner") return weeks(place, root, value);
  return kind === "appointment" ? words(place, value) : said(kind, place, value, Infinity);
};

// What a reader saved, in words, for the appointment summary: it repeats, and draws no conclusion.
import { classed, made } from "../dom.js";

const DIARY_LINES = 10;

/**
 * What saved things are called in words (macros/render/doing/appointment_summary.py).
 * @typedef {{ title: string, tasks?: boolean }} Known
 * @typedef {{ short: string, options?: Record<string, string>, signs?: Record<string, string>, scale: number, unit: string }} KnownQuestion
 * @typedef {Known & { questions: Record<string, KnownQuestion> }} KnownDecision
 * @typedef {Known & { items: Record<string, string> }} KnownList
 * @typedef {Known & { matters: Record<string, string>, most: string, leans: Record<string, string> }} KnownOptions
 * @typedef {Known & { columns: string[] }} KnownDiary
 */

/** @param {string} date @param {Intl.DateTimeFormatOptions} [more] */
const dayOf = (date, more) =>
  new Date(`${date}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "short", ...more });

/** @param {string} date */
const short = (date) => dayOf(date, { year: "numeric" });

/** @param {string} text */
const when = (text) => classed("summary__when", made("p", text));

/**
 * Questions by their answer: "Yes: falls. No: hot joint, fever." The most telling first: signs that were ticked, in
 * their own words; "No" stands last.
 * @param {KnownDecision} known @param {{ answers: Answers, ticked?: string[], date: string }} saved
 */
const answers = (known, { answers, ticked = [], date }) => {
  const signs = Object.assign({}, ...Object.keys(answers).map((id) => known.questions[id]?.signs));
  const words = ticked.flatMap((id) => (Object.hasOwn(signs, id) ? [signs[id]] : []));
  /** @type {Map<string, string[]>} */
  const by = new Map();
  for (const [id, answer] of Object.entries(answers)) {
    const question = known.questions[id];
    if (!question) continue; // it is asked no longer
    const said = question.options ? question.options[answer] : `${Number(answer) / question.scale} ${question.unit}`;
    if (said) by.set(said, [...(by.get(said) ?? []), question.short]);
  }
  const groups = [...by].sort(([one], [other]) => Number(one === "No") - Number(other === "No"));
  const lines = groups.map(([said, asked]) => made("p", made("strong", `${said}: `), `${asked.join(", ")}.`));
  if (words.length) lines.unshift(made("p", made("strong", "I ticked: "), `${words.join("; ")}.`));
  return lines.length ? [when(`My answers of ${short(date)}.`), ...lines] : [];
};

/** @param {KnownList} known @param {string[]} ids */
const ticks = (known, ids) => {
  const items = ids.flatMap((id) => (known.items[id] ? [made("li", known.items[id])] : []));
  return items.length ? [when("What I ticked."), made("ul", ...items)] : [];
};

/** @param {KnownOptions} known @param {{ matters: Record<string, string>, leans: string, notes: string }} saved */
const choices = (known, { matters, leans, notes }) => {
  const lot = Object.entries(matters).flatMap(([id, level]) => (level === known.most && known.matters[id] ? [known.matters[id]] : []));
  const line = (/** @type {string} */ label, /** @type {string | undefined} */ text) =>
    text ? [made("p", made("strong", `${label}: `), text)] : [];
  return [...line("Matters a lot to me", lot.join(", ")), ...line("I lean to", known.leans[leans]), ...line("My notes", notes)];
};

/** @param {KnownDiary} known @param {DiaryEntry[]} entries @param {number} most */
const days = (known, entries, most) => {
  const newest = [...entries].sort((one, other) => other.date.localeCompare(one.date)).slice(0, most);
  const [last] = newest;
  if (!last) return [];
  const names = ["Day", "Where", ...known.columns, "Run", "Note"];
  const head = made("tr", ...names.map((name) => Object.assign(made("th", name), { scope: "col" })));
  const rows = newest.map(({ date, site, during, after, morning, run, unit, note }) => {
    const cells = [dayOf(date), site, during, after, morning, run === null ? "" : `${run} ${unit}`, note];
    return made("tr", ...cells.map((text) => made("td", String(text ?? ""))));
  });
  const left = newest.length < entries.length ? ` The last ${newest.length} of ${entries.length} entries.` : "";
  return [
    when(`Pain from 0 to 10, up to ${short(last.date)}.${left}`),
    classed("summary__days", made("table", made("thead", head), made("tbody", ...rows))),
  ];
};

/** @type {Record<string, (known: any, value: any, most: number) => HTMLElement[]>} */
const BY_KIND = { decision: answers, checklist: ticks, options: choices, diary: days };

/**
 * A saved thing in words; nothing where it says nothing. Of a diary, the newest entries.
 * @param {string} kind @param {Known} known @param {unknown} value @param {number} [most]
 */
export const said = (kind, known, value, most = DIARY_LINES) => BY_KIND[kind]?.(known, value, most) ?? [];

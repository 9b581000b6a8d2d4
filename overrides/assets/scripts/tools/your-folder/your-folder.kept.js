// What is kept on a device, said in a line or two: pure sums over what is saved and what the page knows of it
// (macros/render/doing/your_folder.py). It repeats what a reader did, and draws no conclusion from it.
import * as Answers from "../../decisions/answers.js";
import { rest } from "../../decisions/remaining.js";
import * as Days from "../../days.js";
import { fitting } from "../walk-run-planner/walk-run-planner.kept.js";
import { layOut, sayDay } from "../walk-run-planner/walk-run-planner.weeks.js";

/** @typedef {{ lines: string[], urgency?: string }} Summary The first line says most */
/** @typedef {{ title: string, url: string, [more: string]: any }} Place What the page knows of a saved thing, and where its tool is */
/** @typedef {Record<string, Place>} Places By the name that it is saved under */

/** @param {number} count @param {string} one @param {string} [many] */
const amount = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** @param {string} name As it is saved */
export const kindIn = (name) => name.split(".", 1).join("");

/** Where a name belongs: a draft is named after the tool, or is of the only tool of its kind. @param {Places} places @param {string} name */
export const placeOf = (places, name) => {
  const known = Object.keys(places);
  const ofKind = known.filter((each) => kindIn(each) === kindIn(name));
  const found = known.find((each) => `${name}.`.startsWith(`${each}.`)) ?? (ofKind.length === 1 ? ofKind[0] : undefined);
  return found === undefined ? null : (places[found] ?? null);
};

/** What the rules of today say to saved answers, and what became of the rules since. @param {Place} known @param {{ version: string, date: string, answers: Answers }} saved @returns {Summary} */
const answers = ({ tool }, { version, date, answers: given }) => {
  const { answers: known } = Answers.known(tool, Object.entries(given));
  const [table] = tool.tables;
  const { outcomes } = rest(tool, table, known);
  const since = Answers.since(tool, version);
  const changes = since?.length ? ". The rules have changed since then: the result above is by those of today." : ", which have not changed since.";
  const by = `Answers of ${Days.inWords(date)}, by version ${version} of the rules`;
  const { lines, urgency } = resultOf(tool, outcomes);
  return { lines: [...lines, by + (since ? changes : ", which this copy of the guide does not know.")], urgency };
};

/** @param {Tool & { urgency: Record<string, string> }} tool @param {Outcome[]} outcomes @returns {Summary} */
const resultOf = ({ tables: [{ many }], says: [said], urgency }, outcomes) => {
  if (outcomes.length !== 1) return { lines: ["No result yet: a question is still open."] };
  const [outcome] = outcomes;
  const results = /** @type {Values[]} */ ((many ? outcome : outcome && [outcome]) ?? []);
  const words = results.map((values) =>
    said.flatMap(({ values: names, label, unit }, at) => {
      const value = values[at];
      return value === undefined ? [] : [names[value] ?? `${label}: ${Answers.withUnit(value, unit)}`];
    }).join(", "),
  );
  return { lines: [words.join("; ") || "No row of the table fits."], urgency: urgency[results[0]?.[0] ?? ""] };
};

/** @param {Place} known @param {PlannerState} saved @returns {Summary} */
const weeks = ({ planner }, saved) => {
  const fits = fitting(planner, saved);
  if (!fits) return { lines: ["With the rules of today these weeks come out differently.", `Laid out on ${Days.inWords(saved.date)}. Open the planner to choose again.`] };
  const { plan, sessions, next, stopped } = layOut(planner, fits);
  const noted = sessions.filter(({ note }) => note).length;
  const first = next ? `Next: ${sayDay(next.day)}. ${next.session.words}` : stopped ? "Stopped after what you noted last." : "All sessions are noted.";
  const older = saved.version === planner.version ? "" : " The rules have changed since then.";
  return { lines: [first, `${plan.title}. ${noted} of ${amount(sessions.length, "session")} noted.${older}`] };
};

/** @param {Place} _ @param {DiaryEntry[]} entries @returns {Summary} */
const diary = (_, entries) => {
  const [last] = entries.map(({ date }) => date).sort().reverse();
  return { lines: [last ? `${amount(entries.length, "entry", "entries")}, the last of ${Days.inWords(last)}.` : "No entries yet."] };
};

/** The ticks of a list of tasks count; those of prompts never add up. @param {Place} known @param {string[]} ids @returns {Summary} */
const ticks = ({ items, tasks }, ids) => {
  const ticked = ids.filter((id) => Object.hasOwn(items, id)).length;
  if (tasks) return { lines: [`${ticked} of ${Object.keys(items).length} ticked.`] };
  return { lines: [ticked ? "With your ticks." : "Nothing is ticked."] };
};

/** @param {Place} known @param {{ leans: string, notes: string }} saved @returns {Summary} */
const choices = ({ leans }, saved) => ({
  lines: [leans[saved.leans] ? `I lean to: ${leans[saved.leans]}.` : "What matters to you, and no choice yet."],
});

/** @param {Place} known @param {{ words: Record<string, string> }} saved @returns {Summary} */
const words = ({ words: labels }, saved) => {
  const written = Object.keys(saved.words).filter((id) => Object.hasOwn(labels, id)).length;
  return { lines: [written ? `Your own words, in ${amount(written, "field")}.` : "What joins your sheet, and no words yet."] };
};

/** @type {Summary} */
const OTHER_FORM = { lines: ["Made with another form of this tool. Open it to look."] };

/** @type {Record<string, (known: any, value: any) => Summary>} */
const BY_KIND = { decision: answers, planner: weeks, diary, checklist: ticks, options: choices, appointment: words };

/**
 * A kept thing in a line or two. What is saved may be of a tool that has changed: then it says so, and nothing is lost.
 * @param {string} name @param {Place} place @param {any} value @returns {Summary}
 */
export const summary = (name, place, value) => {
  try {
    return BY_KIND[kindIn(name)]?.(place, value) ?? OTHER_FORM;
  } catch {
    return OTHER_FORM;
  }
};

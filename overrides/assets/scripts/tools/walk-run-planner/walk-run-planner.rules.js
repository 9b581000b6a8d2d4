// What the tables of the planner say, and what answers and results do to the weeks (macros/export/planner.py). Here is
// no number and no name of a result: what decides stands in data/decisions/.
import { decide } from "../../decisions/decisions.js";

const STEPS_BACK = /^back-(\d)/; // a move that goes back, with how far

/** The result of a table with its rows, once it is clear. @param {Tool} tool @param {Answers} answers */
export const outcomeOf = (tool, answers) => {
  const run = decide(tool, tool.tables[0], answers);
  return run.decided && run.outcome ? { id: String(run.outcome[0]), rules: run.rules } : null;
};

/**
 * A number as a table stores it: in its steps, and no more than its range, whose end stands for all beyond.
 * @param {Question} question @param {number} shown
 */
export const held = (question, shown) => {
  if (question.options) return 0;
  const { low, step, scale, size } = question;
  return Math.min(Math.floor((shown * scale) / step) * step, low + (size - 1) * step);
};

/**
 * Numbers, by the questions that they answer, as their table stores them.
 * @param {Tool} tool @param {Record<string, number>} numbers
 */
const allHeld = ({ questions }, numbers) =>
  Object.fromEntries(
    questions.flatMap((one) => {
      const number = numbers[one.id];
      return number === undefined ? [] : [[one.id, held(one, number)]];
    }),
  );

/** What plan-next-session asks the reader. The rest it is told by the sessions before. @param {PlannerData} data */
export const asks = ({ next, told }) => next.questions.filter(({ id }) => !told.includes(id));

/**
 * The questions that can still matter, in their order, with the answers to them: the first ones on, until it is clear.
 * An answer to a question that cannot matter is left alone.
 * @param {Tool} tool @param {Record<string, Answer | undefined>} told @param {Record<string, Answer | undefined>} answers
 */
export const weighed = (tool, told, answers) => {
  const given = /** @type {Answers} */ ({ ...told });
  /** @type {string[]} */
  const shown = [];
  for (const { id } of tool.questions) {
    const run = decide(tool, tool.tables[0], given);
    if (run.decided) break;
    if (id in told || !run.matter.includes(id)) continue;
    shown.push(id);
    const answer = answers[id];
    if (answer !== undefined) given[id] = answer;
  }
  return { shown, given };
};

// A note is made of answers, such as sign-no--felt-green. Notes of older plans are one answer without its question.
const BETWEEN = "--";
const OPEN = "open"; // begins a note of how it went, until its signs are known
const OLDER = new Map([["sign", "sign-yes"]]);

/** @param {Record<string, string>} answers */
export const toNote = (answers) => Object.entries(answers).map(([id, answer]) => `${id}-${answer}`).join(BETWEEN);

/** A note of how it went, before anybody asked for signs. @param {Record<string, string>} answers */
export const toOpenNote = (answers) => OPEN + BETWEEN + toNote(answers);

/** @param {string} note */
export const isOpen = (note) => note.startsWith(OPEN + BETWEEN);

/**
 * The answers that a note is made of; null where one is none of today's.
 * @param {PlannerData} data @param {string} note
 */
export const fromNote = (data, note) => {
  /** @type {Record<string, string>} */
  const answers = {};
  const parts = (OLDER.get(note) ?? note).split(BETWEEN);
  for (const part of isOpen(note) ? parts.slice(1) : parts) {
    /** @param {Question} question */
    const fits = ({ id, options }) => options?.find((option) => [`${id}-${option.id}`, option.id].includes(part));
    const question = asks(data).find(fits);
    const option = question && fits(question);
    if (!option) return null;
    answers[question.id] = option.id;
  }
  // What stands before an answer was "no", or was not asked yet when the note was made.
  const last = asks(data).findLastIndex(({ id }) => answers[id]);
  /** @param {Question} question */
  const isNo = ({ id, options }) => !answers[id] && options?.some((option) => option.id === "no");
  for (const question of asks(data).slice(0, last).filter(isNo)) answers[question.id] = "no";
  return answers;
};

/**
 * What a session counts as. One to come counts as done; one whose answers say nothing of how it went was no run.
 * @param {PlannerData} data @param {Record<string, string> | null} answers
 */
export const counted = (data, answers) => {
  if (!answers) return { ran: true, leaves: null };
  const said = Object.entries(answers).map(([id, answer]) => data.noted[id]?.[answer]);
  return said.find(Boolean) ?? { ran: false, leaves: null };
};

/**
 * Where a move leads from a session of a ladder; null stands for a walk, below the first step.
 * @param {PlannerPlan} plan @param {number | null} at
 * @param {string} move
 */
export const led = (plan, at, move) => {
  if (move === "next") return at === null ? 0 : at + 1;
  if (at === null) return null;
  const steps = STEPS_BACK.exec(move)?.[1];
  return move === "first" ? 0 : steps ? (plan.sessions[at]?.back[Number(steps) - 1] ?? null) : at;
};

/**
 * What a break of so many days does to a ladder, with the row that says so; null where it changes nothing.
 * @param {PlannerData} data @param {number} days
 */
export const afterBreak = ({ restart, restarts }, days) => {
  const found = outcomeOf(restart, { [restart.questions[0].id]: held(restart.questions[0], days) });
  const move = found && restarts[found.id];
  return !move || move === "same" ? null : { move, row: found.rules[0] ?? "" };
};

/**
 * What is pointed out of a session, against the most running and the longest run without a walk lately: the result of
 * the long-run check where it is a jump, and whether it is a long step.
 * @param {PlannerData} data @param {PlannerSession} session
 * @param {{ longest: number, unbroken: number }} lately
 */
export const pointedOut = ({ jump, jumps, step }, session, { longest, unbroken }) => {
  // Distances or minutes: the table compares one number with another.
  const check = outcomeOf(jump, allHeld(jump, { longest, planned: session.running }))?.id ?? ""; // a walk is none
  const isJump = Object.hasOwn(jumps, check);
  const more = { percent: 0, more: session.running - longest, unbroken: unbroken && session.unbroken - unbroken };
  const run = decide(step, step.tables[0], {
    jump: isJump ? "yes" : "no",
    ...allHeld(step, Object.fromEntries(Object.entries(more).map(([id, value]) => [id, Math.max(0, value)]))),
  });
  const said = run.decided ? (run.outcome ?? []).flat() : [];
  return { jump: said.includes("jump") ? check : null, further: said.includes("long-step") };
};

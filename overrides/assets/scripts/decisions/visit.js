// What a reader answers in one tool goes along to the next, in the store of this tab alone, which goes when the tab is
// closed. It is never written to a file, and never sent. An answer never goes to a question of other words, nor beyond
// the time that it keeps (data/facts/); signs are asked afresh after an hour, and so is the result of a tool, which rests
// on them. Types: docs-dev/scripts.d.ts
import { positionOf } from "./attainable.js";
import { decide } from "./decisions.js";
import * as Drafts from "../drafts.js";
import * as Ticks from "./ticks.js";

/** @typedef {Ticks.Given} Given */
/** What was said under which words, and when: of a fact its answer, of a sign whether it is there. @typedef {{ said: Answer, at: number }} Said */
/** @typedef {Record<string, Said>} Visit */

const NAME = "visit";
const [MINUTE, AN_HOUR] = [60_000, 60];
const ALL = { id: "", ask: "", means: "", fast: "" }; // no sign: it marks that all of a screen are meant
const [THERE, NOT_THERE, UNSURE] = ["there", "no", "unsure"];

/** @param {unknown} text @returns {Said[]} */
const saidIn = (text) => {
  try {
    const { said, at } = JSON.parse(String(text));
    return ["string", "number"].includes(typeof said) && Number.isFinite(at) ? [{ said, at }] : [];
  } catch {
    return []; // not ours
  }
};

/** @returns {Visit} */
export const read = () => {
  const pairs = /** @type {[string, string][]} */ (Drafts.read(NAME) ?? []);
  return Object.fromEntries(pairs.flatMap(([key, text]) => saidIn(text).map((said) => [key, said])));
};

/** Where the store is refused or full, the next tool asks again. @param {Visit} visit */
export const write = (visit) => {
  const pairs = Object.entries(visit).map(([key, said]) => [key, JSON.stringify(said)]);
  if (pairs.length) Drafts.write(NAME, pairs);
  else Drafts.remove(NAME);
};

/** What an answer belongs to: the words of a fact, or the tool whose result is asked for. @param {Question} question */
const keyOf = ({ fact, after, ask, help, options }) =>
  after ? keyOfResult(after) : JSON.stringify([fact, ask, help, (options ?? []).map(({ id, label }) => [id, label])]);

/** @param {string} tool */
const keyOfResult = (tool) => JSON.stringify(["result", tool]);

/** The same of signs of a screen: of one alone, or of all where nobody knows of which the reader was not sure. @param {Question} question @param {SignScreen} screen @param {AskedSign[]} signs */
const keyOfSigns = ({ ask }, { help }, signs) => JSON.stringify([ask, help, signs.map((sign) => [sign.id, sign.ask])]);

/** @param {Said | undefined} found @param {number | null} keeps In minutes; null for as long as the tab is there @param {number} now @returns {found is Said} */
const holds = (found, keeps, now) => found !== undefined && found.at <= now && (keeps === null || now - found.at <= keeps * MINUTE);

/** The answer that stands for not being sure of the signs. @param {Question} question */
const unsureOf = (question) => {
  const known = [Ticks.noneOf(question), ...Ticks.signsOf(question).map(({ means }) => means)];
  const others = question.screens.flatMap((screen) => screen.others);
  return question.options?.find(({ id }) => !known.includes(id) && !others.includes(id))?.id;
};

/**
 * What is known of a question's signs. A screen that asks more than signs is asked again, unless one of them is there.
 * @param {Question} question @param {Visit} visit @param {number} now
 */
const toldIn = (question, visit, now) => {
  /** @type {Told} */
  const told = {};
  for (const screen of question.screens) {
    /** @param {AskedSign[]} signs */
    const saidOf = (signs) => {
      const found = visit[keyOfSigns(question, screen, signs)];
      return holds(found, question.keeps ?? AN_HOUR, now) ? found.said : undefined;
    };
    const unsure = unsureOf(question);
    const isUnsure = unsure !== undefined && saidOf([...screen.signs, ALL]) === UNSURE;
    for (const sign of screen.signs) {
      const said = saidOf([sign]);
      if (isUnsure) told[sign.id] = unsure;
      else if (said === THERE) told[sign.id] = sign.means;
      else if (said === NOT_THERE && !screen.others.length) told[sign.id] = Ticks.noneOf(question);
    }
  }
  return told;
};

/** What a tool need not ask. @param {Tool} tool @param {Visit} visit @param {number} now @returns {Given} */
export const carried = (tool, visit, now) => {
  /** @type {Given} */
  const given = { answers: {}, told: {} };
  for (const question of tool.questions) {
    const { id } = question;
    if (question.screens.length) {
      const told = toldIn(question, visit, now);
      if (!Object.keys(told).length) continue;
      given.told[id] = told;
      if (Ticks.openScreen(question, told) < 0) given.answers[id] = Ticks.meaning(question, told);
    } else if (question.fact || question.after) {
      const found = visit[keyOf(question)];
      if (holds(found, question.after ? AN_HOUR : question.keeps, now) && positionOf(question, found.said) !== null) given.answers[id] = found.said;
    }
  }
  return given;
};

/** A visit with what was said to one question. @param {Visit} visit @param {Question} question @param {Given} given @param {number} at @returns {Visit} */
export const noted = (visit, question, { answers, told }, at) => {
  const { id } = question;
  if (!question.screens.length) return question.fact || question.after ? { ...visit, [keyOf(question)]: { said: answers[id], at } } : visit;
  const none = [Ticks.noneOf(question), ...question.screens.flatMap((screen) => screen.others)];
  const unsure = unsureOf(question);
  /** @param {AskedSign} sign */
  const saidOf = (sign) => {
    const answer = told[id]?.[sign.id];
    return answer === sign.means ? THERE : answer === unsure ? UNSURE : none.includes(answer) ? NOT_THERE : undefined;
  };
  const pairs = question.screens.flatMap((screen) => {
    const each = screen.signs.flatMap((sign) => {
      const said = saidOf(sign);
      return said ? [[keyOfSigns(question, screen, [sign]), { said, at }]] : [];
    });
    const said = screen.signs.map(saidOf).includes(UNSURE) ? UNSURE : NOT_THERE;
    return each.length ? [...each, [keyOfSigns(question, screen, [...screen.signs, ALL]), { said, at }]] : [];
  });
  return { ...visit, ...Object.fromEntries(pairs) };
};

/**
 * A visit with the result of a tool, which is as old as the oldest sign behind it; without one while it is open.
 * @param {Visit} visit @param {Tool} tool @param {Answers} answers @param {number} at @returns {Visit}
 */
export const resulted = (visit, tool, answers, at) => {
  const key = keyOfResult(tool.id);
  const [table] = tool.tables;
  const { [key]: _, ...others } = visit;
  const run = decide(tool, table, answers);
  const [said] = (!table.many && run.decided && run.outcome) || [];
  if (said === undefined) return others;
  const asked = tool.questions.flatMap(keysOfScreens).flatMap((one) => visit[one]?.at ?? []);
  return { ...others, [key]: { said: /** @type {Answer} */ (said), at: Math.min(at, ...asked) } };
};

/** @param {Question} question */
const keysOfScreens = (question) =>
  question.screens.flatMap((screen) =>
    [[...screen.signs, ALL], ...screen.signs.map((sign) => [sign])].map((signs) => keyOfSigns(question, screen, signs)),
  );

/** A visit without what a tool's questions were told, and without its result. @param {Visit} visit @param {Tool} tool */
export const without = (visit, { id, questions }) => {
  const keys = [keyOfResult(id), ...questions.flatMap((question) => [keyOf(question), ...keysOfScreens(question)])];
  return Object.fromEntries(Object.entries(visit).filter(([key]) => !keys.includes(key)));
};

/** A visit without what was said to one question. @param {Visit} visit @param {Question} question */
export const withoutOne = (visit, question) => {
  const { [keyOf(question)]: _, ...others } = visit;
  return others;
};

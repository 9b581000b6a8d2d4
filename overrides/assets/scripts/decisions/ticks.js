// Signs that readers tick, screen by screen, and the answer that these make. No rule stands here: which answer a sign
// means, and that later answers are faster, is the record's (macros/decisions/tables/table.py). Types: docs-dev/scripts.d.ts
import * as Answers from "./answers.js";

/** Answers by question, and of the questions whose signs are ticked, what was told. @typedef {{ answers: Answers, told: Record<string, Told> }} Given */

/** @param {Question} question */
export const signsOf = ({ screens }) => screens.flatMap(({ signs }) => signs);

/** The signs that were ticked. @param {Question} question @param {Told} [told] */
export const ticked = (question, told = {}) => signsOf(question).filter(({ id, means }) => told[id] === means);

/** Where an answer stands in the order of care; before all others while there is none. @param {Question} question @param {string} [id] */
const rank = ({ options }, id) => options?.find((option) => option.id === id)?.at ?? -1;

/**
 * The answer that is made of all that was told: of several the fastest, and of equally fast ones that of a sign.
 * @param {Question} question @param {Told} told
 */
export const meaning = (question, told) => {
  const said = [...ticked(question, told).map(({ means }) => means), ...Object.values(told)];
  return said.reduce((best, id) => faster(question, best, id), said[0]);
};

/** The last of the answers that a screen can lead to. @param {Question} question @param {SignScreen} screen */
const reaches = (question, { signs, others }) =>
  Math.max(...[...signs.map(({ means }) => means), ...others].map((id) => rank(question, id)));

/**
 * The first screen that was not answered and can still lead to something faster; -1 once the answer is certain.
 * @param {Question} question @param {Told} told
 */
export const openScreen = (question, told) => {
  const best = rank(question, meaning(question, told));
  return question.screens.findIndex(
    (screen) => screen.signs.some(({ id }) => !(id in told)) && reaches(question, screen) > best,
  );
};

/**
 * What the values chosen on a screen tell of its signs: ids of signs, or one answer for all of them.
 * @param {SignScreen} screen @param {string[]} values @param {string} no The answer that says that a sign is not there @returns {Told}
 */
export const tell = ({ signs }, values, no) => {
  const alone = values.find((value) => !signs.some(({ id }) => id === value)) ?? no;
  return Object.fromEntries(signs.map(({ id, means }) => [id, values.includes(id) ? means : alone]));
};

/**
 * What is given once a screen is answered, and what was told of that screen alone. The answer is there once no other
 * screen can make it faster.
 * @param {Question} question @param {number} screen @param {string[]} values @param {Given} given
 */
export const given = (question, screen, values, { answers, told }) => {
  const { id } = question;
  const now = tell(question.screens[screen], values, noneOf(question));
  const all = { ...told[id], ...now };
  const { [id]: _, ...others } = answers;
  const answer = openScreen(question, all) < 0 ? { [id]: meaning(question, all) } : {};
  return { now, given: { answers: { ...others, ...answer }, told: { ...told, [id]: all } } };
};

/** The answer that says that nothing is there: the first. @param {Question} question */
export const noneOf = ({ options }) => options?.[0].id ?? "";

/**
 * What an answer tells that came without ticks, such as that of an old link.
 * @param {Question} question @param {Answer} answer @returns {Told}
 */
const toldBy = (question, answer) => {
  /** @type {Told} */
  const told = {};
  const signs = signsOf(question);
  const [given, no] = [String(answer), noneOf(question)];
  // What no sign says is chosen on the last screen; not to be sure, on the first.
  const at = question.screens.findIndex(({ others }) => others.includes(given));
  if (given === no || at >= 0) for (const { id } of signs) told[id] = no;
  if (given !== no && !signs.some(({ means }) => means === given)) {
    Object.assign(told, tell(question.screens[Math.max(at, 0)], [given], no));
  }
  return told;
};

/** The faster of two answers. @param {Question} question @param {string} one @param {string} [other] */
export const faster = (question, one, other) => (other !== undefined && rank(question, other) > rank(question, one) ? other : one);

/** Answers in the order of the tool's questions. @param {Tool} tool @param {Answers} answers */
export const inOrder = ({ questions }, answers) =>
  Object.fromEntries(questions.flatMap(({ id }) => (id in answers ? [[id, answers[id]]] : [])));

/** Every sign that was ticked. @param {Tool} tool @param {Given} given */
export const allTicked = ({ questions }, { told }) => questions.flatMap((question) => ticked(question, told[question.id]));

/**
 * What pairs and ticked signs say that come from elsewhere, and whether any of it fits nothing. A ticked sign makes no
 * answer slower.
 * @param {Tool} tool @param {[string, unknown][]} pairs @param {string[]} ids @returns {Given & { left: boolean }}
 */
export const known = (tool, pairs, ids) => {
  const { answers, left } = Answers.known(tool, pairs);
  /** @type {Record<string, Told>} */
  const told = {};
  for (const question of tool.questions) {
    const { id } = question;
    const mine = signsOf(question).filter((sign) => ids.includes(sign.id));
    if (!question.screens.length || (!mine.length && !(id in answers))) continue;
    const ticks = Object.fromEntries(mine.map((sign) => [sign.id, sign.means]));
    told[id] = { ...(id in answers ? toldBy(question, answers[id]) : {}), ...ticks };
    const means = meaning(question, told[id]);
    if (id in answers) answers[id] = faster(question, String(answers[id]), means);
    else if (openScreen(question, told[id]) < 0) answers[id] = means;
  }
  const all = tool.questions.flatMap(signsOf);
  return { answers: inOrder(tool, answers), told, left: left || ids.some((id) => !all.some((sign) => sign.id === id)) };
};

// Standard input: tools as JSON. For every two of them and everybody who differs from "no" everywhere in one thing:
// the second tool says the same, whether it takes what the first was told or asks all afresh. Output: where it does not.
import { readFileSync } from "node:fs";

import { decide, matter } from "../../../overrides/assets/scripts/decisions/decisions.js";
import * as Ticks from "../../../overrides/assets/scripts/decisions/ticks.js";
import * as Visit from "../../../overrides/assets/scripts/decisions/visit.js";

/** @typedef {{ sign?: string, unsure?: string, words?: string, option?: Answer }} Somebody Has a sign, is not sure of one, or answers one question */
/** @typedef {import("../../../overrides/assets/scripts/decisions/ticks.js").Given} Given */

/** What is one question to a person. @param {Question} question */
const wordsOf = ({ fact, ask, help }) => JSON.stringify([fact, ask, help]);

/** @param {Question} question @param {Somebody} somebody */
const answerOf = (question, { words, option }) => {
  if (words === wordsOf(question) && option !== undefined) return option;
  return question.options ? question.options[0].id : question.low;
};

/** Everybody who says one thing. @param {Tool} tool @returns {Somebody[]} */
const people = (tool) => tool.questions.flatMap(peopleOf);

/** @param {Question} question @returns {Somebody[]} */
const peopleOf = (question) => {
    const words = wordsOf(question);
    const signs = Ticks.signsOf(question);
    if (signs.length) {
      const others = question.screens.flatMap((screen) => screen.others);
      return [...signs.flatMap(({ id }) => [{ sign: id }, { unsure: id }]), ...others.map((option) => ({ words, option }))];
    }
    if (question.options) return question.options.map(({ id }) => ({ words, option: id }));
    return [{ words, option: question.low + (question.size - 1) * question.step }];
};

/** What stands alone on a screen for somebody. @param {Question} question @param {SignScreen} screen @param {Somebody} somebody */
const aloneFor = (question, screen, somebody) => {
  const known = [...Ticks.signsOf(question).map(({ means }) => means), ...question.screens.flatMap(({ others }) => others)];
  const [no, ...more] = (question.options ?? []).map(({ id }) => id).filter((id) => !known.includes(id));
  if (screen.signs.some(({ id }) => id === somebody.unsure)) return more[0] ?? no;
  const own = String(answerOf(question, somebody));
  return screen.others.includes(own) ? own : no;
};

/** Answers a tool to its end. @param {Tool} tool @param {Somebody} somebody @param {Given} given @param {(question: Question, now: Given) => void} note */
const walk = (tool, somebody, given, note) => {
  for (let id; (id = matter(tool, given.answers)[0]); ) {
    const question = /** @type {Question} */ (tool.questions.find((one) => one.id === id));
    const no = Ticks.noneOf(question);
    for (let at; question.screens.length && (at = Ticks.openScreen(question, given.told[id] ?? {})) >= 0; ) {
      const screen = question.screens[at];
      const ticked = screen.signs.map((sign) => sign.id).filter((sign) => sign === somebody.sign);
      const told = Ticks.tell(screen, ticked.length ? ticked : [aloneFor(question, screen, somebody)], no);
      given.told[id] = { ...given.told[id], ...told };
      note(question, { answers: {}, told: { [id]: told } });
    }
    given.answers[id] = question.screens.length ? Ticks.meaning(question, given.told[id]) : answerOf(question, somebody);
    if (!question.screens.length) note(question, given);
  }
  return JSON.stringify(tool.tables.map((table) => decide(tool, table, given.answers)).map((run) => run.decided && run.outcome));
};

/** @type {Map<string, string>} */
const before = new Map();

/** @param {Tool} tool @param {Somebody} somebody */
const afreshIn = (tool, somebody) => {
  const key = tool.id + JSON.stringify(somebody);
  const said = before.get(key) ?? walk(tool, somebody, { answers: {}, told: {} }, () => {});
  before.set(key, said);
  return said;
};

/** @type {Tool[]} */
const tools = JSON.parse(readFileSync(0, "utf8"));
const wrong = [];
let compared = 0;
let spared = 0;
for (const first of tools) {
  for (const somebody of people(first)) {
    /** @type {Visit.Visit} */
    let visit = {};
    walk(first, somebody, { answers: {}, told: {} }, (question, now) => {
      visit = Visit.noted(visit, question, now, 0);
    });
    for (const second of tools) {
      if (second === first) continue;
      const along = Visit.carried(second, visit, 0);
      spared += Object.keys(along.answers).length;
      if (!Object.keys(along.told).length && !Object.keys(along.answers).length) continue;
      const carried = walk(second, somebody, along, () => {});
      const afresh = afreshIn(second, somebody);
      compared += 1;
      if (carried !== afresh) wrong.push([first.id, second.id, somebody, carried, afresh]);
    }
  }
}
console.log(JSON.stringify({ wrong, compared, spared }));

// What goes along from tool to tool: only to the same words, only as long as it keeps, and the faster sign with it.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as Visit from "../../../overrides/assets/scripts/decisions/visit.js";

const MINUTE = 60_000;
const OPTIONS = [
  { id: "no", label: "No", hint: "", at: 0 },
  { id: "yes", label: "Yes", hint: "", at: 1 },
  { id: "not-sure", label: "Not sure", hint: "", at: 1 },
];
const sign = (/** @type {string} */ id) => ({ id, ask: `${id}?`, means: "yes", fast: "today" });
/** @param {Partial<ChoiceQuestion>} more @returns {Question} */
const asked = (more) => ({
  ...{ id: "falls", ask: "Falls?", short: "Falls", why: "", help: "", screens: [], fact: "falls", after: null, keeps: 60, sensitive: false },
  ...{ kind: "choice", size: 2, options: OPTIONS, ...more },
});
/** @param {...Question} questions @returns {Tool} */
const tool = (...questions) => ({ id: "tool", title: "", version: 1, questions, tables: [], shows: [], histories: [], says: [] });

const FALLS = asked({});
const told = Visit.noted({}, FALLS, { answers: { falls: "yes" }, told: {} }, 0);

test("an answer to a fact goes along as long as it keeps, whatever the tool calls the question", () => {
  assert.deepEqual(Visit.carried(tool(asked({ id: "fell" })), told, 60 * MINUTE).answers, { fell: "yes" });
  assert.deepEqual(Visit.carried(tool(FALLS), told, 60 * MINUTE + 1).answers, {});
  assert.deepEqual(Visit.carried(tool(asked({ keeps: null })), told, 1e12).answers, { falls: "yes" });
  assert.deepEqual(Visit.carried(tool(FALLS), told, -1).answers, {});
});

test("it never goes to other words, to a question that is no fact, or where it is no answer", () => {
  for (const other of [{ ask: "Fell?" }, { help: "Stairs count." }, { fact: "other" }, { fact: null }, { options: OPTIONS.slice(0, 1) }]) {
    assert.deepEqual(Visit.carried(tool(asked(other)), told, 0).answers, {}, JSON.stringify(other));
  }
});

const screen = (/** @type {string[]} */ ...ids) => ({ help: "", signs: ids.map(sign), others: [] });
const A = asked({ fact: null, keeps: null, screens: [screen("hot", "cold")] });
const B = asked({ fact: null, keeps: null, screens: [screen("hot", "cold"), screen("numb")] });
const said = (/** @type {Record<string, string>} */ told) => Visit.noted({}, A, { answers: {}, told: { falls: told } }, 0);

test("signs are asked once: the next tool asks those screens alone that hold others", () => {
  assert.deepEqual(Visit.carried(tool(A), said({ hot: "no", cold: "no" }), 0).answers, { falls: "no" });
  const further = Visit.carried(tool(B), said({ hot: "no", cold: "no" }), 0);
  assert.deepEqual(further, { answers: {}, told: { falls: { hot: "no", cold: "no" } } });
});

test("a ticked sign leads to its result at once, and not to be sure is no less careful", () => {
  assert.deepEqual(Visit.carried(tool(B), said({ hot: "no", cold: "yes" }), 0).answers, { falls: "yes" });
  const unsure = said({ hot: "not-sure", cold: "not-sure" });
  assert.deepEqual(Visit.carried(tool(B), unsure, 0).answers, { falls: "not-sure" });
  // Nobody knows of which sign: where one of them is not asked, the screen is asked again.
  assert.deepEqual(Visit.carried(tool({ ...A, screens: [screen("hot", "numb")] }), unsure, 0).told, {});
});

/** @type {Option[]} */
const RESULTS = [{ id: "stop", label: "Stop", hint: "", at: 0 }, { id: "go", label: "Go", hint: "", at: 1 }];
const ASKS_RESULT = asked({ id: "route", fact: null, after: "tool", keeps: null, options: RESULTS });
/** A tool that stops where its one question says yes. @param {Question} question @returns {Tool} */
const deciding = (question) => ({
  ...tool(question),
  tables: [
    {
      ...{ id: "tool", policy: "first", aggregation: "", many: false, default: null, outputs: [["stop", "go"]] },
      axes: [{ id: question.id, label: "", size: 2, low: 0, step: 1, cuts: [0, 1] }],
      rules: [],
      ...{ nodes: [[0, 1, 2], { is: ["go"] }, { is: ["stop"] }], root: 0 },
    },
  ],
});

test("the result of a tool answers the question of another that asks for it, for an hour", () => {
  const visit = Visit.resulted({}, deciding(FALLS), { falls: "yes" }, 0);
  assert.deepEqual(Visit.carried(tool(ASKS_RESULT), visit, 60 * MINUTE).answers, { route: "stop" });
  assert.deepEqual(Visit.carried(tool(ASKS_RESULT), visit, 60 * MINUTE + 1).answers, {});
  assert.deepEqual(Visit.carried(tool({ ...ASKS_RESULT, after: "other" }), visit, 0).answers, {});
  assert.deepEqual(Visit.carried(tool(/** @type {Question} */ ({ ...ASKS_RESULT, options: RESULTS.slice(1) })), visit, 0).answers, {});
});

test("a result goes once an answer is open, is another one, or is forgotten", () => {
  const visit = Visit.resulted({}, deciding(FALLS), { falls: "yes" }, 0);
  assert.deepEqual(Visit.resulted(visit, deciding(FALLS), {}, 0), {});
  assert.deepEqual(Visit.carried(tool(ASKS_RESULT), Visit.resulted(visit, deciding(FALLS), { falls: "no" }, 0), 0).answers, { route: "go" });
  assert.deepEqual(Visit.without(visit, deciding(FALLS)), {});
  assert.deepEqual(Visit.withoutOne(visit, ASKS_RESULT), {});
});

test("a result is no younger than the oldest sign behind it", () => {
  const signs = Visit.noted({}, A, { answers: {}, told: { falls: { hot: "no", cold: "no" } } }, 0);
  const visit = Visit.resulted(signs, deciding(A), { falls: "no" }, 50 * MINUTE);
  assert.deepEqual(Visit.carried(tool(ASKS_RESULT), visit, 60 * MINUTE).answers, { route: "go" });
  assert.deepEqual(Visit.carried(tool(ASKS_RESULT), visit, 61 * MINUTE).answers, {});
});

test("signs are asked afresh after an hour, and under other words", () => {
  const none = said({ hot: "no", cold: "no" });
  assert.deepEqual(Visit.carried(tool(A), none, 60 * MINUTE + 1).answers, {});
  assert.deepEqual(Visit.carried(tool({ ...A, ask: "With your back pain?" }), none, 0).told, {});
  assert.deepEqual(Visit.carried(tool({ ...A, screens: [{ ...A.screens[0], help: "Only at night." }] }), none, 0).told, {});
});

test("a screen that asks more than signs is asked again, unless a sign of it is there", () => {
  const more = { ...A, screens: [{ ...A.screens[0], others: ["yes"] }] };
  assert.deepEqual(Visit.carried(tool(more), said({ hot: "no", cold: "no" }), 0).answers, {});
  assert.deepEqual(Visit.carried(tool(more), said({ hot: "no", cold: "yes" }), 0).answers, { falls: "yes" });
});

test("a tool's answers can be forgotten, and others' stay", () => {
  const both = Visit.noted(said({ hot: "no", cold: "no" }), asked({ fact: "age", ask: "Age?" }), { answers: { falls: "no" }, told: {} }, 0);
  assert.equal(Object.keys(Visit.without(both, tool(A))).length, 1);
  assert.deepEqual(Visit.carried(tool(A), Visit.noted(said({ hot: "not-sure", cold: "not-sure" }), A, { answers: {}, told: { falls: { hot: "no", cold: "no" } } }, 1), 1).answers, { falls: "no" });
});

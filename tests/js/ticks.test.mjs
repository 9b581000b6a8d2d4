// Which answer the ticked signs make, which screens are still asked, and what links bring.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as Ticks from "../../overrides/assets/scripts/decisions/ticks.js";

/** @param {string} id @param {string} means */
const sign = (id, means) => ({ id, ask: `${id}?`, means, fast: means === "now" ? "now" : "days" });
const WORDS = { ask: "Any of these?", short: "Signs", why: "", help: "", fact: null, after: null, keeps: null, sensitive: false };

/** Two speeds over three screens; on the last one an answer that no sign says. @type {Question} */
const SIGNS = {
  id: "signs",
  ...WORDS,
  kind: "choice",
  size: 4,
  screens: [
    { help: "", signs: [sign("ache", "soon")], others: [] },
    { help: "", signs: [sign("hot", "now"), sign("stiff", "soon")], others: [] },
    { help: "", signs: [sign("numb", "soon")], others: ["swollen"] },
  ],
  options: [
    { id: "no", label: "No", hint: "", at: 0 },
    { id: "swollen", label: "A little", hint: "", at: 1 },
    { id: "soon", label: "Soon", hint: "", at: 2 },
    { id: "now", label: "Now", hint: "", at: 3 },
    { id: "not-sure", label: "Not sure", hint: "", at: 3 },
  ],
};

/** A question with a screen per choice, answered from the first on. @param {string[][]} screens @returns {[string, number]} */
const answered = (...screens) => {
  const told = Object.assign({}, ...screens.map((values, at) => Ticks.tell(SIGNS.screens[at], values, Ticks.noneOf(SIGNS))));
  return [Ticks.meaning(SIGNS, told), Ticks.openScreen(SIGNS, told)];
};

test("none on all screens is the first answer", () => {
  assert.deepEqual(answered(["no"], ["no"], ["no"]), ["no", -1]);
});

test("of several signs the fastest counts", () => {
  assert.deepEqual(answered(["ache"], ["hot", "stiff"]), ["now", -1]);
  assert.deepEqual(answered(["no"], ["stiff"], ["numb"]), ["soon", -1]);
});

test("screens are asked until the fastest answer is certain, and none that can bring nothing faster", () => {
  assert.deepEqual(answered(["ache"]), ["soon", 1]);
  assert.deepEqual(answered(["ache"], ["no"]), ["soon", -1]);
  assert.deepEqual(answered(["no"], ["hot"]), ["now", -1]);
  assert.deepEqual(answered(["no"]), ["no", 1]);
  assert.deepEqual(answered(["no"], ["no"]), ["no", 2]);
});

test("not to be sure counts as its answer, unless a sign is as fast", () => {
  assert.deepEqual(answered(["not-sure"]), ["not-sure", -1]);
  assert.deepEqual(answered(["ache"], ["not-sure"]), ["not-sure", -1]);
  const told = { ache: "not-sure", hot: "now" };
  assert.equal(Ticks.meaning(SIGNS, told), "now");
});

test("what no sign says is chosen on the last screen, and a sign outweighs it", () => {
  assert.deepEqual(answered(["no"], ["no"], ["swollen"]), ["swollen", -1]);
  assert.deepEqual(answered(["ache"], ["no"], ["swollen"]), ["soon", -1]);
});

/** @type {Tool} */
const TOOL = { id: "tool", title: "", version: 1, questions: [SIGNS], tables: [], shows: [], histories: [], says: [] };
const bring = (/** @type {[string, unknown][]} */ pairs, /** @type {string[]} */ ids) => Ticks.known(TOOL, pairs, ids);

test("a link of before, without ticks, is read as it was meant", () => {
  assert.deepEqual(bring([["signs", "no"]], []), {
    answers: { signs: "no" },
    told: { signs: { ache: "no", hot: "no", stiff: "no", numb: "no" } },
    left: false,
  });
  assert.deepEqual(bring([["signs", "now"]], []), { answers: { signs: "now" }, told: { signs: {} }, left: false });
  assert.deepEqual(bring([["signs", "not-sure"]], []).told, { signs: { ache: "not-sure" } });
  assert.deepEqual(bring([["signs", "swollen"]], []).told.signs.numb, "swollen");
});

test("ticked signs come back, and what is none is left out", () => {
  const { answers, told, left } = bring([["signs", "now"]], ["hot", "nonsense", "__proto__"]);
  assert.deepEqual([answers, left], [{ signs: "now" }, true]);
  assert.deepEqual(Ticks.ticked(SIGNS, told.signs).map(({ id }) => id), ["hot"]);
});

test("a ticked sign makes no answer slower, and one that says less than the answer leaves it", () => {
  assert.deepEqual(bring([["signs", "no"]], ["hot"]).answers, { signs: "now" });
  assert.deepEqual(bring([["signs", "now"]], ["ache"]).answers, { signs: "now" });
  assert.deepEqual(bring([], ["hot"]).answers, { signs: "now" });
  assert.deepEqual(bring([], ["ache"]).answers, {});
});

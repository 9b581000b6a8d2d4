// Weeks of the planner in two tabs, and beside weeks that are saved already: none goes without a word.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as Shapes from "../../overrides/assets/scripts/shapes.js";
import * as PlannerKept from "../../overrides/assets/scripts/tools/walk-run-planner/walk-run-planner.kept.js";
import { device } from "./tab.mjs";

const NAME = "planner.weeks";
const ASKED = { ask: "", short: "", why: "", help: "", screens: [], fact: null, after: null, keeps: null, sensitive: false };

/** @param {string} id @param {string[]} answers @returns {Question} */
const choice = (id, answers) => ({
  ...ASKED,
  id,
  kind: "choice",
  size: answers.length,
  options: answers.map((answer, at) => ({ id: answer, label: answer, hint: "", at })),
});

/** @param {string} id @returns {Question} */
const number = (id) => ({ ...ASKED, id, kind: "integer", size: 100, low: 0, step: 1, unit: "days", scale: 1 });

/** A table that says one thing, whatever is answered. @param {string} says @param {Question[]} questions @returns {Tool} */
const always = (says, ...questions) => ({
  ...{ id: says, title: says, version: 1, questions, shows: [], histories: [], says: [] },
  tables: [
    {
      ...{ id: says, policy: "first", aggregation: "", many: false, default: null, outputs: [[says]], axes: [] },
      ...{ rules: [{ id: says, gives: [says], boxes: [[]] }], nodes: [{ is: [says] }], root: 0 },
    },
  ],
});

/** @type {PlannerSession} */
const SESSION = { rung: 1, words: "Walk.", segments: [], minutes: 10, running: 1, unbroken: 1, back: [null, null] };
const DAYS = { fewest: 2, most: 4, between: 1, says: "", few: "too few", many: "too many" };
const COUNTS = { ran: true, leaves: "fine" };

/** A planner whose rules find nothing wrong. @type {PlannerData} */
const DATA = {
  version: "1",
  plans: {
    first: { title: "First", counts: "weeks", begins: null, walks: false, days: DAYS, sessions: [SESSION, SESSION, SESSION] },
  },
  ladder: always("first"),
  finder: [],
  next: always("on", choice("before", ["fine"]), number("easing"), choice("felt", ["green", "red"])),
  told: ["before", "easing"],
  noted: { felt: { green: COUNTS, red: COUNTS } },
  moves: { on: "next" },
  spares: [],
  restart: always("same", number("away")),
  restarts: { same: "same" },
  reasons: {},
  jump: always("no"),
  jumps: {},
  recent: 30,
  step: always("none"),
};

/** @param {Partial<PlannerState>} more @returns {PlannerState} */
const weeks = (more = {}) => ({
  version: "1", date: "2026-11-20", start: "2026-11-23", key: "a1", plan: "first", from: 0, to: 2, strength: true,
  days: [0, 2], answers: {}, notes: {}, weeks: {}, ...more,
});

/** What stands in the store, on its own. @template V @param {V} value @returns {V} */
const copied = (value) => structuredClone(value);

/** A tab with the planner. @param {ReturnType<ReturnType<typeof device>["open"]>} tab */
const planner = (tab) => {
  const kept = tab.run(() => PlannerKept.keeper(DATA));
  /** @type {PlannerState | null} */
  let shown = null;
  /** @type {PlannerKept.Now[]} What other tabs did that concerned this one */
  const heard = [];
  tab.run(() =>
    kept.watch((what) => {
      const now = kept.heard(what, shown);
      if (now) heard.push(copied(now));
    }),
  );
  /** @param {PlannerKept.Now} now */
  const shows = (now) => {
    shown = copied(now.weeks);
    return copied(now);
  };
  return {
    change: (/** @type {PlannerState} */ now) => shows(tab.run(() => kept.changed(now))),
    clear: () => tab.run(() => kept.clear()),
    heard,
    save: (/** @type {PlannerState} */ now) => shows(tab.run(() => kept.save(now))),
    use: () => (shown = copied(tab.run(() => kept.use()))),
    written: () => copied(tab.run(() => kept.drafted())),
  };
};

test("weeks that are not saved stay in the tab, and saving takes them from there", () => {
  const one = planner(device().open());
  assert.deepEqual(one.change(weeks()), { weeks: weeks(), said: "", goes: false });
  assert.deepEqual(one.written(), weeks());
  assert.equal(one.save(weeks()).said, "kept");
  assert.equal(one.written(), null);
});

test("notes of two tabs go together, also where one was asleep, and a tab that is awake hears of the other's", () => {
  const all = device();
  const [first, second] = [all.open(), all.open()];
  const [one, other] = [first, second].map(planner);
  one.save(weeks());
  assert.deepEqual(other.use(), weeks());
  second.asleep = true;
  one.change(weeks({ notes: { "2026-11-23": "felt-green" } }));
  const both = weeks({ notes: { "2026-11-23": "felt-green", "2026-11-25": "felt-red" } });
  assert.deepEqual(other.change(weeks({ notes: { "2026-11-25": "felt-red" } })).weeks, both);
  assert.deepEqual(one.heard, [{ weeks: both, said: "", goes: false }]);
});

test("other weeks that are saved already go only after a second press", () => {
  const all = device();
  const [one, other] = [all.open(), all.open()].map(planner);
  one.save(weeks({ notes: { "2026-11-23": "felt-green" } }));
  const mine = weeks({ key: "b2" });
  assert.equal(other.save(mine).said, "other");
  assert.match(all.text(NAME) ?? "", /felt-green/);
  assert.equal(other.save(mine).said, "kept");
  assert.doesNotMatch(all.text(NAME) ?? "", /felt-green/);
});

test("weeks of other choices take the place of saved ones only after a press", () => {
  const all = device();
  const one = planner(all.open());
  one.save(weeks({ notes: { "2026-11-23": "felt-green" } }));
  const mine = weeks({ key: "b2" });
  assert.deepEqual(one.change(mine), { weeks: mine, said: "other", goes: false });
  assert.match(all.text(NAME) ?? "", /felt-green/);
  assert.equal(one.save(mine).said, "kept");
  assert.doesNotMatch(all.text(NAME) ?? "", /felt-green/);
});

test("ticked signs are kept with the weeks, and anything else in their place is not believed", () => {
  const one = planner(device().open());
  assert.equal(one.save(weeks({ ticked: { "2026-11-23": ["hot-joint"] } })).said, "kept");
  for (const ticked of [{ soon: ["hot-joint"] }, { "2026-11-23": ["Hot joint!"] }, { "2026-11-23": "hot-joint" }]) {
    assert.ok(!Shapes.fits(NAME, weeks(/** @type {any} */ ({ ticked }))), JSON.stringify(ticked));
  }
});

test("weeks that another tab cleared go, and weeks whose saving it ended stay in this tab", () => {
  const all = device();
  const [one, other] = [all.open(), all.open()].map(planner);
  one.save(weeks());
  other.use();
  one.clear();
  assert.deepEqual(other.heard, [{ weeks: null, said: "cleared", goes: false }]);
  assert.equal(other.use(), null);
});

test("where nothing can be stored, that is said, and the weeks go on", () => {
  const one = planner(device().open({ refused: true }));
  assert.deepEqual(one.save(weeks()), { weeks: weeks(), said: "refused", goes: false });
});

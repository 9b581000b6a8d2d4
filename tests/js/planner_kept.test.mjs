// Weeks of the planner in two tabs, and beside weeks that are saved already: none goes without a word.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

import { device, plain } from "./tab.mjs";

const NAME = "planner.weeks";
const SCRIPT = new URL("../../overrides/assets/scripts/tools/walk-run-planner.kept.js", import.meta.url);
const DATA = { plans: { first: { sessions: [1, 2, 3] } }, ladder: { questions: [] } };

const weeks = (more = {}) => ({
  version: "1", date: "2026-11-20", start: "2026-11-23", key: "a1", plan: "first", from: 0, to: 2, strength: true,
  days: [0, 2], answers: {}, notes: {}, weeks: {}, ...more,
});

/** A tab with the planner, whose rules find nothing wrong. */
const planner = (tab) => {
  Object.assign(tab.guide, {
    PlannerChoices: { wrongDays: () => "" },
    PlannerRules: { fromNote: () => ({}), outcomeOf: () => ({ id: "first" }) },
    PlannerWeeks: { dayOf: () => 1, layOut: () => ({ sessions: [1] }) },
  });
  vm.runInContext(readFileSync(SCRIPT, "utf8"), tab.guide);
  const kept = tab.guide.PlannerKept.keeper(DATA);
  let shown = null;
  const heard = [];
  kept.watch((what) => {
    const now = kept.heard(what, shown);
    if (now) heard.push(plain(now));
  });
  const settled = (made) => {
    tab.settle();
    if (made) shown = plain("said" in made ? made.weeks : made);
    return made && plain(made);
  };
  return {
    change: (now) => settled(kept.changed(now)),
    clear: () => settled(kept.clear()),
    /** What other tabs did that concerned this one. */
    heard,
    save: (now) => settled(kept.save(now)),
    use: () => settled(kept.use()),
    written: () => plain(kept.drafted()),
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
  assert.equal(plain(all.text(NAME)).includes("felt-green"), true);
  assert.equal(other.save(mine).said, "kept");
  assert.equal(plain(all.text(NAME)).includes("felt-green"), false);
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

// What a reader kept, said in a line or two by the rules of today, whatever else it may hold.
import assert from "node:assert/strict";
import { test } from "node:test";

import { placeOf, summary } from "../../overrides/assets/scripts/tools/your-folder/your-folder.kept.js";

// One question: rain or not, or not sure. "Yes" leads to a coat, all else to a walk.
const TOOL = {
  questions: [{ id: "rain", kind: "choice", size: 2, options: [{ id: "no", at: 0 }, { id: "yes", at: 1 }, { id: "not-sure", at: 1 }] }],
  tables: [
    {
      id: "way",
      many: false,
      outputs: [["walk", "coat"]],
      axes: [{ id: "rain", label: "Rain", size: 2, low: 0, step: 1, cuts: [0, 1] }],
      nodes: [[0, 1, 2], { is: ["walk"] }, { is: ["coat"] }],
      root: 0,
    },
  ],
  says: [[{ label: "Result", unit: "", values: { walk: "Off you go", coat: "Take a coat" } }]],
  histories: [[[1], [2]]],
  urgency: { walk: "start", coat: "care" },
};
const PLACES = {
  "decision.way": { title: "The way", url: "way/", tool: TOOL },
  "diary.pain": { title: "Diary", url: "diary/" },
  "checklist.tasks": { title: "Tasks", url: "tasks/", items: { one: "One", two: "Two" }, tasks: true },
  "checklist.prompts": { title: "Prompts", url: "prompts/", items: { one: "One", two: "Two" }, tasks: false },
  "options.knee": { title: "Knee", url: "knee/", leans: { swim: "Swim" } },
  "appointment.summary": { title: "Sheet", url: "sheet/", words: { ask: "My questions" } },
  "planner.weeks": { title: "Weeks", url: "weeks/", planner: { plans: {} } },
};
/** @param {keyof typeof PLACES} name @param {unknown} value */
const said = (name, value) => summary(name, PLACES[name], value);
/** @param {Record<string, string>} answers @param {string} [version] */
const saved = (answers, version = "2") => ({ version, date: "2026-11-20", answers });

test("answers are told by the result that today's rules give them, with their day and version", () => {
  assert.deepEqual(said("decision.way", saved({ rain: "not-sure" })), {
    lines: ["Take a coat", "Answers of 20 November 2026, by version 2 of the rules, which have not changed since."],
    urgency: "care",
  });
});

test("rules that changed since are said, and so is a version that nobody knows", () => {
  assert.match(said("decision.way", saved({ rain: "no" }, "1")).lines[1], /changed since then: the result above is by those of today/);
  assert.match(said("decision.way", saved({ rain: "no" }, "9")).lines[1], /version 9 of the rules, which this copy of the guide does not know/);
});

test("answers that leave a question open, or that the tool no longer has, give no result and no urgency", () => {
  for (const answers of /** @type {Record<string, string>[]} */ ([{}, { rain: "hail" }, { snow: "yes" }])) {
    assert.deepEqual(said("decision.way", saved(answers)).lines[0], "No result yet: a question is still open.");
    assert.equal(said("decision.way", saved(answers)).urgency, undefined);
  }
});

test("a diary tells how many entries it has and of which day the last one is, in whatever order they stand", () => {
  const entries = ["2026-11-02", "2026-11-20", "2026-10-30"].map((date) => ({ date }));
  assert.deepEqual(said("diary.pain", entries).lines, ["3 entries, the last of 20 November 2026."]);
  assert.deepEqual(said("diary.pain", entries.slice(0, 1)).lines, ["1 entry, the last of 2 November 2026."]);
  assert.deepEqual(said("diary.pain", []).lines, ["No entries yet."]);
});

test("ticks of tasks are counted without those that the list no longer has; those of prompts never add up", () => {
  assert.deepEqual(said("checklist.tasks", ["one", "gone"]).lines, ["1 of 2 ticked."]);
  assert.doesNotMatch(said("checklist.prompts", ["one", "two"]).lines.join(), /\d/);
});

test("choices and own words are told, and what they lack too", () => {
  assert.deepEqual(said("options.knee", { leans: "swim" }).lines, ["I lean to: Swim."]);
  assert.deepEqual(said("options.knee", { leans: "" }).lines, ["What matters to you, and no choice yet."]);
  assert.deepEqual(said("appointment.summary", { words: { ask: "Why?", gone: "?" } }).lines, ["Your own words, in 1 field."]);
});

test("weeks that today's rules do not fit are said to be so, and what a tool cannot make sense of never throws", () => {
  assert.match(said("planner.weeks", { plan: "gone", date: "2026-11-20" }).lines[0], /come out differently/);
  assert.match(said("checklist.tasks", null).lines[0], /another form/);
  assert.match(summary("new.kind", PLACES["diary.pain"], []).lines[0], /another form/);
});

test("a draft belongs to the tool that it is named after, or to the only tool of its kind", () => {
  assert.equal(placeOf(PLACES, "diary.pain.new")?.title, "Diary");
  assert.equal(placeOf(PLACES, "planner.choices")?.title, "Weeks");
  assert.equal(placeOf(PLACES, "checklist.gone"), null);
  assert.equal(placeOf(PLACES, "diary.pai"), PLACES["diary.pain"]);
  assert.equal(placeOf(PLACES, "constructor"), null);
});

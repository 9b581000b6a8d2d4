// Compares overrides/assets/scripts/decisions/decisions.js with what Python said.
// Standard input: per line [tool, [[answers, outcome of decide, outcome of changes or null], …]].
// Standard output: one line for each difference (the first 20), then the number of tables and of runs compared.
import { createInterface } from "node:readline";

import { changes, decide } from "../../../overrides/assets/scripts/decisions/decisions.js";

/** Outcomes that can still be reached are a set: their order says nothing. @param {Outcome[]} outcomes */
const asSet = (outcomes) => outcomes.map((each) => JSON.stringify(each)).sort();

/** @param {Run} now */
const decided = (now) =>
  now.decided
    ? { outcome: now.outcome, rules: now.rules, used: now.used }
    : { possible: asSet(now.possible), matter: now.matter };

/**
 * Per question, for each set of outcomes the positions that lead to it.
 * @param {import("../../../overrides/assets/scripts/decisions/decisions.js").Change[]} list
 */
const changed = (list) => {
  /** @type {Record<string, Record<string, number[]>>} */
  const merged = {};
  for (const { question, ranges, possible } of list) {
    const to = (merged[question] ??= {});
    (to[asSet(possible).join("; ")] ??= []).push(...ranges.flatMap(([low, high]) => positions(low, high)));
  }
  return sorted(merged, (to) => sorted(to, (all) => all.sort((a, b) => a - b)));
};

/** @param {number} low @param {number} high */
const positions = (low, high) => Array.from({ length: high - low + 1 }, (_, index) => low + index);

/** @template T @template U @param {Record<string, T>} object @param {(value: T) => U} inner */
const sorted = (object, inner) =>
  Object.fromEntries(Object.keys(object).sort().map((key) => [key, inner(object[key])]));

let tables = 0;
let runs = 0;
let differences = 0;
/** @param {Tool} tool @param {Answers} answers @param {string} what @param {unknown} ours @param {unknown} theirs */
const compare = (tool, answers, what, ours, theirs) => {
  runs += 1;
  const [one, other] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (one === other) return;
  differences += 1;
  if (differences <= 20) {
    console.log(JSON.stringify({ what, answers, javascript: ours, python: theirs, tool }));
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const [tool, cases] = JSON.parse(line);
  tables += 1;
  for (const [answers, expected, others] of cases) {
    compare(tool, answers, "decide", decided(decide(tool, tool.tables[0], answers)), expected);
    if (others) compare(tool, answers, "changes", changed(changes(tool, tool.tables[0], answers)), others);
  }
}
console.log(JSON.stringify({ tables, runs, differences }));

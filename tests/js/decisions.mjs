// Compares overrides/assets/scripts/decisions.js, loaded as it is, with what Python said.
// Standard input: per line [tool, [[answers, outcome of decide, outcome of changes or null], …]].
// Standard output: one line for each difference (the first 20), then the number of tables and of runs compared.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";

for (const name of ["attainable.js", "decisions.js"]) {
  const script = new URL(`../../overrides/assets/scripts/${name}`, import.meta.url);
  runInThisContext(readFileSync(script, "utf8"), { filename: script.pathname });
}
const { decide, changes } = globalThis.Decisions;

/** Outcomes that can still be reached are a set: their order says nothing. */
const asSet = (outcomes) => outcomes.map((each) => JSON.stringify(each)).sort();

const decided = (now) =>
  now.decided
    ? { outcome: now.outcome, rules: now.rules, used: now.used }
    : { possible: asSet(now.possible), matter: now.matter };

/** Per question, for each set of outcomes the positions that lead to it. */
const changed = (list) => {
  const merged = {};
  for (const { question, ranges, possible } of list) {
    const to = (merged[question] ??= {});
    (to[asSet(possible).join("; ")] ??= []).push(...ranges.flatMap(([low, high]) => positions(low, high)));
  }
  return sorted(merged, (to) => sorted(to, (all) => all.sort((a, b) => a - b)));
};

const positions = (low, high) => Array.from({ length: high - low + 1 }, (_, index) => low + index);

const sorted = (object, inner) =>
  Object.fromEntries(Object.keys(object).sort().map((key) => [key, inner(object[key])]));

let tables = 0;
let runs = 0;
let differences = 0;
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

// Runs every_combination.js in Node, on decisions.js as readers get it.
// Standard input: per line [what to compare, what Python says]. Standard output: a line of findings for each.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";

const run = (name) => runInThisContext(readFileSync(new URL(name, import.meta.url), "utf8"), { filename: name });

run("../../overrides/assets/scripts/attainable.js");
run("../../overrides/assets/scripts/decisions.js");
const compare = run("every_combination.js");

for await (const line of createInterface({ input: process.stdin })) {
  const [what, given] = JSON.parse(line);
  console.log(JSON.stringify(compare[what](given)));
}

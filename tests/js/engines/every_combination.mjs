// Runs every_combination.js in Node, on decisions.js.
// Standard input: per line [what to compare, what Python says]. Standard output: a line of findings for each.
import { createInterface } from "node:readline";

import * as Decisions from "../../../overrides/assets/scripts/decisions/decisions.js";
import { comparing } from "./every_combination.js";

/** @type {Record<string, (given: any) => object>} */
const compare = comparing(Decisions);

for await (const line of createInterface({ input: process.stdin })) {
  const [what, given] = JSON.parse(line);
  console.log(JSON.stringify(compare[what](given)));
}

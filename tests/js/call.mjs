// Calls functions of scripts below overrides/assets/scripts/, loaded as they are: what they do without a page.
// Standard input: first the names of scripts, [name, …]; then per line [function, argument, …], such as
// ["PlannerWeeks.dayOf", "2026-11-22"]. Standard output: per call what it gives.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";

const folder = new URL("../../overrides/assets/scripts/", import.meta.url);

const load = (name) => {
  const { pathname } = new URL(name, folder);
  runInThisContext(readFileSync(pathname, "utf8"), { filename: pathname });
};

const call = (name, given) => {
  const [space, method] = name.split(".");
  return globalThis[space][method](...given) ?? null;
};

let loaded = false;
for await (const line of createInterface({ input: process.stdin })) {
  const [first, ...given] = JSON.parse(line);
  if (loaded) console.log(JSON.stringify(call(first, given)));
  else for (const name of [first, ...given]) load(name);
  loaded = true;
}

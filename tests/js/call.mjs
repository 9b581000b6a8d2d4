// Calls functions of scripts below overrides/assets/scripts/: what they do without a page.
// Standard input: per line [script, function, argument, …], such as ["days.js", "isDay", "2026-11-22"].
// Standard output: per call what it gives.
import { createInterface } from "node:readline";

const folder = new URL("../../overrides/assets/scripts/", import.meta.url);

for await (const line of createInterface({ input: process.stdin })) {
  const [script, name, ...given] = JSON.parse(line);
  const module = await import(new URL(script, folder).href);
  console.log(JSON.stringify(module[name](...given) ?? null));
}

// What the index of a built site finds for each text that is given, as JSON: node searches.mjs INDEX TEXT…
import { readFileSync } from "node:fs";
import { opened, ranked } from "../../overrides/assets/scripts/wanted/search.ranking.js";

const [file, ...texts] = process.argv.slice(2);
const index = opened(JSON.parse(readFileSync(file, "utf8").replace(/^[^{]*/, "")));
console.log(JSON.stringify(Object.fromEntries(texts.map((typed) => [typed, ranked(index, typed).found.map(({ page }) => page.url)]))));

// Numbers and days are read as people mean them, or refused: tests/numbers.json, which Python reads as well.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as Answers from "../../overrides/assets/scripts/decisions/answers.js";
import * as Days from "../../overrides/assets/scripts/days.js";
import * as Numbers from "../../overrides/assets/scripts/numbers.js";
import * as DiaryFile from "../../overrides/assets/scripts/tools/pain-diary.file.js";

const { numbers, days } = JSON.parse(readFileSync(new URL("../numbers.json", import.meta.url), "utf8"));
/** @type {NumberQuestion} */
const FAR = {
  ...{ id: "far", ask: "", short: "", why: "", help: "", screens: [], fact: null, after: null, keeps: null, sensitive: false },
  ...{ kind: "integer", low: 0, step: 1, size: 20_001, unit: "km", scale: 10 },
};

for (const { text, tool } of numbers) {
  test(`a tool reads “${text}” as ${JSON.stringify(tool)}`, () => {
    assert.deepEqual(Numbers.read(text), tool);
    assert.deepEqual(Numbers.read(`\u00a0${text} `), tool);
  });

  test(`a question, the diary and its file read “${text}” alike`, () => {
    const answer = Answers.read(FAR, text, false);
    if (typeof tool === "number" && tool <= 2000) assert.equal(answer, Math.round(tool * 10));
    else if (Array.isArray(tool)) assert.equal(answer, `“${text}” can be read in two ways. Write ${tool.join(" or ")}`);
    else assert.equal(answer, "Write a number from 0 to 2000 km");
    const run = DiaryFile.run(text) ?? null;
    const { entries, problems } = DiaryFile.read(`date,run\n2026-11-02,"${text}"\n`);
    const fits = typeof tool === "number" && tool > 0 && tool <= 1000;
    assert.deepEqual(run, fits || Array.isArray(tool) ? tool : null);
    assert.deepEqual([entries.length, problems.length], fits ? [1, 0] : [0, 1]);
    if (fits) assert.equal(entries[0].run, tool);
    else assert.ok(problems[0].startsWith(`Line 2: the run is “${text}”`), problems[0]);
  });
}

for (const { text, is } of days) {
  test(`“${text}” is ${is ? "a" : "no"} day`, () => assert.equal(Days.isDay(text), is));
}

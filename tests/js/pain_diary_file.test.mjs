// What the diary hands out comes back the same, whatever was written and however a spreadsheet saved it again.
import assert from "node:assert/strict";
import { test } from "node:test";

import { SEEDS, diary, entry } from "./diaries.mjs";

import * as Saved from "../../overrides/assets/scripts/saved.js";
import * as Shapes from "../../overrides/assets/scripts/shapes.js";
import * as DiaryFile from "../../overrides/assets/scripts/tools/pain-diary.file.js";

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);
/** @param {string} text */
const read = (text) => DiaryFile.read(DiaryFile.decoded(bytes(text)));
/** @param {DiaryEntry[]} entries */
const back = (entries) => ({ entries: entries, problems: [] });
/** @param {string[]} rows */
const lines = (...rows) => `date,site,during,after,morning,run,unit,note\r\n${rows.join("\r\n")}\r\n`;

for (const seed of SEEDS) {
  const entries = diary([0, 1, 2, 99, 365][seed % 5], seed);

  test(`a diary comes back from CSV and from JSON (${seed})`, () => {
    assert.ok(entries.every((one) => Shapes.fits("diary.pain", [one])));
    for (const text of [DiaryFile.toCsv(entries), DiaryFile.toJson(entries)]) {
      assert.ok(bytes(text).length < Saved.MOST_BYTES);
      assert.deepEqual(read(text), back(entries));
    }
  });

  test(`it comes back after a spreadsheet saved it its own way (${seed})`, () => {
    const csv = DiaryFile.toCsv(entries).slice(1);
    assert.deepEqual(read(csv.replaceAll("\r\n", "\n")), back(entries), "no mark, ends of lines as elsewhere");
    const quoted = (/** @type {unknown[]} */ values) => values.map((value) => `"${String(value ?? "").replaceAll('"', '""')}"`);
    const head = Object.keys(entry());
    const rows = entries.map((one) => head.map((name) => /** @type {Record<string, unknown>} */ ({ ...one })[name]));
    const cells = rows.map((row) =>
      row.map((value, at) => (typeof value === "string" && /^'*[=+\-@＝＠\n]/.test(value) && at ? `'${value}` : value)),
    );
    const abroad = cells.map(([date, ...rest]) => [
      String(date).split("-").reverse().join("."),
      ...rest.map((value, at) => (at === 4 ? String(value ?? "").replace(".", ",") : value)),
    ]);
    /** @type {[string, unknown[][]][]} */
    const ways = [[",", cells], ["\t", cells], [";", abroad]];
    for (const [separator, table] of ways) {
      const text = [head, ...table.map(quoted)].map((row) => row.join(separator)).join("\r");
      assert.deepEqual(read(text), back(entries), separator);
    }
  });
}

for (const note of ["'=1+1", "''", "'tis", "=A1", "-3", "+44", "@home", "＝x", "a\n\nb", '"', '""', ',;"\n.', "'", "\n=x".trim()]) {
  test(`the note ${JSON.stringify(note)} comes back, and no cell begins like a formula`, () => {
    const text = DiaryFile.toCsv([entry({ note, site: note.slice(0, 40) })]);
    assert.deepEqual(read(text), back([entry({ note, site: note.slice(0, 40) })]));
    assert.doesNotMatch(text, /(^|[,\n]"?)[=+\-@＝]/);
  });
}

test("a message names the line of the file on which the entry begins", () => {
  const text = lines('2026-11-02,,1,,,,,"one\ntwo\r\nthree"', "2026-11-03,,99,,,,,", "", "nonsense,,,,,,,");
  const { entries, problems } = read(text);
  assert.equal(entries[0].note, "one\ntwo\nthree");
  assert.deepEqual(problems.map((problem) => problem.split(":")[0]), ["Line 5", "Line 7"]);
});

test("a quotation mark that never closes is said, and swallows nothing unsaid", () => {
  assert.deepEqual(read(lines("2026-11-02,,1,,,,,", '2026-11-03,,2,,,,,"open', "2026-11-04,,3,,,,,")), {
    entries: [],
    problems: ["Line 3: a quotation mark opens here and never closes, so nothing was read. Mend that line."],
  });
});

test("a file in another alphabet is read or refused, never filled with question marks", () => {
  const text = lines("2026-11-02,Hüfte,1,,,,,");
  const utf16 = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((sign) => [sign.charCodeAt(0), 0])]);
  assert.equal(DiaryFile.read(DiaryFile.decoded(utf16)).entries[0].site, "Hüfte");
  const latin = Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));
  assert.match(DiaryFile.read(DiaryFile.decoded(latin)).problems[0], /not in UTF-8/);
});

/** @type {[rows: string[], says: string | string[]][]} */
const WRITTEN = [
  [["02/11/2026"], "“02/11/2026” can be two days. Write it as 2026-11-02 or 2026-02-11."],
  [["02/02/2026"], ["2026-02-02"]],
  [["02/11/2026", "13/11/2026"], ["2026-11-02", "2026-11-13"]],
  [["11/02/2026", "11/13/2026"], ["2026-11-02", "2026-11-13"]],
  [["2.11.2026"], ["2026-11-02"]],
  [["2026-02-31"], "“2026-02-31” is no day. Write it as 2026-11-22 or 22/11/2026."],
  [["31/02/2026"], "“31/02/2026” is no day. Write it as 2026-11-22 or 22/11/2026."],
];

for (const [rows, says] of WRITTEN) {
  test(`days written ${rows.join(" and ")} are read as they are meant, or asked for`, () => {
    const { entries, problems } = read(lines(...rows.map((date) => `${date},,1,,,,,`)));
    if (typeof says === "string") assert.deepEqual(problems, [`Line 2: ${says}`]);
    else assert.deepEqual(entries.map(({ date }) => date), says);
  });
}

/** @type {[pain: string, is?: number | null][]} */
const PAINS = [["3", 3], ["10", 10], ["3.0", 3], ["", null], ["11"], ["-1"], ["2.5"], ["1e1"], ["0x3"], ["3 4"], ["five"]];

for (const [pain, is] of PAINS) {
  test(`pain written “${pain}” is ${is === undefined ? "refused" : is}`, () => assert.equal(DiaryFile.pain(pain), is));
}

// @ts-check
// The pain diary as a file: CSV for spreadsheets and JSON, out and in. What comes in is read line by line; a line that
// is no entry is left out, with a sentence that says why. CSV follows RFC 4180. Types: docs-dev/scripts.d.ts
(() => {
  "use strict";

  const FORMAT = "running-bones-joints/pain-diary/1";
  const COLUMNS = ["date", "site", "during", "after", "morning", "run", "unit", "note"];
  const PAINS = { during: "during", after: "after", morning: "next morning" };

  // A spreadsheet takes a cell that begins like this for a formula and works it out.
  // https://owasp.org/www-community/attacks/CSV_Injection
  const LIKE_A_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
  const GUARDED = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

  const toCsv = (entries) => {
    const rows = [COLUMNS, ...entries.map((entry) => COLUMNS.map((name) => cell(entry[name])))];
    return `\ufeff${rows.map((row) => row.join(",")).join("\r\n")}\r\n`; // the mark at the start tells Excel that it is UTF-8
  };

  const cell = (value) => {
    const text = String(value ?? "");
    const guarded = typeof value === "string" && LIKE_A_FORMULA.test(text) ? `'${text}` : text;
    return /[",;\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };

  const toJson = (entries) => JSON.stringify({ format: FORMAT, entries }, null, 1);

  const read = (text) => {
    const clean = text.replace(/^\ufeff/, "");
    return /^\s*[{[]/.test(clean) ? fromJson(clean) : fromCsv(clean);
  };

  const none = (problem) => ({ entries: [], problems: [problem] });

  const fromJson = (text) => {
    let found;
    try {
      found = JSON.parse(text);
    } catch {
      return none("This file is cut off or damaged. Save it again from where it came, and bring it in once more.");
    }
    const list = found.format === FORMAT ? found.entries : found.format === Saved.FORMAT && found.saved?.["diary.pain"];
    if (!Array.isArray(list)) return none("This file holds no pain diary of this guide.");
    return sorted(list.map((entry, index) => [`Entry ${index + 1}`, entry && typeof entry === "object" ? entry : {}]));
  };

  const fromCsv = (text) => {
    const [first = ""] = text.split(/\r?\n/, 1);
    const separator = [",", ";", "\t"].find((each) => first.split(each).length >= COLUMNS.length) ?? ",";
    const [head, ...rows] = cells(text, separator);
    const names = (head ?? []).map((name) => name.trim().toLowerCase());
    if (!names.includes("date")) {
      return none(`The first line names no column “date”. It needs: ${COLUMNS.join(", ")}.`);
    }
    const filled = rows.map((row, index) => [index + 2, row]).filter(([, row]) => row.some((value) => value.trim()));
    return sorted(
      filled.map(([number, row]) => [
        `Line ${number}`,
        Object.fromEntries(names.map((name, column) => [name, (row[column] ?? "").trim().replace(GUARDED, "")])),
      ]),
    );
  };

  /** Rows of cells. Quotes hold separators, line ends and doubled quotes. */
  const cells = (text, separator) => {
    const rows = [[""]];
    let quoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      const row = rows[rows.length - 1];
      if (quoted && sign === '"' && text[at + 1] === '"') {
        row[row.length - 1] += sign;
        at += 1;
      } else if (sign === '"' && (quoted || !row[row.length - 1])) quoted = !quoted;
      else if (sign === separator && !quoted) row.push("");
      else if (sign === "\n" && !quoted) rows.push([""]);
      else if (sign !== "\r" || quoted) row[row.length - 1] += sign;
    }
    return rows;
  };

  /** Good entries, and a sentence for each of the others. */
  const sorted = (named) => {
    const entries = [];
    const problems = [];
    for (const [name, raw] of named) {
      const made = entry(raw);
      if (typeof made === "string") problems.push(`${name}: ${made}`);
      else entries.push(made);
    }
    return { entries, problems };
  };

  /** An entry, or what is wrong with it. */
  const entry = (raw) => {
    const words = (name) => String(raw[name] ?? "").trim();
    const date = day(words("date"));
    if (!date) return `“${words("date")}” is no day. Write it as 2026-11-22 or 22/11/2026.`;
    const made = { date, site: words("site"), note: words("note").replace(/\s+/g, " ") };
    for (const [name, says] of Object.entries(PAINS)) {
      const text = words(name);
      if (!/^(\d|10|)$/.test(text)) return `pain ${says} is “${text}”. Write a whole number from 0 to 10, or nothing.`;
      made[name] = text === "" ? null : Number(text);
    }
    const run = words("run").replace(",", ".");
    made.run = run === "" ? null : Number(run);
    if (run !== "" && !(made.run > 0 && made.run <= 1000)) return `the run is “${run}”. Write a number up to 1,000, or nothing.`;
    made.unit = words("unit") || "km";
    if (!["km", "miles", "minutes"].includes(made.unit)) return `the unit is “${made.unit}”. Write km, miles or minutes.`;
    if (made.site.length > 40) return "the place is longer than 40 letters.";
    if (made.note.length > 150) return "the note is longer than 150 letters.";
    return Saved.fits("diary.pain", [made]) ? made : "it holds signs that cannot be read.";
  };

  const day = (text) => {
    const [, dayFirst, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
    const written = year ? `${year}-${month.padStart(2, "0")}-${dayFirst.padStart(2, "0")}` : text;
    const found = /^\d{4}-\d\d-\d\d$/.test(written) ? new Date(written) : null;
    return found && !Number.isNaN(found.getTime()) && found.toISOString().startsWith(written) ? written : null;
  };

  Object.assign(globalThis, { DiaryFile: { day, read, toCsv, toJson } });
})();

// Diaries of all sizes, in many scripts, with the signs that files trip over.
import { dice } from "./tab.mjs";

const ALPHABETS = [
  [..."abc xyz ÄÖé –’"],
  [..."左膝疼痛跑步早上下午很好"],
  [..."الركبة اليسرى تؤلم"],
  [..."колено после бега"],
  ["🏃‍♀️", "👍🏽", "🦵", "e\u0301", "\u2028", "\u00a0", "\u200f"],
  [..."\"',;\n=+-@＝＠|\\/0123456789.{}[]"],
];

/** What a tool saves. */
export const ANSWERS = { version: "1", date: "2026-11-20", answers: { urgent: "no" } };

/** What a diary is saved as. */
export const DIARY = "diary.pain";

/** @param {DiaryEntry[]} entries */
export const notes = (entries) => entries.map(({ note }) => note);

/** @param {Partial<DiaryEntry>} more @returns {DiaryEntry} */
export const entry = (more = {}) => ({
  date: "2026-11-02",
  site: "left knee",
  during: 3,
  after: null,
  morning: 0,
  run: 5.2,
  unit: "km",
  note: "",
  ...more,
});

/** @param {number} size @param {number} seed */
export const diary = (size, seed) => {
  const roll = dice(seed);
  /** @template T @param {T[]} list */
  const pick = (list) => list[Math.floor(roll() * list.length)];
  const words = (/** @type {number} */ most) => {
    const letters = ALPHABETS[seed % ALPHABETS.length];
    let text = "";
    for (let sign = pick(letters); text.length + sign.length <= most; sign = pick(letters)) text += sign;
    return text.slice(0, roll() < 0.3 ? 1 : most).replace(/\p{Surrogate}/gu, "").trim();
  };
  return Array.from({ length: size }, (_, number) =>
    entry({
      date: new Date(Date.UTC(2026, 10, 22) - number * 86_400_000).toISOString().slice(0, 10),
      site: words(40),
      during: pick([null, 0, 3, 10]),
      after: pick([null, 0, 5]),
      morning: pick([null, 1]),
      run: pick([null, 0.001, 5.2, 12, 999.999, 1000]),
      unit: pick(/** @type {DiaryEntry["unit"][]} */ (["km", "miles", "minutes"])),
      note: words(150),
    }),
  );
};

export const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

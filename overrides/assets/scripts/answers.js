// @ts-check
// What people type as an answer, and how answers are said back. The words are those of macros/render/answers.py.
(() => {
  "use strict";

  const KM_IN_A_MILE = 1.609344;
  const MILES = /^(mi|miles?)$/;
  const KILOMETRES = /^(k|kms?|kilomet(re|er)s?)$/;

  /** @typedef {import("./decisions.js").Question} Question */

  /**
   * A number as people write it: "5.2", "5,2", "1 200", "3 miles". Stored as a whole number of the question's steps.
   * @param {Question} question @param {string} text @param {boolean} miles Whether a bare number counts miles
   * @returns {{answer: number} | {problem: string}}
   */
  const read = (question, text, miles) => {
    const { low = 0, step = 1, scale = 1, unit = "", size } = question;
    const high = low + (size - 1) * step;
    const kind = scale > 1 ? "a number" : "a whole number";
    const match = /^([\d.,]+)(\D.*)?$/.exec(text.toLowerCase().replace(/[\s'’]/g, ""));
    if (!match) return { problem: `Write ${kind}${text.trim() ? `, such as ${number(question, high >> 1)}` : ""}` };
    const [, digits, after = ""] = match;
    const far = unit === "km" && (MILES.test(after) || (miles && !after));
    const known = !after || far || (unit === "km" ? KILOMETRES.test(after) : unit.replace(/\s/g, "").startsWith(after));
    if (!known) return { problem: `Write the number in ${unit === "km" ? "km or miles" : unit}` };
    for (const value of readings(digits)) {
      const exact = value * scale * (far ? KM_IN_A_MILE : 1);
      if (scale === 1 && !far && !Number.isInteger(exact)) return { problem: `Write ${kind}` };
      const answer = low + Math.round((exact - low) / step) * step;
      if (answer >= low && answer <= high) return { answer };
    }
    return { problem: `Write ${kind} from ${number(question, low)} to ${say(question, high)}` };
  };

  /** What digits with commas and points can mean, the likeliest first: British first, then the rest of Europe. @param {string} text */
  const readings = (text) => {
    const decimal = (/** @type {string} */ sign) => {
      const at = text.lastIndexOf(sign);
      return Number(text.slice(0, at).replace(/[.,]/g, "") + "." + text.slice(at + 1));
    };
    const plain = Number(text.replace(/[.,]/g, ""));
    const signs = text.replace(/\d/g, "");
    if (!signs) return [plain];
    if (signs.length > 1) return signs[0] === signs[signs.length - 1] ? [plain] : [decimal(signs[signs.length - 1])];
    const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
    if (!grouped) return [decimal(signs)];
    return signs === "," ? [plain, decimal(signs)] : [decimal(signs), plain];
  };

  /** A stored number as it is shown: 52 at scale 10 is 5.2. @param {{scale?: number}} question @param {number} value */
  const number = (question, value) => String(value / (question.scale ?? 1));

  /** @param {string} text @param {string} unit */
  const withUnit = (text, unit) => (unit === "%" ? `${text}%` : `${text} ${unit}`.trimEnd());

  /** An answer in the reader's words. @param {Question} question @param {string | number | boolean} answer */
  const say = (question, answer) => {
    if (question.options) return question.options.find((each) => each.id === String(answer))?.label ?? "";
    return amount(Number(answer), question.scale ?? 1, question.unit ?? "");
  };

  /** A number with its unit; a distance in miles too. @param {number} value @param {number} scale @param {string} unit */
  const amount = (value, scale, unit) => {
    const text = withUnit(number({ scale }, value), unit);
    return unit === "km" && value ? `${text} (${(value / scale / KM_IN_A_MILE).toFixed(1)} miles)` : text;
  };

  /** Answers of a question in words. @param {Question} question @param {[number, number][]} ranges Of positions */
  const sayRanges = (question, ranges) => {
    const { options, low = 0, step = 1, unit = "", size } = question;
    if (options) {
      const inside = options.filter((each) => ranges.some(([from, to]) => from <= each.at && each.at <= to));
      return either(inside.map(({ label }) => (label.includes(",") ? `“${label}”` : label)));
    }
    return either(
      ranges.map(([from, to]) => {
        const [first, last] = [from, to].map((position) => number(question, low + position * step));
        if (from === to) return withUnit(first, unit);
        if (to === size - 1) return `${withUnit(first, unit)} or more`;
        return from === 0 ? `${withUnit(last, unit)} or less` : `${first} to ${withUnit(last, unit)}`;
      }),
    );
  };

  /** @param {string[]} parts */
  const either = (parts) => (parts.length > 1 ? `${parts.slice(0, -1).join(", ")} or ${parts[parts.length - 1]}` : parts[0]);

  Object.defineProperty(globalThis, "Answers", { value: Object.freeze({ amount, read, say, sayRanges, withUnit }) });
})();

// Numbers as people write them. One rule for the tools' questions, the diary and its files; the rule for the guide's own
// data is narrower, and never reads another number (tests/numbers.json holds the cases of both).
const SPACE = "[ '’\\u00a0\\u2009\\u202f]";
// 1 200 and 1 234 567,8; 1,234.5; 1,234,567; 1.234,5; 1.234.567
/** @type {{ looks: RegExp, group: RegExp, point: RegExp | string }[]} How it looks, what groups, what stands for the point */
const GROUPED = [
  {
    looks: new RegExp(`^[1-9]\\d{0,2}(${SPACE})\\d{3}(\\1\\d{3})*([.,]\\d+)?$`),
    group: new RegExp(SPACE, "g"),
    point: /[.,]/,
  },
  { looks: /^[1-9]\d{0,2}(,\d{3})+\.\d+$/, group: /,/g, point: "." },
  { looks: /^[1-9]\d{0,2}(,\d{3}){2,}$/, group: /,/g, point: "." },
  { looks: /^[1-9]\d{0,2}(\.\d{3})+,\d+$/, group: /\./g, point: "," },
  { looks: /^[1-9]\d{0,2}(\.\d{3}){2,}$/, group: /\./g, point: "," },
];
const TWO_WAYS = /^[1-9]\d{0,2},\d{3}$/;
const MOST_DIGITS = 15; // more than a number holds exactly

/**
 * The number in a text; null where it is none. A comma before three digits can stand for thousands or for a decimal
 * point, and nobody but the writer knows: both ways come back, as they are written without doubt.
 * @param {string} text @returns {number | null | [string, string]}
 */
export const read = (text) => {
  const written = text.trim();
  if (written.replace(/\D/g, "").length > MOST_DIGITS) return null;
  if (TWO_WAYS.test(written)) return [written.replace(",", ""), written.replace(",", ".")];
  if (/^\d+$|^\d*[.,]\d+$/.test(written)) return Number(written.replace(",", "."));
  const form = GROUPED.find(({ looks }) => looks.test(written));
  return form ? Number(written.replace(form.group, "").replace(form.point, ".")) : null;
};

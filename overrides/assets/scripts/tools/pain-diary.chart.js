// The pain diary as a drawing: three rows of stems from 0 to 10, one below the other, over the same days. It draws what
// was written down, with no line between days and no limit: what a number means is not its business.
const SVG = "http://www.w3.org/2000/svg";
const LEFT = 24;
const RIGHT = 8;
const TITLE = 20;
const ROW = 72;
const GAP = 16;
const FOOT = 22;
const DAY_MS = 86_400_000;
/** @type {("during" | "after" | "morning")[]} */
const PAINS = ["during", "after", "morning"];

/** @param {string} name @param {Record<string, string | number>} attributes */
const made = (name, attributes, words = "") => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = words;
  return element;
};

/** @param {string} date */
const number = (date) => Math.round(new Date(date).getTime() / DAY_MS);

/** @param {number} day */
const said = (day) =>
  new Date(day * DAY_MS).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/**
 * @param {DiaryEntry[]} entries @param {number} width @param {number} days Up to the last entry; 0 for all
 * @param {string[]} titles
 */
export const draw = (entries, width, days, titles) => {
  const last = Math.max(...entries.map(({ date }) => number(date)));
  const first = days ? last - days + 1 : Math.min(last - 6, ...entries.map(({ date }) => number(date)));
  const shown = entries.filter(({ date }) => number(date) >= first);
  const step = (width - LEFT - RIGHT) / Math.max(1, last - first + 1);
  const height = PAINS.length * (TITLE + ROW) + (PAINS.length - 1) * GAP + FOOT;
  const picture = made("svg", {
    viewBox: `0 0 ${width} ${height}`,
    class: "diary-chart__picture",
    role: "img",
    "aria-label": `Pain from 0 to 10 on the days from ${said(first)} to ${said(last)}. The list below has the same numbers.`,
  });

  PAINS.forEach((pain, index) => {
    const top = index * (TITLE + ROW + GAP) + TITLE;
    const level = (/** @type {number} */ value) => top + ROW - (value / 10) * (ROW - 6);
    picture.append(made("text", { x: 0, y: top - 7, class: "diary-chart__title" }, titles[index]));
    for (const value of [0, 5, 10]) {
      picture.append(
        made("line", { x1: LEFT, x2: width - RIGHT, y1: level(value), y2: level(value), class: "diary-chart__line" }),
        made("text", { x: LEFT - 6, y: level(value) + 4, class: "diary-chart__number" }, String(value)),
      );
    }
    const seen = new Map(); // entries of one day stand beside each other
    for (const entry of shown) {
      const value = entry[pain];
      if (value === null) continue;
      const before = seen.get(entry.date) ?? 0;
      seen.set(entry.date, before + 1);
      const x = LEFT + (number(entry.date) - first + 0.5) * step + before * 3;
      const y = level(value);
      picture.append(
        made("line", { x1: x, x2: x, y1: level(0), y2: y, class: "diary-chart__stem" }),
        made("circle", { cx: x, cy: y, r: step < 5 ? 2 : 3.5, class: "diary-chart__dot" }),
      );
    }
  });

  const ends = { y: height - 4, class: "diary-chart__day" };
  picture.append(made("text", { ...ends, x: LEFT }, said(first)));
  picture.append(made("text", { ...ends, x: width - RIGHT, class: "diary-chart__day diary-chart__day--last" }, said(last)));
  return picture;
};

// What the reader changed in a week: it comes again, it is free, all moves by a week, or it has its own days.

/** As it is kept: "free", or "repeat", "days-135", "repeat-days-135". @param {Record<number, string>} weeks @param {number} number */
export const editOf = (weeks, number) => {
  const text = weeks[number] ?? "";
  const days = /\d+/.exec(text)?.[0].split("").map(Number);
  return { free: text === "free", repeat: text.startsWith("repeat"), days };
};

/** @param {PlannerWeek["edit"]} edit */
export const toEdit = ({ free, repeat, days }) =>
  free ? "free" : [repeat && "repeat", days && `days-${days.join("")}`].filter(Boolean).join("-");

/**
 * Edits with all from a week on moved by some weeks.
 * @param {Record<number, string>} weeks @param {number} from @param {number} by @returns {Record<number, string>}
 */
export const moved = (weeks, from, by) =>
  Object.fromEntries(
    Object.entries(weeks).map(([number, edit]) => [Number(number) < from ? number : Number(number) + by, edit]),
  );

// The days that a reader chooses, and the steps of a ladder to begin and to end with.
import { all } from "../../dom.js";

/** What is wrong with a choice of days; nothing where all is well. @param {number[]} days @param {PlannerPlan} plan */
export const wrongDays = (days, { days: { fewest, most, few, many } }) => {
  if (new Set(days).size < fewest) return few;
  return days.length > most ? many : "";
};

/** @param {HTMLElement} field */
export const daysIn = (field) => all(field, ":checked", HTMLInputElement).map(({ value }) => Number(value));

/** The first of each row of sessions that are alike. @param {PlannerPlan} plan */
export const firstsOf = ({ sessions }) =>
  sessions.map((session, at) => ({ session, at })).filter(({ session, at }) => session.words !== sessions[at - 1]?.words);

/** The longest session that is no longer than so many minutes; else the first one. @param {PlannerPlan} plan @param {number} most */
export const beginsAt = (plan, most) => 
  firstsOf(plan).filter(({ session }) => session.minutes <= most).pop()?.at ?? 0;

/** The last of the sessions in a row that are alike. @param {PlannerPlan} plan @param {number} at */
export const lastLike = ({ sessions }, at) => {
  const after = sessions.findIndex(({ words }, other) => other > at && words !== sessions[at]?.words);
  return (after < 0 ? sessions.length : after) - 1;
};

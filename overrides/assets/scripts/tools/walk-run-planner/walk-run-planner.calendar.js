// Weeks as a calendar file by RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545): whole days, so that no zone counts.
import { minutes, rungOf, wordsOf } from "./walk-run-planner.sheet.js";
import { textOf, today } from "./walk-run-planner.weeks.js";

const MOST_OCTETS = 75; // of a line, without its end (3.1)

const STOP =
  "Do not go while you are ill. Do not go with chest pain, after a blackout, with numbness between the legs or a newly weak leg, " +
  "with pain on one spot of bone or pain that grows through a run, a limp, or a hot or swollen joint. " +
  "This entry does not know how your last session went: look in the planner first. It is not made for you in person.";

/** Text with its signs escaped (3.3.11). @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** @param {string} text */
const octets = (text) => new TextEncoder().encode(text).length;

/** A line in pieces of at most 75 octets, each further one after a space; no letter is cut. @param {string} line */
const folded = (line) => {
  const pieces = [""];
  for (const letter of line) {
    const last = pieces[pieces.length - 1];
    if (octets(last + letter) > MOST_OCTETS) pieces.push(` ${letter}`);
    else pieces[pieces.length - 1] += letter;
  }
  return pieces.join("\r\n");
};

/** @param {number} day */
const date = (day) => textOf(day).replace(/-/g, "");

/** @param {PlannerPlan} plan @param {PlannerSlot} slot */
export const summaryOf = (plan, slot) => {
  const rest = plan.walks ? "Rest" : "Rest from running";
  const others = { rest, spared: "Rest the legs", walk: "Walk", strength: "Strength" };
  if (slot.kind !== "session") return others[slot.kind];
  const { session } = slot;
  const rung = rungOf(plan, session).toLowerCase();
  if (!session.running) return `Walk: ${minutes(session.minutes)} (${rung})`;
  return `Walk-run: ${minutes(session.running)} of running (${rung})`;
};

/**
 * The same plan keeps its ids, so that a newer file changes entries instead of adding them again.
 * @param {PlannerPlan} plan @param {string} key @param {string} stamp @param {PlannerSlot} slot
 */
const event = (plan, key, stamp, slot) => [
  "BEGIN:VEVENT",
  `UID:${key}-${date(slot.day)}-${["strength", "spared"].includes(slot.kind) ? "strength" : "day"}@running-bones-joints.invalid`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${date(slot.day)}`,
  `DTEND;VALUE=DATE:${date(slot.day + 1)}`,
  `SUMMARY:${escaped(summaryOf(plan, slot))}`,
  `DESCRIPTION:${escaped(`${slot.kind === "session" ? slot.session.words : wordsOf(plan, slot)}\n${STOP}`)}`,
  "CLASS:PRIVATE",
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

/**
 * What is still to come, as the text of a file; null where there is nothing. `key` is the plan's own.
 * @param {string} key @param {PlannerLaid} laid
 */
export const toCalendar = (key, { plan, weeks }, now = new Date()) => {
  const coming = weeks
    .flatMap(({ slots }) => slots)
    .filter(({ day, note }) => !note && day >= today());
  if (!coming.length) return null;
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Running Bones and Joints//Walk-run planner//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...coming.flatMap((slot) => event(plan, key, stamp, slot)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
};

/** What the file is called. @param {PlannerLaid} laid */
export const nameOf = ({ plan }) => (plan.walks ? "walking-weeks.ics" : "walk-run-weeks.ics");

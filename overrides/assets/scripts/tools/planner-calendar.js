// @ts-check
// Weeks as a calendar file by RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545): whole days, so that no zone counts.
(() => {
  "use strict";

  const MOST_OCTETS = 75; // of a line, without its end (3.1)

  /** Text with its signs escaped (3.3.11). */
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

  const octets = (text) => new TextEncoder().encode(text).length;

  /** A line in pieces of at most 75 octets, each further one after a space; no letter is cut. */
  const folded = (line) => {
    const pieces = [""];
    for (const letter of line) {
      const last = pieces[pieces.length - 1];
      if (octets(last + letter) > MOST_OCTETS) pieces.push(` ${letter}`);
      else pieces[pieces.length - 1] += letter;
    }
    return pieces.join("\r\n");
  };

  const date = (day) => PlannerWeeks.textOf(day).replace(/-/g, "");

  /** The same plan keeps its ids, so that a newer file changes entries instead of adding them again. */
  const event = (key, stamp, { day, kind, summary, description }) => [
    "BEGIN:VEVENT",
    `UID:${key}-${date(day)}-${kind}@running-bones-joints.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date(day)}`,
    `DTEND;VALUE=DATE:${date(day + 1)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];

  /** The file's text. `key` is the plan's own; `now` is the moment at which the file is made. */
  const toCalendar = (key, events, now = new Date()) => {
    const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Running Bones and Joints//Walk-run planner//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      ...events.flatMap((one) => event(key, stamp, one)),
      "END:VCALENDAR",
    ];
    return lines.map((line) => `${folded(line)}\r\n`).join("");
  };

  Object.assign(globalThis, { PlannerCalendar: { toCalendar } });
})();

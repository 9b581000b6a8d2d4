// Lays out a ladder in weeks: pure sums over the data of macros/export/planner.py, for walk-run-planner.js.
// What a session leads to, what a break does and what is pointed out is the tables' to say (walk-run-planner.rules.js).
import { asked } from "../../decisions/attainable.js";
import * as Days from "../../days.js";
import { editOf } from "./walk-run-planner.edits.js";
import { afterBreak, counted, fromNote, held, isOpen, led, outcomeOf, pointedOut } from "./walk-run-planner.rules.js";

const DAY_MS = 86_400_000;
const DAYS_IN_WEEK = 7;
const FIRST_WEEKDAY = 3; // 1 January 1970 was a Thursday, and Monday is 0
const MOST_WEEKS = 80;

/**
 * Days are whole numbers since 1970, so that no hour, zone or summer time can shift one.
 * @param {string} text
 */
export const dayOf = (text) => {
  const exact = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(exact) ? null : exact / DAY_MS;
};
/** @param {number} day */
export const textOf = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** @param {number} day */
export const weekday = (day) => (day + FIRST_WEEKDAY) % DAYS_IN_WEEK;
export const today = () => dayOf(Days.today()) ?? 0;
/**
 * @param {number} day @param {Intl.DateTimeFormatOptions} [how]
 */
export const sayDay = (day, how = { weekday: "long", day: "numeric", month: "long" }) =>
  new Date(day * DAY_MS).toLocaleDateString("en-GB", { ...how, timeZone: "UTC" });

/**
 * Two days for strength: not those of the plan, and as far apart as they can be.
 * @param {number[]} days
 */
const strengthDays = (days) => {
  const all = [...Array(DAYS_IN_WEEK).keys()];
  const free = all.filter((day) => !days.includes(day));
  /** @param {number[]} some */
  const pairsOf = (some) =>
    some.flatMap((one) => some.filter((other) => other > one).map((other) => /** @type {Span} */ ([one, other])));
  const pairs = pairsOf(free);
  /** @param {Span} pair */
  const apart = ([one, other]) => Math.min(other - one, DAYS_IN_WEEK - other + one);
  return (pairs.length ? pairs : pairsOf(all)).reduce((best, pair) => (apart(pair) > apart(best) ? pair : best));
};

/**
 * Below the first step: a walk as long as the first session.
 * @param {PlannerPlan} plan @returns {PlannerSession}
 */
const walkInstead = ({ sessions: [first] }) => ({
  ...first,
  words: `Walk ${first.minutes} minutes.`,
  segments: [["walk", first.minutes]],
  running: 0,
  unbroken: 0,
  back: [],
});

/**
 * Goes through a ladder, a session at a time. Sessions that were noted lead on as the tables say; those to come are
 * laid out as if each went well.
 * @param {PlannerData} data @param {PlannerState} state
 */
const course = (data, { plan: id, from, notes, ticked = {} }) => {
  const plan = data.plans[id];
  if (!plan) throw new Error(`there is no ladder ${id}`);
  const [BEFORE, EASING] = data.told;
  const questionOf = (/** @type {string} */ id) => /** @type {Question} */ (asked(data.next, id));
  const usual = questionOf(BEFORE).options?.[0]?.id ?? ""; // as a session is told to have been before any was
  /** @type {{ day: number, session: PlannerSession }[]} */
  const runs = []; // of every session that was or will be done
  const now = {
    at: /** @type {number | null} */ (from),
    rests: false, // whether the next day of the plan is left free
    stopped: /** @type {string | null} */ (null),
    spared: /** @type {number | null} */ (null), // the day on which the legs have no strength work
  };
  let last = usual;
  /** @type {number | null} */
  let since = null; // the day since when sessions are sore
  /** @type {string | null} */
  let eased = null; // what the break since the last run has led to
  const lastRun = () => runs[runs.length - 1]?.day ?? null;

  /** After a break the ladder goes on lower, once for each break, and never below its first step. @param {number} day */
  const easeInto = (day) => {
    const before = lastRun();
    const found = now.at && before !== null ? afterBreak(data, day - before) : null;
    if (!found || found.row === eased) return;
    now.at = led(plan, now.at, found.move) ?? 0;
    eased = found.row;
  };

  /** @param {number} day @returns {PlannerSessionSlot} */
  const sessionOn = (day) => {
    easeInto(day);
    const session = now.at === null ? walkInstead(plan) : plan.sessions[now.at];
    if (!session) throw new Error(`the ladder has no session ${now.at}`);
    const recent = runs.filter((run) => day - run.day <= data.recent).map((run) => run.session);
    const lately = {
      longest: Math.max(0, ...recent.map(({ running }) => running)),
      unbroken: Math.max(0, ...recent.map(({ unbroken }) => unbroken)),
    };
    const told = { [BEFORE]: last, [EASING]: held(questionOf(EASING), since === null ? 0 : day - since) };
    const note = notes[textOf(day)];
    const noted = { note, open: isOpen(note ?? ""), ticked: ticked[textOf(day)] ?? [] };
    const slot = { day, at: now.at, session, ...noted, told, pause: eased };
    return { kind: "session", ...slot, ...lately, ...pointedOut(data, session, lately) };
  };

  /** What was noted of a session, with no sign while these are open; or, of one to come, that it went well. @param {PlannerSessionSlot} slot */
  const goOn = (slot) => {
    const { day, session, told, note } = slot;
    const answers = note ? fromNote(data, note) : null;
    const { ran, leaves } = counted(data, answers);
    if (ran && session.running) {
      runs.push({ day, session });
      eased = null;
    }
    if (!note) {
      now.at = led(plan, now.at, "next");
      return slot;
    }
    // After a session that leaves nothing, those before count on as they did.
    if (leaves) since = leaves === usual ? null : (since ?? day);
    last = leaves ?? last;
    const outcome = outcomeOf(data.next, { ...told, ...answers });
    const move = outcome && data.moves[outcome.id];
    if (!move) throw new Error("a note says too little for the rules of today");
    if (move === "stop") now.stopped = outcome.id;
    else now.at = led(plan, now.at, move);
    now.rests = move.endsWith("-after-rest");
    if (data.spares.includes(outcome.id)) now.spared = day + 1;
    return { ...slot, outcome };
  };

  /**
   * A day of the plan: a session, a walk where the last run is too close, or a rest.
   * @param {number} day @returns {PlannerSlot}
   */
  const slotOn = (day) => {
    const rests = now.rests;
    now.rests = false;
    if (rests) return { kind: "rest", day };
    const before = lastRun();
    if (before !== null && day - before <= plan.days.between) return { kind: "walk", day };
    return goOn(sessionOn(day));
  };

  return { plan, now, slotOn };
};

/**
 * The weeks of a plan. A slot is a day: a session, a walk beside it, a rest, or strength.
 * @param {PlannerData} data @param {PlannerState} state
 * @returns {PlannerLaid}
 */
export const layOut = (data, state) => {
  const { plan, now, slotOn } = course(data, state);
  const start = dayOf(state.start) ?? today();
  const monday = start - weekday(start);
  /** @type {PlannerWeek[]} */
  const weeks = [];
  const goesOn = () => !now.stopped && (now.at === null || now.at <= state.to);

  /** @param {number} first @param {number[]} chosen */
  const slotsOf = (first, chosen) => {
    /** @type {PlannerSlot[]} */
    const slots = [];
    /** @type {number[]} */
    const extra = state.strength ? strengthDays(chosen) : [];
    for (let each = 0; each < DAYS_IN_WEEK; each += 1) {
      const day = first + each;
      if (day < start) continue;
      if (chosen.includes(each) && goesOn()) slots.push(slotOn(day));
      if (extra.includes(each) && !now.stopped) slots.push({ kind: now.spared === day ? "spared" : "strength", day });
    }
    return slots;
  };

  for (let number = 0; number < MOST_WEEKS && goesOn(); number += 1) {
    const edit = editOf(state.weeks, number);
    const chosen = edit.days ?? state.days;
    const begun = now.at;
    const first = monday + number * DAYS_IN_WEEK;
    const slots = edit.free ? [] : slotsOf(first, chosen);
    weeks.push({ number, monday: first, slots, edit, chosen });
    // From its first session on, which after a break is lower than where the week was to begin.
    if (edit.repeat) now.at = slots.find(({ kind }) => kind === "session")?.at ?? begun;
  }
  const sessions = weeks.flatMap(({ slots }) => slots.filter((slot) => slot.kind === "session"));
  // Nothing goes on, and nothing stops, before the signs of a session are known.
  const open = sessions.find((slot) => slot.open);
  const stopped = open ? null : now.stopped;
  return { plan, weeks, sessions, stopped, next: open ?? (stopped ? null : (sessions.find(({ note }) => !note) ?? null)) };
};

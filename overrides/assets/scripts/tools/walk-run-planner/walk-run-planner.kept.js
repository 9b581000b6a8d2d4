// Where weeks are kept: on this device once asked, in this tab until then, together with what other tabs note. Kept weeks
// are looked at before they are believed: rules and ladders may have changed since, or the file was not made here.
import * as Answers from "../../decisions/answers.js";
import * as Drafts from "../../drafts.js";
import * as Saved from "../../saved.js";
import * as Shapes from "../../shapes.js";
import { wrongDays } from "./walk-run-planner.steps.js";
import { fromNote, outcomeOf } from "./walk-run-planner.rules.js";
import { dayOf, layOut } from "./walk-run-planner.weeks.js";

/**
 * Weeks to go on with, what there is to say of them, and whether they go when the page is left.
 * @typedef {{ weeks: PlannerState | null, said: string, goes: boolean }} Now
 */

const NAME = "planner.weeks";

/**
 * Kept weeks, if every part of them fits the ladders and tables of today; else null.
 * @param {PlannerData} data @param {any} found @returns {PlannerState | null}
 */
export const fitting = (data, found) => {
  try {
    return fits(data, found) ? found : null;
  } catch {
    return null; // a part has another shape, or a note says too little for the rules of today
  }
};

/** @param {PlannerData} data @param {any} found */
const fits = (data, found) => {
  const plan = found && Object.hasOwn(data.plans, found.plan) ? data.plans[found.plan] : null;
  if (!plan) return false;
  const { from, to, start, days, notes } = found;
  const isStep = (/** @type {number} */ at) => Number.isInteger(at) && at >= 0 && at < plan.sessions.length;
  // The choices have to lead to this very ladder still.
  const { answers } = Answers.known(data.ladder, Object.entries(found.answers));
  return (
    dayOf(start) !== null &&
    [from, to].every(isStep) &&
    from <= to &&
    days.every((/** @type {number} */ day) => Number.isInteger(day) && day >= 0 && day <= 6) &&
    !wrongDays(days, plan) &&
    Object.values(notes).every((note) => fromNote(data, note)) &&
    outcomeOf(data.ladder, answers)?.id === found.plan &&
    layOut(data, found).sessions.length > 0
  );
};

/** @template V @param {V} value @returns {V} */
const copied = (value) => JSON.parse(JSON.stringify(value));

/**
 * What is kept of the weeks of a planner. Each change gives the weeks to show and what there is to say.
 * @param {PlannerData} data
 */
export const keeper = (data) => {
  let keeps = false; // whether the reader asked to save
  /** @type {PlannerState | null} */
  let base = null; // what this tab read or saved last; a change in place must not reach it
  let asked = ""; // the saved weeks that the reader was asked about

  const saved = () => fitting(data, Saved.read(NAME));

  /** What is not saved stays in this tab, where the browser allows that. @param {PlannerState} weeks @returns {Now} */
  const drafted = (weeks, said = "") => ({ weeks, said, goes: !Drafts.write(NAME, weeks) });

  /** @param {PlannerState} weeks @returns {Now} */
  const update = (weeks) => {
    const { said, value } = Saved.update(NAME, base, weeks);
    const both = said === "kept" ? fitting(data, value) : null; // notes of two tabs may not go together
    keeps = both !== null;
    if (!keeps) return drafted(weeks, said === "kept" ? "elsewhere" : said);
    base = copied(both);
    Drafts.remove(NAME);
    return { weeks: both, said, goes: false };
  };

  return {
    saved,
    /** Whether weeks are saved that the rules of today do not fit. */
    unfit: () => Saved.read(NAME) !== null && !saved(),
    /** Whether weeks are saved that cannot be read. */
    unread: () => Saved.unread(NAME).length > 0,
    drafted: () => fitting(data, Drafts.read(NAME)),
    /** Weeks of other choices stay in this tab: those that are saved hold notes, and go only when asked. @param {PlannerState} weeks */
    changed(weeks) {
      if (!keeps || base?.key === weeks.key) return keeps ? update(weeks) : drafted(weeks);
      asked = base?.key ?? "";
      keeps = false;
      base = null;
      return drafted(weeks, "other");
    },
    /** Other weeks that are saved already go only after a second press. @param {PlannerState} weeks */
    save(weeks) {
      const there = Saved.read(NAME);
      if (there && there.key !== weeks.key) {
        if (asked !== there.key) {
          asked = there.key;
          return drafted(weeks, "other");
        }
        base = copied(there);
      } else base = keeps ? base : null;
      return update(weeks);
    },
    use() {
      const found = saved();
      keeps = found !== null;
      base = copied(found);
      return found;
    },
    /**
     * What another tab did to what is saved: whether it concerns this one, and with what weeks it goes on.
     * @param {Saved.Happened} what @param {PlannerState | null} weeks @returns {Now | null}
     */
    heard(what, weeks) {
      if (!keeps) return null;
      const found = saved();
      if (what === "saved" && found) {
        if (Shapes.textOf(found) === Shapes.textOf(weeks)) return null;
        base = copied(found);
        return { weeks: found, said: "", goes: false };
      }
      keeps = false;
      base = null;
      return what === "cleared" || !weeks ? { weeks: null, said: "cleared", goes: false } : drafted(weeks, "elsewhere");
    },
    clear() {
      keeps = false;
      base = null;
      Saved.remove(NAME, true);
      Drafts.remove(NAME);
    },
    /** @param {(what: Saved.Happened) => void} use */
    watch: (use) => Saved.watch(NAME, use),
  };
};

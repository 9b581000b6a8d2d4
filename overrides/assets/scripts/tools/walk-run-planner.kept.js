// @ts-check
// Where weeks are kept: on this device once asked, in this tab until then, together with what other tabs note. Kept weeks
// are looked at before they are believed: rules and ladders may have changed since, or the file was not made here.
(() => {
  "use strict";

  const NAME = "planner.weeks";

  /** Kept weeks, if every part of them fits the ladders and tables of today; else null. */
  const fitting = (data, found) => {
    try {
      return fits(data, found) ? found : null;
    } catch {
      return null; // a part has another shape, or a note says too little for the rules of today
    }
  };

  const fits = (data, found) => {
    if (!found || !Object.hasOwn(data.plans, found.plan)) return false;
    const { [found.plan]: plan } = data.plans;
    const { dayOf, layOut } = PlannerWeeks;
    const { fromNote, outcomeOf } = PlannerRules;
    const { from, to, start, days, notes } = found;
    const isStep = (at) => Number.isInteger(at) && at >= 0 && at < plan.sessions.length;
    // The choices have to lead to this very ladder still.
    const { answers } = Answers.known(data.ladder, Object.entries(found.answers));
    return (
      dayOf(start) !== null &&
      [from, to].every(isStep) &&
      from <= to &&
      days.every((day) => Number.isInteger(day) && day >= 0 && day <= 6) &&
      !PlannerChoices.wrongDays(days, plan) &&
      Object.values(notes).every((note) => fromNote(data, note)) &&
      outcomeOf(data.ladder, answers)?.id === found.plan &&
      layOut(data, found).sessions.length > 0
    );
  };

  const copied = (value) => JSON.parse(JSON.stringify(value));

  /** What is kept of the weeks of a planner. Each change gives the weeks to show and what there is to say. */
  const keeper = (data) => {
    let keeps = false; // whether the reader asked to save
    let base = null; // what this tab read or saved last; a change in place must not reach it
    let asked = ""; // the saved weeks that the reader was asked about

    const saved = () => fitting(data, Saved.read(NAME));

    /** What is not saved stays in this tab, where the browser allows that. */
    const drafted = (weeks, said = "") => ({ weeks, said, goes: !Drafts.write(NAME, weeks) });

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
      drafted: () => fitting(data, Drafts.read(NAME)),
      changed: (weeks) => (keeps ? update(weeks) : drafted(weeks)),
      /** Other weeks that are saved already go only after a second press. */
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
      /** What another tab did to what is saved: whether it concerns this one, and with what weeks it goes on. */
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
        return what === "cleared" ? { weeks: null, said: "cleared", goes: false } : drafted(weeks, "elsewhere");
      },
      clear() {
        keeps = false;
        base = null;
        Saved.remove(NAME, true);
        Drafts.remove(NAME);
      },
      watch: (use) => Saved.watch(NAME, use),
    };
  };

  Object.assign(globalThis, { PlannerKept: { fitting, keeper } });
})();

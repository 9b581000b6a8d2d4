// @ts-check
// Weeks that were kept, looked at before they are believed: rules and ladders may have changed since, or the file was
// not made here.
(() => {
  "use strict";

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
    const { dayOf, fromNote, layOut, outcomeOf } = PlannerWeeks;
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

  Object.assign(globalThis, { PlannerKept: { fitting } });
})();

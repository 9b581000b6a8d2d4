// @ts-check
// The questions after a session: shows those that can still matter, and takes the answers.
(() => {
  "use strict";

  /**
   * The form below the next session.
   * @param {HTMLFormElement} form
   * @param {PlannerData} data
   */
  const after = (form, data) => {
    const fieldOf = (id) => form.querySelector(`[data-question="${id}"]`);

    /** What is asked, with the answers so far. How it felt is not asked once a sign says it all. */
    const asked = (told) => {
      const answers = Object.fromEntries(
        PlannerRules.asks(data).map(({ id }) => [id, fieldOf(id).querySelector(":checked")?.value]),
      );
      // Before there are weeks a session tells nothing yet; what it would tell is not asked.
      const known = told ?? Object.fromEntries(data.told.map((id) => [id, undefined]));
      return PlannerRules.weighed(data.next, known, answers).shown.map((id) => [id, answers[id]]);
    };

    return {
      /** Hides what cannot matter. @param {Answers} [told] What the sessions before say */
      hideUnasked(told) {
        const shown = asked(told).map(([id]) => id);
        for (const { id } of PlannerRules.asks(data)) fieldOf(id).hidden = !shown.includes(id);
      },
      /** The answers; null where one is missing, which the form then says. @param {Answers} told */
      take(told) {
        const answers = asked(told);
        const open = answers.filter(([, answer]) => !answer).map(([id]) => [id, "Choose an answer"]);
        return PlannerChoices.complain(form, open) ? null : Object.fromEntries(answers);
      },
    };
  };

  Object.assign(globalThis, { PlannerAfter: { after } });
})();

// The questions after a session: shows those that can still matter, and takes the answers.
import { find } from "../dom.js";
import { complain } from "./walk-run-planner.choices.js";
import { asks, weighed } from "./walk-run-planner.rules.js";

/** The form below the next session. @param {HTMLFormElement} form @param {PlannerData} data */
export const after = (form, data) => {
  const fieldOf = (/** @type {string} */ id) => find(form, `[data-question="${id}"]`);

  /** @param {string} id @returns {string | undefined} */
  const answerOf = (id) => {
    const chosen = fieldOf(id).querySelector(":checked");
    return chosen instanceof HTMLInputElement ? chosen.value : undefined;
  };

  /** Which questions are asked. How it felt is not asked once a sign says it all. @param {Answers} [told] */
  const asked = (told) => {
    const answers = Object.fromEntries(asks(data).map(({ id }) => [id, answerOf(id)]));
    // Before there are weeks a session tells nothing yet; what it would tell is not asked.
    const known = told ?? Object.fromEntries(data.told.map((id) => [id, undefined]));
    return weighed(data.next, known, answers).shown;
  };

  return {
    /** Hides what cannot matter. @param {Answers} [told] What the sessions before say */
    hideUnasked(told) {
      const shown = asked(told);
      for (const { id } of asks(data)) fieldOf(id).hidden = !shown.includes(id);
    },
    /** The answers; null where one is missing, which the form then says. @param {Answers} told */
    take(told) {
      const answers = asked(told).map((id) => ({ id, answer: answerOf(id) }));
      const open = answers.filter(({ answer }) => !answer);
      if (complain(form, open.map(({ id }) => [id, "Choose an answer"]))) return null;
      return Object.fromEntries(answers.map(({ id, answer }) => [id, answer ?? ""]));
    },
  };
};

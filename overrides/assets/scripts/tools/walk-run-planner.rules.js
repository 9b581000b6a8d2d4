// @ts-check
// What the tables of the planner say, and what answers and results do to the weeks (macros/export/planner.py). Here is
// no number and no name of a result: what decides stands in data/decisions/.
(() => {
  "use strict";

  const STEPS_BACK = /^back-(\d)/; // a move that goes back, with how far

  /**
   * The result of a table with its rows, once it is clear.
   * @param {Tool} tool
   * @param {Answers} answers
   */
  const outcomeOf = (tool, answers) => {
    const run = Decisions.decide(tool, tool.tables[0], answers);
    return run.decided ? { id: run.outcome[0], rules: run.rules } : null;
  };

  /**
   * A number as a table stores it: in its steps, and no more than its range, whose end stands for all beyond.
   * @param {Question} question
   * @param {number} shown
   */
  const held = ({ low, step, scale, size }, shown) =>
    Math.min(Math.floor((shown * scale) / step) * step, low + (size - 1) * step);

  /**
   * Numbers, by the questions that they answer, as their table stores them.
   * @param {Tool} tool
   * @param {Record<string, number>} numbers
   */
  const allHeld = ({ questions }, numbers) =>
    Object.fromEntries(questions.flatMap((one) => (one.id in numbers ? [[one.id, held(one, numbers[one.id])]] : [])));

  /**
   * What plan-next-session asks the reader. The rest it is told by the sessions before.
   * @param {PlannerData} data
   */
  const asks = ({ next, told }) => next.questions.filter(({ id }) => !told.includes(id));

  /**
   * The questions that can still matter, in their order, with the answers to them: the first ones on, until it is clear.
   * An answer to a question that cannot matter is left alone.
   * @param {Tool} tool
   * @param {Answers} told
   * @param {Record<string, Answer | undefined>} answers
   */
  const weighed = (tool, told, answers) => {
    const given = { ...told };
    const shown = [];
    for (const { id } of tool.questions) {
      const { decided, matter } = Decisions.decide(tool, tool.tables[0], given);
      if (decided) break;
      if (id in told || !matter.includes(id)) continue;
      shown.push(id);
      if (answers[id] !== undefined) given[id] = answers[id];
    }
    return { shown, given };
  };

  // A note is made of answers, such as sign-no--felt-green. Notes of older plans are one answer without its question.
  const BETWEEN = "--";
  const OLDER = new Map([["sign", "sign-yes"]]);

  /** @param {Record<string, string>} answers */
  const toNote = (answers) => Object.entries(answers).map(([id, answer]) => `${id}-${answer}`).join(BETWEEN);

  /**
   * The answers that a note is made of; null where one is none of today's.
   * @param {PlannerData} data
   * @param {string} note
   */
  const fromNote = (data, note) => {
    /** @type {Record<string, string>} */
    const answers = {};
    for (const part of (OLDER.get(note) ?? note).split(BETWEEN)) {
      /** @param {Question} question */
      const fits = ({ id, options }) => options.find((option) => [`${id}-${option.id}`, option.id].includes(part));
      const question = asks(data).find(fits);
      if (!question) return null;
      answers[question.id] = fits(question).id;
    }
    // What stands before an answer was "no", or was not asked yet when the note was made.
    const last = asks(data).findLastIndex(({ id }) => answers[id]);
    /** @param {Question} question */
    const isNo = ({ id, options }) => !answers[id] && options.some((option) => option.id === "no");
    for (const question of asks(data).slice(0, last).filter(isNo)) answers[question.id] = "no";
    return answers;
  };

  /**
   * What a session counts as. One to come counts as done; one whose answers say nothing of how it went was no run.
   * @param {PlannerData} data
   * @param {Record<string, string> | null} answers
   */
  const counted = (data, answers) => {
    if (!answers) return { ran: true, leaves: null };
    const said = Object.entries(answers).map(([id, answer]) => data.noted[id]?.[answer]);
    return said.find(Boolean) ?? { ran: false, leaves: null };
  };

  /**
   * Where a move leads from a session of a ladder; null stands for a walk, below the first step.
   * @param {PlannerPlan} plan
   * @param {number | null} at
   * @param {string} move
   */
  const led = (plan, at, move) => {
    if (move === "next") return at === null ? 0 : at + 1;
    if (at === null) return null;
    const steps = STEPS_BACK.exec(move)?.[1];
    return move === "first" ? 0 : steps ? plan.sessions[at].back[Number(steps) - 1] : at;
  };

  /**
   * What a break of so many days does to a ladder, with the row that says so; null where it changes nothing.
   * @param {PlannerData} data
   * @param {number} days
   */
  const afterBreak = ({ restart, restarts }, days) => {
    const { id, rules } = outcomeOf(restart, { [restart.questions[0].id]: held(restart.questions[0], days) });
    return restarts[id] === "same" ? null : { move: restarts[id], row: rules[0] };
  };

  /**
   * What is pointed out of a session, against the most running and the longest run without a walk lately: the result of
   * the long-run check where it is a jump, and whether it is a long step.
   * @param {PlannerData} data
   * @param {PlannerSession} session
   * @param {{ longest: number, unbroken: number }} lately
   */
  const pointedOut = ({ jump, jumps, step }, session, { longest, unbroken }) => {
    // Distances or minutes: the table compares one number with another.
    const check = outcomeOf(jump, allHeld(jump, { longest, planned: session.running }))?.id ?? ""; // a walk is none
    const isJump = Object.hasOwn(jumps, check);
    const more = { percent: 0, more: session.running - longest, unbroken: unbroken && session.unbroken - unbroken };
    const said = Decisions.decide(step, step.tables[0], {
      jump: isJump ? "yes" : "no",
      ...allHeld(step, Object.fromEntries(Object.entries(more).map(([id, value]) => [id, Math.max(0, value)]))),
    }).outcome.flat();
    return { jump: said.includes("jump") ? check : null, further: said.includes("long-step") };
  };

  Object.assign(globalThis, {
    PlannerRules: { afterBreak, asks, counted, fromNote, held, led, outcomeOf, pointedOut, toNote, weighed },
  });
})();

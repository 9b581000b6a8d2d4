// Runs in Node and in a page. Compares the decision engine with what Python says (tests/decisions/expectations.py).
// Both functions return the first few differences in words, and how much they compared.

/**
 * @typedef {{ questions: string[], index: string, results: [outcome: Outcome, rules: string[], used: string[]][] }} Every
 * @typedef {{ decided: boolean, matter: string[], possible: Outcome[], changes?: Record<string, Outcome[]> }} Path
 * @typedef {Path & { outcome: Outcome, rules: string[], used: string[] }} Expected
 * @typedef {{ answers: Answers, next: string | null, runs: Expected[] }} State
 */

/** @param {typeof import("../../../overrides/assets/scripts/decisions/decisions.js")} Decisions */
export const comparing = (Decisions) => ({
  /**
   * Outcome and rules of every combination of answers, or of each `sparse`-th and all beside which another result
   * stands; and for each `spread`-th, what would change it.
   * @param {{ tool: Tool, every: Every, literal: boolean, sparse: number, spread: number }} given
   */
  combinations({ tool, every, literal, sparse, spread }) {
    const table = tool.tables[0];
    const bytes = Uint8Array.from(atob(every.index), (sign) => sign.charCodeAt(0));
    const index = new Uint16Array(bytes.buffer);
    const results = every.results.map(([outcome, rules, used]) => ({ key: JSON.stringify([outcome, rules]), outcome: JSON.stringify(outcome), used }));
    const questions = every.questions.flatMap((id) => tool.questions.filter((each) => each.id === id));
    const strides = questions.map((_, at) => questions.slice(at + 1).reduce((product, { size }) => product * size, 1));
    /** @type {{ answer: Answer, at: number }[][]} */
    const choices = questions.map((question) =>
      question.options
        ? question.options.map(({ id, at }) => ({ answer: id, at }))
        : Array.from({ length: question.size }, (_, at) => ({ answer: question.low + at * question.step, at })),
    );
    const firsts = choices.map((all) => all.filter(({ at }, place) => all.findIndex((other) => other.at === at) === place));
    const standIns = choices.map((all, question) => all.filter((choice) => !firsts[question].includes(choice)));
    const keys = new Map(); // outcomes are shared objects
    const said = (/** @type {{ outcome: Outcome, rules: string[] }} */ run) => {
      if (!keys.has(run.outcome)) keys.set(run.outcome, JSON.stringify(run.outcome));
      return `[${keys.get(run.outcome)},${JSON.stringify(run.rules)}]`;
    };
    /** @type {string[]} */
    const wrong = [];
    let compared = 0;
    let changed = 0;

    /** @param {Answers} answers @param {number} place */
    const compare = (answers, place) => {
      compared += 1;
      const run = Decisions.decide(tool, table, answers);
      const expected = results[index[place]];
      if (!run.decided || said(run) !== expected.key) wrong.push(`${JSON.stringify(answers)}: ${JSON.stringify(run)}, not ${expected.key}`);
    };

    /** @param {Answers} answers @param {number[]} positions @param {number} place */
    const compareChanges = (answers, positions, place) => {
      changed += 1;
      const now = results[index[place]];
      const expected = now.used.flatMap((id) => {
        const question = every.questions.indexOf(id);
        /** @type {Map<string, number[]>} */
        const groups = new Map();
        for (let at = 0; at < questions[question].size; at += 1) {
          const { outcome } = results[index[place + (at - positions[question]) * strides[question]]];
          if (outcome === now.outcome) continue;
          groups.set(outcome, [...(groups.get(outcome) ?? []), at]);
        }
        return [...groups].map(([outcome, there]) => [id, there.join(), outcome]);
      });
      const found = Decisions.changes(tool, table, answers).map(({ question, ranges, possible }) => [
        question,
        ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, each) => from + each)).join(),
        possible.map((each) => JSON.stringify(each)).join(),
      ]);
      if (JSON.stringify(found) !== JSON.stringify(expected)) {
        wrong.push(`${JSON.stringify(answers)} changes: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
      }
    };

    /** @param {typeof choices} all @param {(answers: Answers, positions: number[], place: number) => void} visit */
    const walk = (all, visit) => {
      /** @type {Answers} */
      const answers = {};
      /** @type {number[]} */
      const positions = [];
      const step = (/** @type {number} */ question, /** @type {number} */ place) => {
        if (wrong.length > 3) return;
        if (question === questions.length) {
          visit(answers, positions, place);
          return;
        }
        for (const { answer, at } of all[question]) {
          answers[every.questions[question]] = answer;
          positions[question] = at;
          step(question + 1, place + at * strides[question]);
        }
      };
      step(0, 0);
    };

    /** @param {number[]} positions @param {number} place */
    const isAtAnEdge = (positions, place) =>
      questions.some(
        ({ size }, question) =>
          (positions[question] > 0 && index[place - strides[question]] !== index[place]) ||
          (positions[question] < size - 1 && index[place + strides[question]] !== index[place]),
      );

    walk(literal ? choices : firsts, (answers, positions, place) => {
      if (place % sparse !== 0 && !isAtAnEdge(positions, place)) return;
      compare(answers, place);
      if (literal) return;
      for (const [question, others] of standIns.entries()) {
        const id = every.questions[question];
        const own = answers[id];
        for (const { answer, at } of others) {
          if (at !== positions[question]) continue;
          answers[id] = answer;
          compare(answers, place);
        }
        answers[id] = own;
      }
    });
    walk(firsts, (answers, positions, place) => {
      if (place % spread === 0) compareChanges(answers, positions, place);
    });
    return { wrong, compared, changed };
  },

  /**
   * Every state of the path: what is asked next, what can still matter, what is decided and, where Python says it,
   * what would change it.
   * @param {{ tool: Tool, states: State[] }} given
   */
  path({ tool, states }) {
    /** @type {string[]} */
    const wrong = [];
    let changed = 0;
    const sorted = (/** @type {Outcome[]} */ list) => list.map((each) => JSON.stringify(each)).sort().join();
    for (const { answers, next, runs } of states) {
      /** @param {string} what @param {unknown} found @param {unknown} expected */
      const same = (what, found, expected) => {
        if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`${JSON.stringify(answers)} ${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
      };
      same("next", Decisions.matter(tool, answers)[0] ?? null, next);
      for (const [at, expected] of runs.entries()) {
        const run = Decisions.decide(tool, tool.tables[at], answers);
        same("decided", run.decided, expected.decided);
        if (!run.decided) {
          same("matter", run.matter, expected.matter);
          same("possible", sorted(run.possible), sorted(expected.possible));
          continue;
        }
        same("result", [run.outcome, run.rules, run.used], [expected.outcome, expected.rules, expected.used]);
        if (!expected.changes) continue;
        changed += 1;
        /** @type {Record<string, string>} */
        const changes = {};
        for (const { question, ranges, possible } of Decisions.changes(tool, tool.tables[at], answers)) {
          for (const [from, to] of ranges) for (let each = from; each <= to; each += 1) changes[`${question} ${each}`] = sorted(possible);
        }
        const wanted = Object.entries(expected.changes).map(([key, possible]) => [key, sorted(possible)]);
        same("changes", Object.entries(changes).sort(), wanted.sort());
      }
      if (wrong.length > 3) break;
    }
    return { wrong, compared: states.length, changed };
  },
});

// @ts-check
/*
 * Evaluates decision tables in the reader's browser, from the data that macros/export/browser.py writes.
 * The same algorithms as macros/decisions/{evaluate,path}.py; a test compares the two over every combination.
 * No rule stands here, no text is parsed here, and nothing is sent anywhere.
 */
(() => {
  "use strict";

  /**
   * @typedef {string | number | boolean} Answer
   * @typedef {Record<string, Answer | undefined>} Answers
   * @typedef {number | string | [string, any, any]} Tree
   * @typedef {{id: string, label: string, at: number, hint: string}} Option
   * @typedef {{id: string, ask: string, short: string, why: string, help: string, signs: string[], kind: string,
   *   size: number, low?: number, step?: number, unit?: string, scale?: number, options?: Option[]}} Question
   * @typedef {{id: string, size: number, low: number, step: number, cuts: number[], tree?: Tree, reads?: string[]}} Axis
   * @typedef {[number, number][][]} Box
   * @typedef {{id: string, gives: (string | number)[], boxes: Box[]}} Rule
   * @typedef {[number, ...number[]] | {is: any}} Node
   * @typedef {{id: string, policy: string, aggregation: string, many: boolean, default: any, outputs: string[][],
   *   axes: Axis[], rules: Rule[], nodes: Node[], root: number}} Table
   * @typedef {{id: string, title: string, version: number, questions: Question[], tables: Table[]}} Tool
   * @typedef {{decided: true, outcome: any, rules: string[], used: string[]}} Decided
   * @typedef {{decided: false, possible: any[], matter: string[]}} Undecided
   */

  /** @type {Record<string, (a: number, b: number) => number>} */
  const OPERATIONS = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "//": (a, b) => Math.floor(a / b),
    min: Math.min,
    max: Math.max,
  };

  /** The value of a derived input. @param {Tree} tree @param {Answers} answers @returns {number} */
  const evaluate = (tree, answers) => {
    if (typeof tree === "number") return tree;
    if (typeof tree === "string") return /** @type {number} */ (answers[tree]);
    const left = evaluate(tree[1], answers);
    const right = evaluate(tree[2], answers);
    if (tree[0] !== "//") return OPERATIONS[tree[0]](left, right);
    // A division of large whole numbers can round up to the next one; the remainder tells.
    const rest = ((left % right) + right) % right;
    return (left - rest) / right;
  };

  /** The position of an answer in its question's domain, or null where it is none. @param {Question} question @param {Answer | undefined} answer */
  const positionOf = (question, answer) => {
    if (answer === undefined || answer === null) return null;
    if (question.options) {
      const id = String(answer);
      const option = question.options.find((each) => each.id === id);
      return option ? option.at : null;
    }
    if (typeof answer !== "number") return null;
    return place(answer, question.low ?? 0, question.step ?? 1, question.size);
  };

  /** @param {number} value @param {number} low @param {number} step @param {number} size */
  const place = (value, low, step, size) => {
    const position = (value - low) / step;
    return Number.isInteger(position) && position >= 0 && position < size ? position : null;
  };

  /** Every axis' position, null where it is open. @param {Tool} tool @param {Table} table @param {Answers} answers */
  const positionsOf = (tool, table, answers) =>
    table.axes.map((axis) => {
      if (axis.tree === undefined) {
        const question = tool.questions.find((each) => each.id === axis.id);
        return question ? positionOf(question, answers[axis.id]) : null;
      }
      if ((axis.reads ?? []).some((id) => typeof answers[id] !== "number")) return null;
      return place(evaluate(axis.tree, answers), axis.low, axis.step, axis.size);
    });

  /** The segment that a position lies in. @param {Axis} axis @param {number} position */
  const segmentOf = (axis, position) => {
    let low = 0;
    let high = axis.cuts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (axis.cuts[middle] <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** The diagram that is left once some axes have positions: only nodes that can still change the outcome. */
  /** @param {Table} table @param {(number | null)[]} positions */
  const restricted = (table, positions) => {
    /** @type {Map<number, number>} */ const done = new Map();
    /** @type {Map<string, number>} */ const known = new Map();
    /** @type {Node[]} */ const made = [];
    /** @param {number} number @returns {number} */
    const walk = (number) => {
      const found = done.get(number);
      if (found !== undefined) return found;
      const node = table.nodes[number];
      let result = number;
      if (Array.isArray(node)) {
        const [axis, ...children] = node;
        const position = positions[axis];
        if (position !== null) result = walk(children[segmentOf(table.axes[axis], position)]);
        else {
          const next = children.map(walk);
          if (next.every((child) => child === next[0])) result = next[0];
          else {
            const key = axis + ":" + next.join();
            let mine = known.get(key);
            if (mine === undefined) {
              mine = table.nodes.length + made.length;
              made.push(/** @type {Node} */ ([axis, ...next]));
              known.set(key, mine);
            }
            result = mine;
          }
        }
      }
      done.set(number, result);
      return result;
    };
    const root = walk(table.root);
    /** @param {number} number @returns {Node} */
    const node = (number) => (number < table.nodes.length ? table.nodes[number] : made[number - table.nodes.length]);
    return { root, node };
  };

  /** Axes that can still matter and outcomes that can still be reached. @param {number} root @param {(number: number) => Node} nodeOf */
  const below = (root, nodeOf) => {
    const seen = new Set([root]);
    /** @type {Set<number>} */ const axes = new Set();
    const outcomes = [];
    for (const number of seen) {
      const node = nodeOf(number);
      if (!Array.isArray(node)) outcomes.push(node.is);
      else {
        axes.add(node[0]);
        for (let i = 1; i < node.length; i += 1) seen.add(node[i]);
      }
    }
    return { axes: [...axes].sort((a, b) => a - b), outcomes };
  };

  /** @param {Axis} axis */
  const reads = (axis) => axis.reads ?? [axis.id];

  /** The outcome as soon as no open answer can change it; else what still matters. */
  /** @param {Tool} tool @param {Table} table @param {Answers} answers @returns {Decided | Undecided} */
  const decide = (tool, table, answers) => {
    const positions = positionsOf(tool, table, answers);
    /** @type {Set<string>} */ const used = new Set();
    let number = table.root;
    let open = false;
    let node = table.nodes[number];
    while (Array.isArray(node)) {
      const position = positions[node[0]];
      if (position === null) {
        open = true;
        number = node[1];
      } else {
        reads(table.axes[node[0]]).forEach((id) => used.add(id));
        number = node[1 + segmentOf(table.axes[node[0]], position)];
      }
      node = table.nodes[number];
    }
    let outcome = node.is;
    if (open) {
      const left = restricted(table, positions);
      const rest = left.node(left.root);
      if (Array.isArray(rest)) {
        const { axes, outcomes } = below(left.root, left.node);
        /** @type {Set<string>} */ const matter = new Set();
        for (const axis of axes) {
          for (const id of reads(table.axes[axis])) if (answers[id] === undefined) matter.add(id);
        }
        return { decided: false, possible: outcomes, matter: [...matter] };
      }
      outcome = rest.is;
    }
    return { decided: true, outcome, rules: rulesFor(table, positions, outcome), used: [...used] };
  };

  /** true, false, or null while an open answer decides. @param {Table} table @param {Rule} rule @param {(number | null)[]} positions */
  const state = (table, rule, positions) => {
    /** @type {boolean | null} */ let result = false;
    for (const box of rule.boxes) {
      /** @type {boolean | null} */ let mine = true;
      for (let axis = 0; axis < box.length; axis += 1) {
        const position = positions[axis];
        const ranges = box[axis];
        if (position === null) {
          if (ranges.length > 1 || ranges[0][0] > 0 || ranges[0][1] < table.axes[axis].size - 1) mine = null;
        } else if (!ranges.some(([low, high]) => low <= position && position <= high)) {
          mine = false;
          break;
        }
      }
      if (mine) return true;
      if (mine === null) result = null;
    }
    return result;
  };

  /** @param {Table} table @param {(string | number)[]} gives */
  const rank = (table, gives) =>
    gives.map((value, index) => (typeof value === "string" ? table.outputs[index].indexOf(value) : -value));

  /** @param {number[]} a @param {number[]} b */
  const byRank = (a, b) => {
    for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return a[i] - b[i];
    return 0;
  };

  /** Rules in the order of their results' priority; equal ones stay in rule order. @param {Table} table @param {number[]} matched */
  const inPriority = (table, matched) =>
    [...matched].sort((a, b) => byRank(rank(table, table.rules[a].gives), rank(table, table.rules[b].gives)) || a - b);

  /** The rules that the outcome comes from. @param {Table} table @param {(number | null)[]} positions @param {any} outcome */
  const rulesFor = (table, positions, outcome) => {
    const states = table.rules.map((rule) => state(table, rule, positions));
    if (!states.includes(null)) {
      const matched = states.flatMap((each, index) => (each ? [index] : []));
      return fired(table, matched).map((index) => table.rules[index].id);
    }
    const same = JSON.stringify(outcome);
    const result = [];
    for (let index = 0; index < states.length; index += 1) {
      if (states[index] !== false && (table.many || JSON.stringify(table.rules[index].gives) === same)) {
        result.push(table.rules[index].id);
        if (states[index] && !table.many) break;
      }
    }
    return result;
  };

  /** @param {Table} table @param {number[]} matched */
  const fired = (table, matched) => {
    if (!matched.length) return [];
    if (["first", "unique", "any"].includes(table.policy)) return [matched[0]];
    if (table.policy === "priority") return [inPriority(table, matched)[0]];
    return table.policy === "output order" ? inPriority(table, matched) : matched;
  };

  /** What the hit policy makes of matched rules; the tests' second way to an outcome. @param {Table} table @param {number[]} matched */
  const outcomeOf = (table, matched) => {
    const given = matched.map((index) => table.rules[index].gives);
    if (!given.length && table.default !== null) return table.many ? [table.default] : table.default;
    if (table.policy === "rule order") return given;
    if (table.policy === "output order") return inPriority(table, matched).map((index) => table.rules[index].gives);
    if (table.policy === "collect") {
      if (table.aggregation === "list") return given;
      if (table.aggregation === "count") return [given.length];
      if (!given.length) return null;
      const numbers = /** @type {number[]} */ (given.flat());
      if (table.aggregation === "sum") return [numbers.reduce((a, b) => a + b, 0)];
      return [table.aggregation === "min" ? Math.min(...numbers) : Math.max(...numbers)];
    }
    return given.length ? table.rules[fired(table, matched)[0]].gives : null;
  };

  /** Rows that match complete answers, as indexes. @param {Tool} tool @param {Table} table @param {Answers} answers */
  const matching = (tool, table, answers) => {
    const positions = positionsOf(tool, table, answers);
    return table.rules.flatMap((rule, index) => (state(table, rule, positions) ? [index] : []));
  };

  /** The answer at a position. @param {Question} question @param {number} position @returns {Answer} */
  const answerAt = (question, position) => {
    const option = question.options?.find((each) => each.at === position);
    if (option) return question.kind === "boolean" ? option.id === "true" : option.id;
    return (question.low ?? 0) + position * (question.step ?? 1);
  };

  /** For a decided run: every single different answer that leads elsewhere, and where. */
  /** @param {Tool} tool @param {Table} table @param {Answers} answers */
  const changes = (tool, table, answers) => {
    const now = decide(tool, table, answers);
    if (!now.decided) return [];
    const result = [];
    const same = JSON.stringify([now.outcome]);
    for (const id of now.used) {
      const question = tool.questions.find((each) => each.id === id);
      if (!question) continue;
      /** @type {Map<string, {possible: any[], ranges: [number, number][]}>} */ const groups = new Map();
      for (let position = 0; position < question.size; position += 1) {
        const then = decide(tool, table, { ...answers, [id]: answerAt(question, position) });
        const possible = then.decided ? [then.outcome] : then.possible;
        const key = JSON.stringify(possible);
        if (key === same) continue;
        const group = groups.get(key) ?? { possible, ranges: [] };
        const last = group.ranges[group.ranges.length - 1];
        if (last && last[1] === position - 1) last[1] = position;
        else group.ranges.push([position, position]);
        groups.set(key, group);
      }
      for (const { possible, ranges } of groups.values()) result.push({ question: id, ranges, possible });
    }
    return result;
  };

  /** The next question of a tool: the first table that is still open asks. @param {Tool} tool @param {Answers} answers */
  const next = (tool, answers) => {
    for (const table of tool.tables) {
      const now = decide(tool, table, answers);
      if (!now.decided) return now.matter[0];
    }
    return null;
  };

  /** Every question that can still matter to any of a tool's tables. @param {Tool} tool @param {Answers} answers */
  const matter = (tool, answers) => {
    /** @type {Set<string>} */ const result = new Set();
    for (const table of tool.tables) {
      const now = decide(tool, table, answers);
      if (!now.decided) now.matter.forEach((id) => result.add(id));
    }
    return [...result];
  };

  Object.defineProperty(globalThis, "Decisions", {
    value: Object.freeze({ answerAt, changes, decide, evaluate, matching, matter, next, outcomeOf, positionOf }),
  });
})();

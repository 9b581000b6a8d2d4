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

  /**
   * What is worked out once for a table: the question of each axis, the tests of each rule's boxes, what rules give.
   * A test that accepts a whole axis never decides anything, so it is left out.
   * @typedef {{asks: (Question | undefined)[], rules: [number, [number, number][]][][][], gives: string[]}} Prepared
   */
  /** @type {WeakMap<Table, Prepared>} */ const known = new WeakMap();

  /** @param {Tool} tool @param {Table} table @returns {Prepared} */
  const prepared = (tool, table) => {
    let found = known.get(table);
    if (!found) {
      found = {
        asks: table.axes.map((axis) => tool.questions.find((each) => each.id === axis.id)),
        rules: table.rules.map((rule) =>
          rule.boxes.map((box) =>
            box.flatMap((ranges, axis) =>
              ranges[0][0] === 0 && ranges[0][1] === table.axes[axis].size - 1 ? [] : [[axis, ranges]],
            ),
          ),
        ),
        gives: table.rules.map((rule) => JSON.stringify(rule.gives)),
      };
      known.set(table, found);
    }
    return found;
  };

  /** An axis' position, null where it is open. @param {Axis} axis @param {Question | undefined} question @param {Answers} answers */
  const positionOn = (axis, question, answers) => {
    if (axis.tree === undefined) return question ? positionOf(question, answers[axis.id]) : null;
    if (reads(axis).some((id) => typeof answers[id] !== "number")) return null;
    return place(evaluate(axis.tree, answers), axis.low, axis.step, axis.size);
  };

  /** Every axis' position. @param {Tool} tool @param {Table} table @param {Answers} answers */
  const positionsOf = (tool, table, answers) => {
    const { asks } = prepared(tool, table);
    return table.axes.map((axis, index) => positionOn(axis, asks[index], answers));
  };

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
    /** @type {Map<string, number>} */ const numbers = new Map();
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
            let mine = numbers.get(key);
            if (mine === undefined) {
              mine = table.nodes.length + made.length;
              made.push(/** @type {Node} */ ([axis, ...next]));
              numbers.set(key, mine);
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
    return { decided: true, outcome, rules: rulesFor(tool, table, positions, outcome), used: [...used] };
  };

  /** @param {[number, number][]} ranges @param {number} position */
  const holds = (ranges, position) => {
    for (const range of ranges) if (range[0] <= position && position <= range[1]) return true;
    return false;
  };

  /** true, false, or null while an open answer decides. @param {Prepared["rules"][0]} boxes @param {(number | null)[]} positions */
  const state = (boxes, positions) => {
    /** @type {boolean | null} */ let result = false;
    for (const box of boxes) {
      /** @type {boolean | null} */ let mine = true;
      for (const test of box) {
        const position = positions[test[0]];
        if (position === null) mine = null;
        else if (!holds(test[1], position)) {
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

  /** Whether at most one rule counts, and the first that matches does. @param {Table} table */
  const firstCounts = (table) => ["first", "unique", "any"].includes(table.policy);

  /** The rules that the outcome comes from. @param {Tool} tool @param {Table} table @param {(number | null)[]} positions @param {any} outcome */
  const rulesFor = (tool, table, positions, outcome) => {
    const { rules, gives } = prepared(tool, table);
    const matched = [];
    const candidates = [];
    let open = false;
    let sure = false;
    const same = table.many ? "" : JSON.stringify(outcome);
    for (let index = 0; index < rules.length; index += 1) {
      const now = state(rules[index], positions);
      if (now === false) continue;
      if (now) matched.push(index);
      else open = true;
      if (!sure && (table.many || gives[index] === same)) {
        candidates.push(index);
        sure = now === true && !table.many;
      }
      if (sure && firstCounts(table)) break;
    }
    return (open ? candidates : fired(table, matched)).map((index) => table.rules[index].id);
  };

  /** @param {Table} table @param {number[]} matched */
  const fired = (table, matched) => {
    if (!matched.length) return [];
    if (firstCounts(table)) return [matched[0]];
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
    return prepared(tool, table).rules.flatMap((boxes, index) => (state(boxes, positions) ? [index] : []));
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
    const { asks } = prepared(tool, table);
    const result = [];
    const same = JSON.stringify([now.outcome]);
    for (const id of now.used) {
      const question = tool.questions.find((each) => each.id === id);
      if (!question) continue;
      const touched = table.axes.flatMap((axis, index) => (reads(axis).includes(id) ? [index] : []));
      const trial = { ...answers };
      /** What positions lead to that the table does not tell apart. @type {Map<string, [string, any[]]>} */ const seen = new Map();
      /** @type {Map<string, {possible: any[], ranges: [number, number][]}>} */ const groups = new Map();
      for (let position = 0; position < question.size; position += 1) {
        trial[id] = answerAt(question, position);
        const where = touched
          .map((index) => {
            const at = positionOn(table.axes[index], asks[index], trial);
            return at === null ? "" : segmentOf(table.axes[index], at);
          })
          .join();
        let found = seen.get(where);
        if (!found) {
          const then = decide(tool, table, trial);
          const possible = then.decided ? [then.outcome] : then.possible;
          found = [JSON.stringify(possible), possible];
          seen.set(where, found);
        }
        const [key, possible] = found;
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

  /** Where answers stand on a derived scale, or null. @param {Tool} tool @param {Table} table @param {string} id @param {Answers} answers */
  const onScale = (tool, table, id, answers) => {
    const axis = table.axes.find((each) => each.id === id);
    const position = axis ? positionOn(axis, undefined, answers) : null;
    return axis && position !== null ? { value: axis.low + position * axis.step, segment: segmentOf(axis, position) } : null;
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
    value: Object.freeze({ answerAt, changes, decide, evaluate, matching, matter, next, onScale, outcomeOf, positionOf }),
  });
})();

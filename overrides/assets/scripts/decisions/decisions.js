// Evaluates the tables of macros/export/browser.py as macros/decisions/{tables/evaluate,diagram/path}.py does: a test
// compares the two over every combination. No rule stands here, no text is parsed. Types: docs-dev/scripts.d.ts
import { asked, boundsOf, eachOf, LIMIT, middleOf, positionOf, reads } from "./attainable.js";
import { isOpen, mattering, positionOn, rest, segmentOf } from "./remaining.js";

/** @typedef {import("./remaining.js").Rest} Rest @typedef {import("./attainable.js").Cells} Cells */
/**
 * A test of an axis that can fail.
 * @typedef {[axis: number, ranges: Ranges]} Test
 * @typedef {{ rules: Test[][][], gives: string[] }} Prepared
 */
/** A different answer that leads elsewhere, and where. @typedef {{ question: string, ranges: Ranges, possible: Outcome[] }} Change */

/** What is worked out once for a table. @type {WeakMap<Table, Prepared>} */
const known = new WeakMap();

/** @param {Table} table @returns {Prepared} */
const prepared = (table) => {
  const there = known.get(table);
  if (there) return there;
  // A test that accepts a whole axis never decides anything, so it is left out.
  const isWhole = (/** @type {Ranges} */ [[first, last]], /** @type {number} */ axis) =>
    first === 0 && last === table.axes[axis].size - 1;
  /** @param {Ranges[]} box @returns {Test[]} */
  const tests = (box) => box.flatMap((ranges, axis) => (isWhole(ranges, axis) ? [] : [[axis, ranges]]));
  const made = {
    rules: table.rules.map(({ boxes }) => boxes.map(tests)),
    gives: table.rules.map(({ gives }) => JSON.stringify(gives)),
  };
  known.set(table, made);
  return made;
};

/**
 * The answered questions on every way from the root that open answers leave, each by answers of its own.
 * @param {Rest} left
 */
const walkedBy = ({ tool, table, answers, positions, reach: { linked, whole, after } }) => {
  /** @type {Set<number>} */
  const walked = new Set();
  /** @type {Map<string, [number, Cells]>} */
  const ways = new Map([[table.root + "/" + JSON.stringify(whole), [table.root, whole]]]);
  for (const [place, cells] of ways.values()) {
    const node = table.nodes[place];
    if (!Array.isArray(node)) continue;
    const [axis, ...children] = node;
    const position = positions[axis];
    if (linked.includes(axis) || position !== null) walked.add(axis);
    const here = position === null ? null : segmentOf(table.axes[axis], position);
    children.forEach((child, segment) => {
      const left = here === null || here === segment ? after(cells, axis, segment) : null;
      if (left !== null) ways.set(child + "/" + JSON.stringify(left), [child, left]);
    });
  }
  const used = [...walked].sort((a, b) => a - b).flatMap((axis) => reads(table.axes[axis]));
  return [...new Set(used)].filter((id) => !isOpen(tool, id, answers));
};

/**
 * The outcome as soon as no open answer can change it; else what still matters.
 * @param {Tool} tool @param {Table} table @param {Answers} answers @returns {Run}
 */
export const decide = (tool, table, answers) => {
  const left = rest(tool, table, answers);
  if (left.outcomes.length > 1) return { decided: false, possible: left.outcomes, matter: mattering(left) };
  const [outcome] = left.outcomes;
  return { decided: true, outcome, rules: rulesFor(left, outcome), used: walkedBy(left) };
};

/** @param {Ranges} ranges @param {number} position */
const holds = (ranges, position) => {
  for (const range of ranges) if (range[0] <= position && position <= range[1]) return true;
  return false;
};

/** Whether a rule matches; null while an open answer decides. @param {Rest} left @param {Test[][]} boxes */
const state = ({ table, positions, reach: { linked, whole, only } }, boxes) => {
  /** @type {boolean | null} */
  let result = false;
  for (const box of boxes) {
    /** @type {boolean | null} */
    let mine = true;
    let cells = whole;
    for (const [axis, ranges] of box) {
      const position = positions[axis];
      if (linked.includes(axis)) {
        const inside = table.axes[axis].cuts.flatMap((low, segment) => (holds(ranges, low) ? [segment] : []));
        const left = only(cells, axis, inside);
        if (left === null) {
          mine = false;
          break;
        }
        cells = left;
      } else if (position === null) mine = null;
      else if (!holds(ranges, position)) {
        mine = false;
        break;
      }
    }
    if (mine && cells.some((group, index) => group.length < whole[index].length)) mine = null;
    if (mine) return true;
    if (mine === null) result = null;
  }
  return result;
};

/**
 * Rules in the order of their results' priority; equal ones stay in rule order.
 * @param {Table} table @param {number[]} matched
 */
const inPriority = ({ rules, outputs }, matched) => {
  /** @param {string | number} value @param {number} index */
  const rank = (value, index) => (typeof value === "string" ? outputs[index].indexOf(value) : -value);
  const ranked = matched.map((index) => ({ index, ranks: rules[index].gives.map(rank) }));
  ranked.sort((a, b) => a.ranks.map((mine, place) => mine - b.ranks[place]).find(Boolean) || a.index - b.index);
  return ranked.map(({ index }) => index);
};

/**
 * The rules that the outcome comes from; where an open answer picks between some, all of those.
 * @param {Rest} left @param {Outcome} outcome
 */
const rulesFor = (left, outcome) => {
  const { table } = left;
  const { rules, gives } = prepared(table);
  const firstCounts = ["first", "unique", "any"].includes(table.policy);
  const same = table.many ? "" : JSON.stringify(outcome);
  /** @type {number[]} */
  let matched = [];
  const candidates = [];
  let open = false;
  let sure = false;
  for (let index = 0; index < rules.length && !(sure && firstCounts); index += 1) {
    const now = state(left, rules[index]);
    if (now === false) continue;
    if (now) matched.push(index);
    else open = true;
    if (!sure && (table.many || gives[index] === same)) {
      candidates.push(index);
      sure = now === true && !table.many;
    }
  }
  if (table.policy === "priority" || table.policy === "output order") matched = inPriority(table, matched);
  if (firstCounts || table.policy === "priority") matched.splice(1);
  return (open ? candidates : matched).map((index) => table.rules[index].id);
};

/** @param {Question} question @param {number} position */
const answerAt = (question, position) =>
  question.options
    ? question.options[question.options.findIndex(({ at }) => at === position)].id
    : question.low + position * question.step;

/**
 * For a decided run: every single different answer that leads elsewhere, and where.
 * @param {Tool} tool @param {Table} table @param {Answers} answers @returns {Change[]}
 */
export const changes = (tool, table, answers) => {
  const now = decide(tool, table, answers);
  if (!now.decided) return [];
  const same = JSON.stringify(now.outcome);
  return now.used.flatMap((id) => {
    const question = asked(tool, id);
    if (!question) return [];
    /** @type {Map<string, Change>} */
    const groups = new Map();
    for (const [low, high] of stretches(tool, table, answers, question)) {
      const then = decide(tool, table, { ...answers, [id]: answerAt(question, low) });
      const possible = then.decided ? [then.outcome] : then.possible;
      const key = possible.map((each) => JSON.stringify(each)).sort().join();
      if (key === same) continue;
      const group = groups.get(key) ?? { question: id, ranges: [], possible };
      groups.set(key, group);
      const { ranges } = group;
      const last = ranges[ranges.length - 1];
      if (last?.[1] === low - 1) last[1] = high;
      else ranges.push([low, high]);
    }
    return [...groups.values()];
  });
};

/**
 * The positions of a question in stretches that no rule can tell apart. What is not found soon is not said.
 * @param {Tool} tool @param {Table} table @param {Answers} answers @param {Question} question
 */
const stretches = (tool, table, answers, { id, size }) => {
  const touched = table.axes.filter((axis) => reads(axis).includes(id));
  /** @type {Span[]} */
  const found = [];
  /** @type {Span[]} */
  const stack = [[0, size - 1]];
  for (let steps = 0, part = stack.pop(); part && steps < LIMIT / 4; steps += 1, part = stack.pop()) {
    const here = part;
    const alike = touched.every((axis) => {
      const [first, last] = between(tool, axis, answers, id, here);
      return segmentOf(axis, first) === segmentOf(axis, last);
    });
    if (alike || here[0] === here[1]) found.push(here);
    else stack.push([middleOf(here) + 1, here[1]], [here[0], middleOf(here)]);
  }
  return found;
};

/**
 * First and last position of an axis while the answer to one question lies in a part; open ones lie anywhere.
 * @param {Tool} tool @param {Axis} axis @param {Answers} answers @param {string} id @param {Span} part @returns {Span}
 */
const between = (tool, axis, answers, id, part) => {
  /** @type {Record<string, Span>} */
  const known = {};
  for (const each of reads(axis)) {
    const question = /** @type {NumberQuestion} */ (asked(tool, each));
    const place = positionOf(question, answers[each]);
    /** @type {Span} */
    const span = each === id ? part : place === null ? [0, question.size - 1] : [place, place];
    if (axis.tree === undefined) return span;
    known[each] = eachOf(span, (position) => question.low + position * question.step);
  }
  return eachOf(boundsOf(axis.tree ?? 0, known), (value) => value - axis.low);
};

/**
 * Where answers stand on a derived scale, or null.
 * @param {Tool} tool @param {Table} table @param {string} id @param {Answers} answers
 */
export const onScale = (tool, table, id, answers) => {
  const axis = table.axes.find((each) => each.id === id);
  const position = axis ? positionOn(tool, axis, answers) : null;
  return !axis || position === null ? null : { value: axis.low + position * axis.step, segment: segmentOf(axis, position) };
};

/** Every question that can still matter, the next one first. @param {Tool} tool @param {Answers} answers */
export const matter = (tool, answers) => [
  ...new Set(tool.tables.map((table) => decide(tool, table, answers)).flatMap((now) => (now.decided ? [] : now.matter))),
];

// What some answers leave of a table: its diagram, reduced, and the open questions that can still change the outcome.
// As macros/decisions/diagram/path.py works it out. Types: docs-dev/scripts.d.ts
import {
  asked,
  eachOf,
  evaluate,
  found,
  halved,
  lastBy,
  LIMIT,
  middleOf,
  place,
  positionOf,
  reach,
  reads,
  widestOf,
} from "./attainable.js";

/** A branching by an axis, with where each segment leads. @typedef {[axis: number, ways: number[]]} Branch */
/** @typedef {import("./attainable.js").Cells} Cells @typedef {import("./attainable.js").Group} Group */
/**
 * What is left of a table.
 * @typedef {{
 *   tool: Tool, table: Table, answers: Answers, positions: (number | null)[], reach: ReturnType<typeof reach>,
 *   nodes: (Branch | null)[], outcomes: Outcome[], root: number,
 *   branch: (axis: number, ways: number[]) => number,
 * }} Rest
 */

/**
 * The position of answers on an axis, null where it is open.
 * @param {Tool} tool @param {Axis} axis @param {Answers} answers
 */
export const positionOn = (tool, axis, answers) => {
  if (!axis.reads) return positionOf(asked(tool, axis.id), answers[axis.id]);
  return axis.reads.some((id) => isOpen(tool, id, answers)) ? null : place(evaluate(axis.tree ?? 0, answers), axis);
};

/**
 * An answer that is none of its question's leaves it open.
 * @param {Tool} tool @param {string} id @param {Answers} answers
 */
export const isOpen = (tool, id, answers) => positionOf(asked(tool, id), answers[id]) === null;

/** @param {Axis} axis @param {number} position */
export const segmentOf = ({ cuts }, position) => lastBy(cuts, position);

const IMPOSSIBLE = -1;

/**
 * What is left of a table: its diagram, reduced, where what no answers give is told apart.
 * @param {Tool} tool @param {Table} table @param {Answers} answers @returns {Rest}
 */
export const rest = (tool, table, answers) => {
  const positions = table.axes.map((axis) => positionOn(tool, axis, answers));
  const reached = reach(tool, table, answers);
  const { linked, whole, after } = reached;
  /** @type {(Branch | null)[]} */
  const nodes = [];
  /** @type {Outcome[]} */
  const outcomes = [];
  /** @type {Map<number | string, number>} */
  const numbers = new Map();
  const end = table.axes.length;
  /** @param {number | string} key @param {Branch | null} node */
  const number = (key, node) => {
    const known = numbers.get(key) ?? nodes.push(node) - 1;
    numbers.set(key, known);
    return known;
  };
  /** @param {number} axis @param {number[]} ways */
  const branch = (axis, ways) =>
    ways.every((way) => way === ways[0]) ? ways[0] : number(axis + ":" + ways, [axis, ways]);
  /** @type {Map<number | string, number>} */
  const done = new Map();
  /** @param {number} behind @param {Cells} cells @param {number} place @returns {number} */
  const walk = (behind, cells, place) => {
    const node = table.nodes[place];
    const at = Math.min(linked[behind] ?? end, Array.isArray(node) ? node[0] : end);
    if (at === end) {
      if (!numbers.has(place) && !Array.isArray(node)) outcomes.push(node.is);
      return number(place, null);
    }
    const child = (/** @type {number} */ segment) => (Array.isArray(node) && node[0] === at ? node[1 + segment] : place);
    const isLinked = at === linked[behind];
    const position = positions[at];
    if (!isLinked && position !== null) return walk(behind, cells, child(segmentOf(table.axes[at], position)));
    const key = linked.length ? JSON.stringify([behind, cells, place]) : place;
    const known = done.get(key);
    if (known !== undefined) return known;
    const ways = table.axes[at].cuts.map((_, segment) => {
      const further = after(cells, at, segment);
      return further === null ? IMPOSSIBLE : walk(behind + Number(isLinked), further, child(segment));
    });
    const left = branch(at, ways);
    done.set(key, left);
    return left;
  };
  const root = walk(0, whole, table.root);
  return { tool, table, answers, positions, reach: reached, nodes, outcomes, root, branch };
};

/** The open questions that can still change the outcome, in the order of the axes. @param {Rest} left */
export const mattering = (left) => {
  const { table, reach: reached } = left;
  const here = new Set(left.nodes.flatMap((node) => (node ? [node[0]] : [])));
  const linked = new Set(reached.groups.flatMap((group) => matteringOf(left, group)));
  const found = table.axes.flatMap((axis, at) => {
    if (reached.linked.includes(at)) return reads(axis).filter((id) => linked.has(id));
    return here.has(at) ? [axis.id] : [];
  });
  return [...new Set(found)];
};

/**
 * The same of one link: two sets of answers that differ in one question alone lead on differently.
 * @param {Rest} left @param {Group} group
 */
const matteringOf = (left, group) => {
  const kinds = new Map(group.cells.map((cell) => [cell.join(), cofactor(left, group, left.root, cell, new Map())]));
  const still = group.ids.flatMap((_, at) => (group.start[at][0] < group.start[at][1] ? [at] : []));
  if (new Set(kinds.values()).size === 1) return [];
  return still
    .filter((at) => still.length === 1 || canChange(group, still.filter((other) => other !== at), kinds))
    .map((at) => group.ids[at]);
};

/**
 * What a node leads to in one cell of a link.
 * @param {Rest} left @param {Group} group @param {number} place @param {number[]} cell
 * @param {Map<number, number>} done @returns {number}
 */
const cofactor = (left, group, place, cell, done) => {
  const node = left.nodes[place];
  if (!node) return place;
  const known = done.get(place);
  if (known !== undefined) return known;
  const [axis, ways] = node;
  const at = group.axes.indexOf(axis);
  const below = (/** @type {number} */ way) => cofactor(left, group, way, cell, done);
  const leads = at < 0 ? left.branch(axis, ways.map(below)) : below(ways[cell[at]]);
  done.set(place, leads);
  return leads;
};

/** @param {Group} group @param {number[]} others @param {Map<string, number>} kinds */
const canChange = (group, others, kinds) => {
  const leadTo = (/** @type {Part} */ part) =>
    new Set([...found(group, part).keys()].filter((key) => kinds.has(key)).map((key) => kinds.get(key))).size;
  const waiting = [group.start];
  for (const part of waiting) {
    if (leadTo(part) === 1) continue;
    const middle = part.map((span, at) => (others.includes(at) ? eachOf(span, () => middleOf(span)) : span));
    if (leadTo(middle) > 1 || waiting.length > LIMIT / 100) return true;
    const widest = widestOf(part, others);
    if (widest !== undefined && part[widest][0] < part[widest][1]) waiting.push(...halved(part, widest));
  }
  return false;
};

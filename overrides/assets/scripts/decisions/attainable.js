// Which cells of a table's linked axes some answers give: macros/decisions/tables/attainable.py, line by line, since
// both have to end at the same place. Derived values, and where answers stand, are worked out here too.
/**
 * The questions that some linked axes hang on, and each of these axes with the places of its own among them.
 * @typedef {{ axes: number[], ids: string[], columns: Column[], questions: NumberQuestion[] }} Link
 * @typedef {Axis & { needs: number[] }} Column
 * @typedef {Link & { start: Part, cells: number[][] }} Group With the cells that some answers leave
 * @typedef {number[][]} Cells Per link, the numbers of the cells that are left
 */

/** @type {Record<string, (a: number, b: number) => number>} */
const OPERATIONS = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  // Exact: a division of large whole numbers can round up to the next one.
  "//": (a, b) => (a - (((a % b) + b) % b)) / b,
  min: Math.min,
  max: Math.max,
};

export const LIMIT = 20_000;
const MOST_KNOWN = 256;

/** The value of a derived input. @param {Tree} tree @param {Answers} answers @returns {number} */
export const evaluate = (tree, answers) => {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return Number(answers[tree]);
  return OPERATIONS[tree[0]](evaluate(tree[1], answers), evaluate(tree[2], answers));
};

/**
 * The least and the greatest value: each operation is monotone in each operand, so they lie at corners.
 * @param {Tree} tree @param {Record<string, Span>} known @returns {Span}
 */
export const boundsOf = (tree, known) => {
  if (typeof tree === "number") return [tree, tree];
  if (typeof tree === "string") return known[tree];
  const [left, right] = [boundsOf(tree[1], known), boundsOf(tree[2], known)];
  const corners = left.flatMap((a) => right.map((b) => OPERATIONS[tree[0]](a, b)));
  return [Math.min(...corners), Math.max(...corners)];
};

/** @param {number} value @param {{ low: number, step: number, size: number }} domain */
export const place = (value, { low, step, size }) => {
  const position = (value - low) / step;
  return Number.isInteger(position) && position >= 0 && position < size ? position : null;
};

/**
 * The position of an answer in its question's domain, or null.
 * @param {Question | undefined} question @param {Answer | null} [answer] @returns {number | null}
 */
export const positionOf = (question, answer) => {
  if (!question || answer === undefined || answer === null) return null;
  if (question.options) return question.options.find(({ id }) => id === String(answer))?.at ?? null;
  return typeof answer === "number" ? place(answer, question) : null;
};

/** The last of sorted numbers that is not above one. @param {number[]} lows @param {number} value */
export const lastBy = (lows, value) => {
  let low = 0;
  let high = lows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lows[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** @param {Axis} axis */
export const reads = (axis) => axis.reads ?? [axis.id];
/** @param {Tool} tool @param {string} id */
export const asked = (tool, id) => tool.questions.find((question) => question.id === id);

/**
 * The groups of linked axes, and the questions that each hangs on.
 * @param {Tool} tool @param {Table} table @returns {Link[]}
 */
const linksOf = (tool, table) => {
  /** @type {string[][]} */
  let groups = [];
  for (const axis of table.axes.filter(({ tree }) => tree !== undefined)) {
    let mine = reads(axis);
    for (const other of groups.filter((group) => group.some((id) => reads(axis).includes(id)))) {
      groups = groups.filter((group) => group !== other);
      mine = [...new Set([...other, ...mine])];
    }
    groups.push(mine);
  }
  return groups.map((ids) => {
    const axes = table.axes.flatMap((axis, at) => (reads(axis).some((id) => ids.includes(id)) ? [at] : []));
    const columns = axes.map((at) => ({ ...table.axes[at], needs: reads(table.axes[at]).map((id) => ids.indexOf(id)) }));
    return { axes, ids, columns, questions: ids.map((id) => /** @type {NumberQuestion} */ (asked(tool, id))) };
  });
};

/** @type {WeakMap<Table, Link[]>} */
const links = new WeakMap();

/**
 * First and last position that an axis can have in a part.
 * @param {Link} link @param {Column} axis @param {Part} part @returns {Span}
 */
const read = ({ questions, ids }, axis, part) => {
  if (axis.tree === undefined) return part[axis.needs[0]];
  /** @type {Record<string, Span>} */
  const known = {};
  for (const at of axis.needs) {
    const { low, step } = questions[at];
    known[ids[at]] = eachOf(part[at], (position) => low + position * step);
  }
  return eachOf(boundsOf(axis.tree, known), (value) => value - axis.low);
};

/** @param {Span} span @param {(value: number) => number} change @returns {Span} */
export const eachOf = ([first, last], change) => [change(first), change(last)];

/** The middle of a span, or of two numbers beside each other the lower one. @param {Span} span */
export const middleOf = ([first, last]) => Math.floor((first + last) / 2);

/** Every cell that numbers in these ranges give, by its text. @param {Link} link @param {Part} start */
export const found = (link, start) => {
  /** @type {Map<string, number[]>} */
  const cells = new Map();
  const add = (/** @type {number[]} */ cell) => cells.set(cell.join(), cell);
  const stack = [start];
  for (let steps = 1, part = stack.pop(); part; steps += 1, part = stack.pop()) {
    const here = part;
    const spans = link.columns.map((axis) => eachOf(read(link, axis, here), (at) => lastBy(axis.cuts, at)));
    const count = spans.reduce((product, [first, last]) => product * (last - first + 1), 1);
    if (steps > LIMIT) {
      everyCell(spans).forEach(add);
      continue;
    }
    const middle = part.map((span) => eachOf(span, () => middleOf(span)));
    add(link.columns.map((axis) => lastBy(axis.cuts, read(link, axis, middle)[0])));
    if (count <= MOST_KNOWN && everyCell(spans).every((cell) => cells.has(cell.join()))) continue;
    stack.push(...halves(link, part, spans));
  }
  return cells;
};

/** @param {Span[]} spans @returns {number[][]} */
const everyCell = (spans) =>
  spans.reduce(
    (all, [first, last]) =>
      all.flatMap((cell) => Array.from({ length: last - first + 1 }, (_, more) => [...cell, first + more])),
    /** @type {number[][]} */ ([[]]),
  );

/**
 * The part cut in two, through a number that an axis still hangs on.
 * @param {Link} link @param {Part} part @param {Span[]} spans @returns {Part[]}
 */
const halves = ({ columns }, part, spans) => {
  const open = columns.flatMap((axis, number) => (spans[number][0] < spans[number][1] ? [{ axis, span: spans[number] }] : []));
  const own = open.find(({ axis }) => axis.tree === undefined);
  if (own) {
    const { axis, span } = own;
    return cut(part, axis.needs[0], axis.cuts[(span[0] + span[1] + 1) >> 1] - 1);
  }
  const widest = widestOf(part, [...new Set(open.flatMap(({ axis }) => axis.needs))]);
  if (widest === undefined || part[widest][0] === part[widest][1]) return [];
  return halved(part, widest);
};

/**
 * The place with the widest range, the first of equal ones.
 * @param {Part} part @param {number[]} places @returns {number | undefined}
 */
export const widestOf = (part, places) =>
  [...places].sort((a, b) => part[b][1] - part[b][0] - (part[a][1] - part[a][0]) || a - b)[0];

/** @template T @param {T[]} list @param {number} at @param {T} value */
const put = (list, at, value) => list.map((old, index) => (index === at ? value : old));

/** @param {Part} part @param {number} at @param {number} after @returns {[Part, Part]} */
const cut = (part, at, after) => [put(part, at, [part[at][0], after]), put(part, at, [after + 1, part[at][1]])];

/** A part in two halves, through a number with a span. @param {Part} part @param {number} at */
export const halved = (part, at) => cut(part, at, middleOf(part[at]));

/**
 * The cells that are left once some answers are known. Walkers hold, per link, the numbers of its cells.
 * @param {Tool} tool @param {Table} table @param {Answers} answers
 */
export const reach = (tool, table, answers) => {
  const known = links.get(table) ?? linksOf(tool, table);
  links.set(table, known);
  const groups = known.map((link) => {
    /** @type {Part} */
    const start = link.questions.map((question, at) => {
      const position = positionOf(question, answers[link.ids[at]]);
      return position === null ? [0, question.size - 1] : [position, position];
    });
    return { ...link, start, cells: [...found(link, start).values()] };
  });
  const linked = groups.flatMap(({ axes }) => axes).sort((a, b) => a - b);
  const whole = groups.map(({ cells }) => cells.map((_, number) => number));

  /**
   * What is left where an axis is in one of some segments; null where nothing is.
   * @param {Cells} live @param {number} axis @param {number[]} segments @returns {Cells | null}
   */
  const only = (live, axis, segments) => {
    const index = groups.findIndex(({ axes }) => axes.includes(axis));
    if (index < 0) return live;
    const at = groups[index].axes.indexOf(axis);
    const left = live[index].filter((number) => segments.includes(groups[index].cells[number][at]));
    return left.length ? put(live, index, left) : null;
  };

  /**
   * The same for one segment, and for later axes alone: of cells that these cannot tell apart, the first.
   * @param {Cells} live @param {number} axis @param {number} segment @returns {Cells | null}
   */
  const after = (live, axis, segment) => {
    const left = linked.includes(axis) ? only(live, axis, [segment]) : live;
    if (left === null || left === live) return left;
    const index = groups.findIndex(({ axes }) => axes.includes(axis));
    const { axes, cells } = groups[index];
    const kept = new Map();
    for (const number of left[index]) {
      const behind = cells[number].slice(axes.indexOf(axis) + 1).join();
      if (!kept.has(behind)) kept.set(behind, alike(cells, axes.indexOf(axis) + 1, behind));
    }
    return put(left, index, [...kept.values()].sort((a, b) => a - b));
  };

  return { groups, linked, whole, only, after };
};

/** @param {number[][]} cells @param {number} from @param {string} behind */
const alike = (cells, from, behind) => cells.findIndex((cell) => cell.slice(from).join() === behind);

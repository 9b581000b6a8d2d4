// @ts-check
// Which cells of a table's linked axes some answers give: macros/decisions/tables/attainable.py, line by line, since both
// have to end at the same place. Derived values, and where answers stand, are worked out here too.
(() => {
  "use strict";

  const OPERATIONS = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    // Exact: a division of large whole numbers can round up to the next one.
    "//": (a, b) => (a - (((a % b) + b) % b)) / b,
    min: Math.min,
    max: Math.max,
  };

  const LIMIT = 20_000;
  const OUTSIDE = -1;
  const MOST_KNOWN = 256;

  /** The value of a derived input. */
  const evaluate = (tree, answers) => {
    if (typeof tree === "number") return tree;
    if (typeof tree === "string") return Number(answers[tree]);
    return OPERATIONS[tree[0]](evaluate(tree[1], answers), evaluate(tree[2], answers));
  };

  /** The least and the greatest value: each operation is monotone in each operand, so they lie at corners. */
  const boundsOf = (tree, known) => {
    if (typeof tree === "number") return [tree, tree];
    if (typeof tree === "string") return known[tree];
    const [left, right] = [boundsOf(tree[1], known), boundsOf(tree[2], known)];
    const corners = left.flatMap((a) => right.map((b) => OPERATIONS[tree[0]](a, b)));
    return [Math.min(...corners), Math.max(...corners)];
  };

  const place = (value, { low, step, size }) => {
    const position = (value - low) / step;
    return Number.isInteger(position) && position >= 0 && position < size ? position : null;
  };

  /** The position of an answer in its question's domain, or null. */
  const positionOf = (question, answer) => {
    if (answer === undefined || answer === null) return null;
    if (question.options) return question.options.find(({ id }) => id === String(answer))?.at ?? null;
    return typeof answer === "number" ? place(answer, question) : null;
  };

  /** The last of sorted numbers that is not above one. */
  const lastBy = (lows, value) => {
    let low = 0;
    let high = lows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lows[middle] <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const reads = (axis) => axis.reads ?? [axis.id];
  const asked = (tool, id) => tool.questions.find((question) => question.id === id);

  /** The groups of linked axes, and the questions that each hangs on. */
  const linksOf = (tool, table) => {
    let groups = [];
    for (const axis of table.axes.filter(({ tree }) => tree !== undefined)) {
      let mine = axis.reads;
      for (const other of groups.filter((group) => group.some((id) => axis.reads.includes(id)))) {
        groups = groups.filter((group) => group !== other);
        mine = [...new Set([...other, ...mine])];
      }
      groups.push(mine);
    }
    return groups.map((ids) => {
      const axes = table.axes.flatMap((axis, at) => (reads(axis).some((id) => ids.includes(id)) ? [at] : []));
      const columns = axes.map((at) => ({ ...table.axes[at], needs: reads(table.axes[at]).map((id) => ids.indexOf(id)) }));
      return { axes, ids, columns, questions: ids.map((id) => asked(tool, id)) };
    });
  };

  const links = new WeakMap();

  /** First and last position that an axis can have in a part. */
  const read = ({ questions, ids }, axis, part) => {
    if (axis.tree === undefined) return part[axis.needs[0]];
    const known = {};
    for (const at of axis.needs) {
      const { low, step } = questions[at];
      known[ids[at]] = part[at].map((position) => low + position * step);
    }
    return boundsOf(axis.tree, known).map((value) => value - axis.low);
  };

  /** Every cell that numbers in these ranges give, by its text. */
  const found = (link, start) => {
    const cells = new Map();
    const add = (cell) => cells.set(cell.join(), cell);
    const stack = [start];
    for (let steps = 1; stack.length; steps += 1) {
      const part = stack.pop();
      const spans = link.columns.map((axis) => read(link, axis, part).map((at) => lastBy(axis.cuts, at)));
      const count = spans.reduce((product, [first, last]) => product * (last - first + 1), 1);
      if (steps > LIMIT) {
        everyCell(spans).forEach(add);
        continue;
      }
      const middle = part.map(([low, high]) => Array(2).fill(Math.floor((low + high) / 2)));
      add(link.columns.map((axis) => lastBy(axis.cuts, read(link, axis, middle)[0])));
      if (count <= MOST_KNOWN && everyCell(spans).every((cell) => cells.has(cell.join()))) continue;
      stack.push(...halves(link, part, spans));
    }
    return cells;
  };

  const everyCell = (spans) =>
    spans.reduce(
      (all, [first, last]) =>
        all.flatMap((cell) => Array.from({ length: last - first + 1 }, (_, more) => [...cell, first + more])),
      [[]],
    );

  /** The part cut in two, through a number that an axis still hangs on. */
  const halves = ({ columns }, part, spans) => {
    const open = columns.flatMap((axis, number) => (spans[number][0] < spans[number][1] ? [[axis, spans[number]]] : []));
    const own = open.find(([axis]) => axis.tree === undefined);
    if (own) {
      const [axis, [first, last]] = own;
      return cut(part, axis.needs[0], axis.cuts[(first + last + 1) >> 1] - 1);
    }
    const widest = widestOf(part, [...new Set(open.flatMap(([axis]) => axis.needs))]);
    if (widest === undefined || part[widest][0] === part[widest][1]) return [];
    return cut(part, widest, Math.floor((part[widest][0] + part[widest][1]) / 2));
  };

  /** The place with the widest range, the first of equal ones. */
  const widestOf = (part, places) =>
    [...places].sort((a, b) => part[b][1] - part[b][0] - (part[a][1] - part[a][0]) || a - b)[0];

  const put = (list, at, value) => list.map((old, index) => (index === at ? value : old));

  const cut = (part, at, after) => [put(part, at, [part[at][0], after]), put(part, at, [after + 1, part[at][1]])];

  /** The cells that are left once some answers are known. Walkers hold, per link, the numbers of its cells. */
  const reach = (tool, table, answers) => {
    if (!links.has(table)) links.set(table, linksOf(tool, table));
    const groups = links.get(table).map((link) => {
      const start = link.questions.map((question, at) => {
        const position = positionOf(question, answers[link.ids[at]]);
        return position === null ? [0, question.size - 1] : [position, position];
      });
      return { ...link, start, cells: [...found(link, start).values()] };
    });
    const linked = groups.flatMap(({ axes }) => axes).sort((a, b) => a - b);
    const whole = groups.map(({ cells }) => cells.map((_, number) => number));

    /** What is left where an axis is in one of some segments; null where nothing is. */
    const only = (live, axis, segments) => {
      const index = groups.findIndex(({ axes }) => axes.includes(axis));
      if (index < 0) return live;
      const at = groups[index].axes.indexOf(axis);
      const left = live[index].filter((number) => segments.includes(groups[index].cells[number][at]));
      return left.length ? put(live, index, left) : null;
    };

    /** The same for one segment, and for later axes alone: of cells that these cannot tell apart, the first. */
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

  const alike = (cells, from, behind) => cells.findIndex((cell) => cell.slice(from).join() === behind);

  Object.assign(globalThis, {
    Attainable: { boundsOf, cut, evaluate, found, lastBy, LIMIT, place, positionOf, reach, reads, widestOf },
  });
})();

// @ts-check
// Evaluates the tables of macros/export/browser.py as macros/decisions/{evaluate,path}.py does: a test compares the
// two over every combination. No rule stands here, no text is parsed. Types: docs-dev/scripts.d.ts
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

  /** The value of a derived input. */
  const evaluate = (tree, answers) => {
    if (typeof tree === "number") return tree;
    if (typeof tree === "string") return Number(answers[tree]);
    return OPERATIONS[tree[0]](evaluate(tree[1], answers), evaluate(tree[2], answers));
  };

  /** The position of an answer in its question's domain, or null. */
  const positionOf = (question, answer) => {
    if (answer === undefined || answer === null) return null;
    if (question.options) return question.options.find(({ id }) => id === String(answer))?.at ?? null;
    return typeof answer === "number" ? place(answer, question) : null;
  };

  const place = (value, { low, step, size }) => {
    const position = (value - low) / step;
    return Number.isInteger(position) && position >= 0 && position < size ? position : null;
  };

  const reads = (axis) => axis.reads ?? [axis.id];

  /** What is worked out once for a table. */
  const known = new WeakMap();

  const prepared = (tool, table) => {
    let found = known.get(table);
    if (!found) {
      found = {
        asks: table.axes.map(({ id }) => tool.questions.find((each) => each.id === id)),
        // A test that accepts a whole axis never decides anything, so it is left out.
        rules: table.rules.map(({ boxes }) =>
          boxes.map((box) =>
            box.flatMap((ranges, axis) =>
              ranges[0][0] === 0 && ranges[0][1] === table.axes[axis].size - 1 ? [] : [[axis, ranges]],
            ),
          ),
        ),
        gives: table.rules.map(({ gives }) => JSON.stringify(gives)),
      };
      known.set(table, found);
    }
    return found;
  };

  /** The position of answers on an axis, null where it is open. */
  const positionOn = (axis, question, answers) => {
    if (!axis.reads) return positionOf(question, answers[axis.id]);
    return axis.reads.some((id) => typeof answers[id] !== "number") ? null : place(evaluate(axis.tree, answers), axis);
  };

  const positionsOf = (tool, table, answers) => {
    const { asks } = prepared(tool, table);
    return table.axes.map((axis, index) => positionOn(axis, asks[index], answers));
  };

  /** An answer that is none of its question's leaves it open. */
  const isOpen = (tool, id, answers) => positionOf(tool.questions.find((each) => each.id === id), answers[id]) === null;

  /** The segment that a position lies in. */
  const segmentOf = ({ cuts }, position) => {
    let low = 0;
    let high = cuts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (cuts[middle] <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** The diagram that is left once some axes have positions: only nodes that can still change the outcome. */
  const restricted = (table, positions) => {
    const nodes = [...table.nodes];
    const done = new Map();
    const numbers = new Map();
    const walk = (number) => {
      if (done.has(number)) return done.get(number);
      const node = nodes[number];
      let result = number;
      if (Array.isArray(node)) {
        const [axis, ...children] = node;
        const position = positions[axis];
        if (position !== null) result = walk(children[segmentOf(table.axes[axis], position)]);
        else {
          const next = children.map(walk);
          const key = axis + ":" + next;
          if (next.every((child) => child === next[0])) result = next[0];
          else if (numbers.has(key)) result = numbers.get(key);
          else {
            result = nodes.push([axis, ...next]) - 1;
            numbers.set(key, result);
          }
        }
      }
      done.set(number, result);
      return result;
    };
    return { root: walk(table.root), nodes };
  };

  /** Axes that can still matter and outcomes that can still be reached. */
  const below = (root, nodes) => {
    const seen = new Set([root]);
    const axes = new Set();
    const outcomes = [];
    for (const number of seen) {
      const node = nodes[number];
      if (!Array.isArray(node)) outcomes.push(node.is);
      else {
        const [axis, ...children] = node;
        axes.add(axis);
        children.forEach((child) => seen.add(child));
      }
    }
    return { axes: [...axes].sort((a, b) => a - b), outcomes };
  };

  /** The outcome as soon as no open answer can change it; else what still matters. */
  const decide = (tool, table, answers) => {
    const positions = positionsOf(tool, table, answers);
    const walked = new Set();
    let open = false;
    let outcome = null;
    const ways = new Set([table.root]); // open answers leave several, each by answers of its own
    for (const number of ways) {
      const node = table.nodes[number];
      if (!Array.isArray(node)) {
        outcome = node.is;
        continue;
      }
      const position = positions[node[0]];
      if (position === null) {
        open = true;
        for (const child of node.slice(1)) ways.add(child);
      } else {
        walked.add(node[0]);
        ways.add(node[1 + segmentOf(table.axes[node[0]], position)]);
      }
    }
    if (open) {
      const { root, nodes } = restricted(table, positions);
      if (Array.isArray(nodes[root])) {
        const { axes, outcomes } = below(root, nodes);
        const asked = axes.flatMap((axis) => reads(table.axes[axis])).filter((id) => isOpen(tool, id, answers));
        return { decided: false, possible: outcomes, matter: [...new Set(asked)] };
      }
      outcome = nodes[root].is;
    }
    const used = [...walked].sort((a, b) => a - b).flatMap((axis) => reads(table.axes[axis]));
    return { decided: true, outcome, rules: rulesFor(tool, table, positions, outcome), used: [...new Set(used)] };
  };

  const holds = (ranges, position) => {
    for (const range of ranges) if (range[0] <= position && position <= range[1]) return true;
    return false;
  };

  /** Whether a rule matches; null while an open answer decides. */
  const state = (boxes, positions) => {
    let result = false;
    for (const box of boxes) {
      let mine = true;
      for (const [axis, ranges] of box) {
        const position = positions[axis];
        if (position === null) mine = null;
        else if (!holds(ranges, position)) {
          mine = false;
          break;
        }
      }
      if (mine) return true;
      if (mine === null) result = null;
    }
    return result;
  };

  /** Rules in the order of their results' priority; equal ones stay in rule order. */
  const inPriority = ({ rules, outputs }, matched) => {
    const rank = (value, index) => (typeof value === "string" ? outputs[index].indexOf(value) : -value);
    const ranks = new Map(matched.map((index) => [index, rules[index].gives.map(rank)]));
    return [...matched].sort((a, b) => {
      const others = ranks.get(b);
      return ranks.get(a).map((mine, place) => mine - others[place]).find(Boolean) || a - b;
    });
  };

  /** The rules that the outcome comes from; where an open answer picks between some, all of those. */
  const rulesFor = (tool, table, positions, outcome) => {
    const { rules, gives } = prepared(tool, table);
    const firstCounts = ["first", "unique", "any"].includes(table.policy);
    const same = table.many ? "" : JSON.stringify(outcome);
    let matched = [];
    const candidates = [];
    let open = false;
    let sure = false;
    for (let index = 0; index < rules.length && !(sure && firstCounts); index += 1) {
      const now = state(rules[index], positions);
      if (now === false) continue;
      if (now) matched.push(index);
      else open = true;
      if (!sure && (table.many || gives[index] === same)) {
        candidates.push(index);
        sure = now && !table.many;
      }
    }
    if (table.policy === "priority" || table.policy === "output order") matched = inPriority(table, matched);
    if (firstCounts || table.policy === "priority") matched.splice(1);
    return (open ? candidates : matched).map((index) => table.rules[index].id);
  };

  const answerAt = ({ options, low, step }, position) =>
    options ? options.find(({ at }) => at === position).id : low + position * step;

  /** For a decided run: every single different answer that leads elsewhere, and where. */
  const changes = (tool, table, answers) => {
    const now = decide(tool, table, answers);
    if (!now.decided) return [];
    const { asks } = prepared(tool, table);
    const same = JSON.stringify(now.outcome);
    return now.used.flatMap((id) => {
      const question = tool.questions.find((each) => each.id === id);
      const touched = table.axes.flatMap((axis, index) => (reads(axis).includes(id) ? [index] : []));
      const trial = { ...answers };
      const seen = new Map(); // positions that the table does not tell apart lead the same way
      const groups = new Map();
      for (let position = 0; position < question.size; position += 1) {
        trial[id] = answerAt(question, position);
        const where = touched
          .map((index) => {
            const on = positionOn(table.axes[index], asks[index], trial);
            return on === null ? on : segmentOf(table.axes[index], on);
          })
          .join();
        if (!seen.has(where)) {
          const then = decide(tool, table, trial);
          const possible = then.decided ? [then.outcome] : then.possible;
          seen.set(where, [possible.map((each) => JSON.stringify(each)).sort().join(), possible]);
        }
        const [key, possible] = seen.get(where);
        if (key === same) continue;
        if (!groups.has(key)) groups.set(key, { question: id, ranges: [], possible });
        const { ranges } = groups.get(key);
        const last = ranges[ranges.length - 1];
        if (last?.[1] === position - 1) last[1] = position;
        else ranges.push([position, position]);
      }
      return [...groups.values()];
    });
  };

  /** Where answers stand on a derived scale, or null. */
  const onScale = (table, id, answers) => {
    const axis = table.axes.find((each) => each.id === id);
    const position = positionOn(axis, undefined, answers);
    return position === null ? null : { value: axis.low + position * axis.step, segment: segmentOf(axis, position) };
  };

  /** Every question that can still matter, the next one first. */
  const matter = (tool, answers) => [
    ...new Set(tool.tables.flatMap((table) => decide(tool, table, answers)).flatMap((now) => now.matter ?? [])),
  ];

  Object.assign(globalThis, { Decisions: { answerAt, changes, decide, evaluate, matter, onScale, positionOf } });
})();

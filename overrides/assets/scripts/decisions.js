// @ts-check
// Evaluates the tables of macros/export/browser.py as macros/decisions/{tables/evaluate,diagram/path}.py does: a test
// compares the two over every combination. No rule stands here, no text is parsed. Types: docs-dev/scripts.d.ts
(() => {
  "use strict";

  const { boundsOf, cut, evaluate, found, lastBy, LIMIT, place, positionOf, reach, reads, widestOf } = Attainable;

  /** What is worked out once for a table. */
  const known = new WeakMap();

  const prepared = (table) => {
    let found = known.get(table);
    if (!found) {
      found = {
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
  const positionOn = (tool, axis, answers) => {
    if (!axis.reads) return positionOf(asked(tool, axis.id), answers[axis.id]);
    return axis.reads.some((id) => isOpen(tool, id, answers)) ? null : place(evaluate(axis.tree, answers), axis);
  };

  const asked = (tool, id) => tool.questions.find((each) => each.id === id);

  /** An answer that is none of its question's leaves it open. */
  const isOpen = (tool, id, answers) => positionOf(asked(tool, id), answers[id]) === null;

  const segmentOf = ({ cuts }, position) => lastBy(cuts, position);

  const IMPOSSIBLE = -1;

  /** What is left of a table: its diagram, reduced, where what no answers give is told apart. */
  const rest = (tool, table, answers) => {
    const positions = table.axes.map((axis) => positionOn(tool, axis, answers));
    const left = { tool, table, answers, positions, reach: reach(tool, table, answers), nodes: [], outcomes: [] };
    const { linked, whole, after } = left.reach;
    const numbers = new Map();
    const end = table.axes.length;
    const number = (key, node) => {
      if (!numbers.has(key)) numbers.set(key, left.nodes.push(node) - 1);
      return numbers.get(key);
    };
    const done = new Map();
    const walk = (behind, cells, place) => {
      const node = table.nodes[place];
      const at = Math.min(linked[behind] ?? end, Array.isArray(node) ? node[0] : end);
      if (at === end) {
        if (!numbers.has(place)) left.outcomes.push(node.is);
        return number(place, null);
      }
      const child = (segment) => (Array.isArray(node) && node[0] === at ? node[1 + segment] : place);
      const isLinked = at === linked[behind];
      if (!isLinked && positions[at] !== null) return walk(behind, cells, child(segmentOf(table.axes[at], positions[at])));
      const key = linked.length ? JSON.stringify([behind, cells, place]) : place;
      if (!done.has(key)) {
        const ways = table.axes[at].cuts.map((_, segment) => {
          const further = after(cells, at, segment);
          return further === null ? IMPOSSIBLE : walk(behind + Number(isLinked), further, child(segment));
        });
        done.set(key, left.branch(at, ways));
      }
      return done.get(key);
    };
    left.branch = (axis, ways) =>
      ways.every((way) => way === ways[0]) ? ways[0] : number(axis + ":" + ways, [axis, ways]);
    left.root = walk(0, whole, table.root);
    return left;
  };

  /** The open questions that can still change the outcome, in the order of the axes. */
  const mattering = (left) => {
    const { table, reach: reached } = left;
    const here = new Set(left.nodes.flatMap((node) => (node ? [node[0]] : [])));
    const linked = new Set(reached.groups.flatMap((group) => matteringOf(left, group)));
    const found = table.axes.flatMap((axis, at) => {
      if (reached.linked.includes(at)) return reads(axis).filter((id) => linked.has(id));
      return here.has(at) ? [axis.id] : [];
    });
    return [...new Set(found)];
  };

  /** The same of one link: two sets of answers that differ in one question alone lead on differently. */
  const matteringOf = (left, group) => {
    const kinds = new Map(group.cells.map((cell) => [cell.join(), cofactor(left, group, left.root, cell, new Map())]));
    const still = group.ids.flatMap((_, at) => (group.start[at][0] < group.start[at][1] ? [at] : []));
    if (new Set(kinds.values()).size === 1) return [];
    return still
      .filter((at) => still.length === 1 || canChange(group, still.filter((other) => other !== at), kinds))
      .map((at) => group.ids[at]);
  };

  /** What a node leads to in one cell of a link. */
  const cofactor = (left, group, place, cell, done) => {
    const node = left.nodes[place];
    if (!node) return place;
    if (!done.has(place)) {
      const [axis, ways] = node;
      const at = group.axes.indexOf(axis);
      const below = (way) => cofactor(left, group, way, cell, done);
      done.set(place, at < 0 ? left.branch(axis, ways.map(below)) : below(ways[cell[at]]));
    }
    return done.get(place);
  };

  const canChange = (group, others, kinds) => {
    const leadTo = (part) =>
      new Set([...found(group, part).keys()].filter((key) => kinds.has(key)).map((key) => kinds.get(key))).size;
    const waiting = [group.start];
    for (const part of waiting) {
      if (leadTo(part) === 1) continue;
      const middle = part.map(([low, high], at) =>
        others.includes(at) ? Array(2).fill(Math.floor((low + high) / 2)) : [low, high],
      );
      if (leadTo(middle) > 1 || waiting.length > LIMIT / 100) return true;
      const widest = widestOf(part, others);
      const [low, high] = part[widest];
      if (low < high) waiting.push(...cut(part, widest, Math.floor((low + high) / 2)));
    }
    return false;
  };

  /** The answered questions on every way from the root that open answers leave, each by answers of its own. */
  const walkedBy = ({ tool, table, answers, positions, reach: { linked, whole, after } }) => {
    const walked = new Set();
    const ways = new Map([[table.root + "/" + JSON.stringify(whole), [table.root, whole]]]);
    for (const [place, cells] of ways.values()) {
      const node = table.nodes[place];
      if (!Array.isArray(node)) continue;
      const [axis, ...children] = node;
      if (linked.includes(axis) || positions[axis] !== null) walked.add(axis);
      const here = positions[axis] === null ? null : segmentOf(table.axes[axis], positions[axis]);
      children.forEach((child, segment) => {
        const left = here === null || here === segment ? after(cells, axis, segment) : null;
        if (left !== null) ways.set(child + "/" + JSON.stringify(left), [child, left]);
      });
    }
    const used = [...walked].sort((a, b) => a - b).flatMap((axis) => reads(table.axes[axis]));
    return [...new Set(used)].filter((id) => !isOpen(tool, id, answers));
  };

  /** The outcome as soon as no open answer can change it; else what still matters. */
  const decide = (tool, table, answers) => {
    const left = rest(tool, table, answers);
    if (left.outcomes.length > 1) return { decided: false, possible: left.outcomes, matter: mattering(left) };
    const [outcome] = left.outcomes;
    return { decided: true, outcome, rules: rulesFor(left, outcome), used: walkedBy(left) };
  };

  const holds = (ranges, position) => {
    for (const range of ranges) if (range[0] <= position && position <= range[1]) return true;
    return false;
  };

  /** Whether a rule matches; null while an open answer decides. */
  const state = ({ table, positions, reach: { linked, whole, only } }, boxes) => {
    let result = false;
    for (const box of boxes) {
      let mine = true;
      let cells = whole;
      for (const [axis, ranges] of box) {
        const position = positions[axis];
        if (linked.includes(axis)) {
          const inside = table.axes[axis].cuts.flatMap((low, segment) => (holds(ranges, low) ? [segment] : []));
          cells = only(cells, axis, inside);
          if (cells === null) {
            mine = false;
            break;
          }
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
  const rulesFor = (left, outcome) => {
    const { table } = left;
    const { rules, gives } = prepared(table);
    const firstCounts = ["first", "unique", "any"].includes(table.policy);
    const same = table.many ? "" : JSON.stringify(outcome);
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
    const same = JSON.stringify(now.outcome);
    return now.used.flatMap((id) => {
      const question = asked(tool, id);
      const groups = new Map();
      for (const [low, high] of stretches(tool, table, answers, question)) {
        const then = decide(tool, table, { ...answers, [id]: answerAt(question, low) });
        const possible = then.decided ? [then.outcome] : then.possible;
        const key = possible.map((each) => JSON.stringify(each)).sort().join();
        if (key === same) continue;
        if (!groups.has(key)) groups.set(key, { question: id, ranges: [], possible });
        const { ranges } = groups.get(key);
        const last = ranges[ranges.length - 1];
        if (last?.[1] === low - 1) last[1] = high;
        else ranges.push([low, high]);
      }
      return [...groups.values()];
    });
  };

  /** The positions of a question in stretches that no rule can tell apart. What is not found soon is not said. */
  const stretches = (tool, table, answers, { id, size }) => {
    const touched = table.axes.filter((axis) => reads(axis).includes(id));
    const found = [];
    const stack = [[0, size - 1]];
    for (let steps = 0; steps < LIMIT / 4 && stack.length; steps += 1) {
      const part = stack.pop();
      const alike = touched.every((axis) => {
        const [first, last] = between(tool, axis, answers, id, part).map((position) => segmentOf(axis, position));
        return first === last;
      });
      const middle = Math.floor((part[0] + part[1]) / 2);
      if (alike || part[0] === part[1]) found.push(part);
      else stack.push([middle + 1, part[1]], [part[0], middle]);
    }
    return found;
  };

  /** First and last position of an axis while the answer to one question lies in a part; open ones lie anywhere. */
  const between = (tool, axis, answers, id, part) => {
    const known = {};
    for (const each of reads(axis)) {
      const { size, low, step } = asked(tool, each);
      const place = positionOf(asked(tool, each), answers[each]);
      const [first, last] = each === id ? part : place === null ? [0, size - 1] : [place, place];
      if (axis.tree === undefined) return [first, last];
      known[each] = [low + first * step, low + last * step];
    }
    return boundsOf(axis.tree, known).map((value) => value - axis.low);
  };

  /** Where answers stand on a derived scale, or null. */
  const onScale = (tool, table, id, answers) => {
    const axis = table.axes.find((each) => each.id === id);
    const position = positionOn(tool, axis, answers);
    return position === null ? null : { value: axis.low + position * axis.step, segment: segmentOf(axis, position) };
  };

  /** Every question that can still matter, the next one first. */
  const matter = (tool, answers) => [
    ...new Set(tool.tables.flatMap((table) => decide(tool, table, answers)).flatMap((now) => now.matter ?? [])),
  ];

  Object.assign(globalThis, { Decisions: { answerAt, changes, decide, evaluate, matter, onScale, positionOf } });
})();

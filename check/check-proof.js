// Checks a proof: `node check-proof.js RULES CERTIFICATE`; in a page, `await checkProof(rules, certificate)` with the texts
// of both files. The twin of check_proof.py: README beside it says what that shows, and what not.
// @ts-nocheck: it is read by people who do not know us, and short; tests hold it to its twin
globalThis.checkProof = async (...texts) => {
  const need = (holds, said) => { if (!holds) throw new Error(said); };
  const whole = (number) => { need(Number.isSafeInteger(number), `${number} is no whole number of at most 15 digits`); return number; };
  const floor = (a, b) => { const rest = a % b; return (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0); };
  const WORK = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "//": floor, min: Math.min, max: Math.max };
  const ONE = ["first", "priority", "unique", "any"];
  const sum = (all) => all.reduce((a, b) => a + b);
  const ADDED = { sum, min: (all) => Math.min(...all), max: (all) => Math.max(...all), count: (all) => all.length };
  const [text, same] = [JSON.stringify, (one, other) => JSON.stringify(one) === JSON.stringify(other)];
  const hash = async (data) => {
    need(globalThis.crypto?.subtle, "SHA-256 is not to be had here: open this page by https, or from the folder");
    const found = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text(data)));
    return [...new Uint8Array(found)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const bounds = (tree, box) => { // the least and the most that arithmetic comes to in a box of answers
    if (!Array.isArray(tree)) return typeof tree === "string" ? box[tree].ends : [tree, tree];
    const [[a, b], [c, d]] = [bounds(tree[1], box), bounds(tree[2], box)];
    need(tree[0] !== "//" || c > 0 || d < 0, "a division by what can be 0");
    const ends = [a, b].flatMap((x) => [c, d].map((y) => whole(WORK[tree[0]](x, y))));
    return [Math.min(...ends), Math.max(...ends)];
  };
  const cell = (have, want) => { // whether some of the answers that are left are wanted, and whether all are
    if (!have.ends) return [have.some((one) => want.includes(one) || one === null), have.every((one) => want.includes(one))];
    const [low, high] = have.ends;
    return [want.some(([a, b]) => whole(a) <= high && low <= whole(b)), want.some(([a, b]) => whole(a) <= low && high <= whole(b))];
  };
  const place = (table, then, sign = 1) => table.outputs.map(({ values = [] }, i) =>
    values.includes(then[i]) ? values.indexOf(then[i]) : sign * whole(then[i])); // a result by its places, or its number
  const before = (one, other) => { const i = one.findIndex((part, at) => part !== other[at]); return i < 0 ? 0 : one[i] - other[i]; };
  const given = (table, tables, answers) => { // the rules that can count in a box (place, whether all over it), all results
    const box = { ...answers };
    for (const [name, id] of Object.entries(table.needs)) {
      const values = given(tables[id], tables, box)[1].map((then) => then[0]);
      box[name] = values.length ? values : [null];
    }
    const named = table.policy === "collect" ? table.aggregation : table.policy;
    let met = table.rules.flatMap((rule, number) => {
      const cells = Object.entries(rule.when).map(([id, want]) => cell(box[id], want));
      return cells.every(([some]) => some) ? [{ number, sure: cells.every(([, each]) => each), then: rule.then }] : [];
    });
    if (["priority", "output order"].includes(named)) met.sort((a, b) => before(place(table, a.then, -1), place(table, b.then, -1)));
    const stops = ["first", "priority"].includes(named) || (named === "any" && met.every(({ then }) => same(then, met[0].then)));
    const sure = met.findIndex((one) => one.sure);
    if (stops && sure >= 0) met = met.slice(0, sure + 1);
    const thens = met.map(({ then }) => then);
    if (named in ADDED) {
      const ends = met.every((one) => one.sure) && (met.length || named === "count");
      return [met, ends ? [[whole(ADDED[named](thens.map((then) => then[0])))]] : []];
    }
    return [met, table.default && (ONE.includes(named) ? sure < 0 : !met.length) ? [...thens, table.default] : thens];
  };
  const back = ({ order, along, outcomes }, one, other) => { // whether a later answer, all else the same, is less careful
    const meet = ([id, have]) => id === along || cell(have, other.box[id].ends ? [other.box[id].ends] : other.box[id])[0];
    if (!Object.entries(one.box).every(meet)) return false;
    const [a, b] = [one, other].map(({ box }) => box[along].ends ?? order.flatMap((it, i) => (box[along].includes(it) ? [i] : [])));
    const care = (then) => (outcomes ? [outcomes.indexOf(then[0])] : place(main, then, -1).map((part) => -part));
    const has = (all, then) => all.some((each) => same(each, then));
    const fresh = other.thens.filter((then) => !has(one.thens, then)).map(care);
    const lost = one.thens.some((then) => !has(other.thens, then) && !fresh.some((it) => before(it, care(then)) >= 0));
    return a.length && b.length && Math.min(...a) < Math.max(...b) && lost;
  };
  const files = texts.map((one) => JSON.parse(one, (_, part) => (typeof part === "number" ? whole(part) : part)));
  need(files.every((one, i) => text(one) === texts[i]), "a file is not written in the one way, each key once");
  const [{ words, ...rules }, proof] = files;
  for (const [what, data] of Object.entries({ rules, words }))
    need(data === undefined || (await hash(data)) === proof[what], `these are not the ${what} that were proved`);
  const [tables, axes, main] = [Object.fromEntries(rules.tables.map((one) => [one.id, one])), [...rules.questions, ...rules.values], rules.tables.at(-1)];
  const all = Object.fromEntries(axes.map((one) => [one.id, one.answers ?? { ends: [one.from, one.to].map(whole) }]));
  need(proof.proof === 1 && rules.proof === 1 && Object.keys(all).length === axes.length, "this is another format");
  const fits = (box, one) => cell({ ends: bounds(one.is, box) }, [box[one.id].ends]);
  need(rules.values.every((one) => fits(all, one)[1]), "a value leaves its range");
  const leaves = [];
  for (const todo = [[proof.tree, all]]; todo.length; ) {
    const [node, box] = todo.pop();
    if (node === null) need(!rules.values.every((one) => fits(box, one)[0]), `no leaf for ${text(box)}`);
    else if (node.length === 2) {
      const [met, thens] = given(main, tables, box);
      const found = [met.map(({ number }) => number), thens.map((then) => place(main, then))];
      const sure = met.every((one) => one.sure) && (thens.length === 1 || !ONE.includes(main.policy));
      need(sure && same(found, node), `for ${text(box)} the rules give ${text(found)}, and the leaf says ${text(node)}`);
      leaves.push({ box, thens });
    } else {
      const [number, at, ...sides] = node, { id, by = 1 } = axes[number], have = box[id];
      const [low, most] = have.ends ?? [0, have.length - 1];
      need(sides.length === 2 && [number, at, by].every(Number.isSafeInteger) && low < at && at <= most && (at - low) % by === 0, `a cut at ${at}`);
      const halves = have.ends ? [{ ends: [low, at - by] }, { ends: [at, most] }] : [have.slice(0, at), have.slice(at)];
      todo.push(...sides.map((side, i) => [side, { ...box, [id]: halves[i] }]));
    }
  }
  for (const promise of rules.promises) {
    const wants = Object.entries(promise.when);
    const inside = leaves.filter(({ box }) => wants.every(([id, want]) => cell(box[id], want)[0])).map(({ box, thens }) => ({
      thens,
      box: Object.fromEntries(Object.entries(box).map(([id, have]) => [id, have.ends ? have : have.filter((a) => (promise.when[id] ?? have).includes(a))])),
    }));
    const some = (thens, wanted) => thens.some((then) => wanted.includes(then[0]));
    const kept = "never" in promise ? !inside.some(({ thens }) => some(thens, promise.never))
      : "always" in promise ? inside.every(({ thens }) => some(thens, promise.always))
        : !inside.some((one) => inside.some((other) => back(promise, one, other)));
    need(inside.length && kept, `the promise ${promise.id} does not hold`);
  }
  const ways = (one) => (one.answers ? one.answers.length + Object.keys(one.as).length : floor(one.to - one.from, one.by) + 1);
  const count = rules.questions.reduce((product, one) => product * BigInt(ways(one)), 1n);
  need(String(count) === text(proof.combinations), `${count} combinations of answers, not ${proof.combinations}`);
  const said = `holds for all ${count.toLocaleString("en-GB")} combinations of answers, in ${leaves.length} parts, with ${rules.promises.length} promises`;
  return `${rules.id}, version ${rules.version}: ${said}; ${words && Object.keys(words).length ? "the words are those that were proved" : "no words given"}`;
};

if (globalThis.process?.argv[1]?.endsWith("check-proof.js"))
  import("node:fs").then(({ readFileSync }) => globalThis.checkProof(...process.argv.slice(2, 4).map((name) => readFileSync(name, "utf8"))))
    .then(console.log, (wrong) => { console.error(`DOES NOT HOLD: ${wrong}`); process.exitCode = 1; });

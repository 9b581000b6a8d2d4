// Runs exported decisions in implementations that are not ours.
//
// Two of them, as no single one that runs without a server does everything:
// - feelin (maintained, by the makers of the bpmn.io modellers) evaluates FEEL: cells, input expressions, results.
//   The few lines of `hit` below do the rest: hit policies, defaults and the graph, by DMN 1.5, chapter 8.2.
// - dmn-eval-js is a whole engine that reads DMN and walks the graph itself. It knows DMN 1.1, and of hit policies
//   UNIQUE, FIRST, RULE ORDER and COLLECT; `simplified` writes the others in these words before it sees the file.
// Tried and left out: pyDMNrules (160 MB with pandas; fails on annotations and on arithmetic in input expressions),
// SpiffWorkflow (cells are Python, not FEEL), bkflow-dmn (reads no DMN, sorts priorities by the alphabet),
// dmn-engine (a language of its own in cells), cdmn (a solver for its own dialect).
//
// Standard input: per line {engine, xml (DMN 1.3), decision, columns: [[name, [value, …]], …]} for every combination
// (the last column fastest) or {…, runs: [{name: value}, …]}; `alone` gives each column its value, whatever it is
// about. A value that is an object is several at once, each by its name: the signs of a question.
// Standard output: per line {outcomes: [the different ones], at: [which of them, per run]}.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { DmnModdle } from "dmn-moddle";
import { evaluate, unaryTest } from "feelin";

const require = createRequire(import.meta.url);
const { decisionTable: engine } = require("@hbtgmbh/dmn-eval-js");
require("loglevel").getLogger("dmn-eval-js").setLevel("silent"); // it warns where no rule matches

const DMN_1_1 = "http://www.omg.org/spec/DMN/20151101/dmn.xsd";

/** A function that remembers what it said. @template {unknown[]} A @template R @param {(...given: A) => R} work */
const once = (work) => {
  /** @type {Map<string, R>} */
  const known = new Map();
  return (/** @type {A} */ ...given) => {
    const key = JSON.stringify(given);
    const said = known.has(key) ? /** @type {R} */ (known.get(key)) : work(...given);
    known.set(key, said);
    return said;
  };
};

/** @typedef {unknown[]} Result One value per output */
/** @typedef {Record<string, unknown>} Given Answers by name */

const cell = once((/** @type {string} */ text, /** @type {unknown} */ value) => unaryTest(text, { "?": value }).value === true);
const literal = once((/** @type {string} */ text) => evaluate(text).value);

// ── Hit policies ──────────────────────────────────────────────────────────────────────────────────────────────────

const MANY = ["RULE ORDER", "OUTPUT ORDER"];
/** @param {Pick<DmnTable, "hitPolicy" | "aggregation">} table */
const isMany = ({ hitPolicy, aggregation }) => MANY.includes(hitPolicy) || (hitPolicy === "COLLECT" && !aggregation);

/**
 * Results by the order of the output values, the first output first; equal ones stay in rule order.
 * @template {Result} R @param {Pick<DmnTable, "output">} table @param {R[]} results
 */
const inPriority = ({ output }, results) => {
  const orders = output.map(({ outputValues }) => /** @type {unknown[]} */ (literal(`[${outputValues?.text}]`)));
  const rank = (/** @type {Result} */ result) => result.map((value, index) => orders[index].indexOf(value));
  return [...results].sort((a, b) => rank(a).map((mine, index) => mine - rank(b)[index]).find(Boolean) ?? 0);
};

/** @type {Record<string, (numbers: number[]) => number>} */
const FOLDS = {
  SUM: (numbers) => numbers.reduce((a, b) => a + b),
  MIN: (numbers) => Math.min(...numbers),
  MAX: (numbers) => Math.max(...numbers),
};

/**
 * What a table gives for the results of the rules that match.
 * @param {Pick<DmnTable, "hitPolicy" | "aggregation" | "output">} table @param {Result[]} results
 */
const hit = (table, results) => {
  const { hitPolicy, aggregation, output } = table;
  if (!results.length && output[0].defaultOutputEntry) {
    const result = output.map(({ defaultOutputEntry }) => literal(defaultOutputEntry?.text ?? "null"));
    return isMany(table) ? [result] : result;
  }
  if (aggregation === "COUNT") return [results.length];
  if (isMany(table)) return hitPolicy === "OUTPUT ORDER" ? inPriority(table, results) : results;
  if (!results.length) return null;
  if (aggregation) return [FOLDS[aggregation](/** @type {number[]} */ (results.flat()))];
  const different = new Set(results.map((result) => JSON.stringify(result)));
  if (hitPolicy === "UNIQUE" && results.length > 1) throw new Error("two rules match under UNIQUE");
  if (hitPolicy === "ANY" && different.size > 1) throw new Error("rules disagree under ANY");
  return (hitPolicy === "PRIORITY" ? inPriority(table, results) : results)[0];
};

// ── feelin ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** @typedef {(answers: Given) => unknown} Decide */

/** @param {DmnDefinitions} definitions @param {string | undefined} id @returns {DmnElement & { decisionLogic: DmnTable }} */
const decisionOf = (definitions, id) => {
  const { decisionLogic, ...found } = definitions.drgElement.find((element) => element.id === id) ?? {};
  if (!decisionLogic) throw new Error(`no decision ${id}`);
  return /** @type {DmnElement & { decisionLogic: DmnTable }} */ ({ ...found, decisionLogic });
};

/** @param {DmnDefinitions} definitions @param {string} id @param {boolean} alone @returns {Decide} */
const withFeelin = (definitions, id, alone) => {
  /** @param {ReturnType<typeof decisionOf>} decision @returns {(answers: Given) => any} */
  const decide = (decision) => {
    const { decisionLogic: table, informationRequirement = [] } = decision;
    const required = informationRequirement
      .flatMap(({ requiredDecision }) => (requiredDecision && !alone ? [requiredDecision.href.slice(1)] : []))
      .map((other) => decisionOf(definitions, other))
      .map((each) => ({ name: each.name, run: decide(each) }));
    const columns = (table.input ?? []).map(({ inputExpression: { text } }, index) => (alone ? `column${index}` : text));
    const rules = (table.rule ?? []).map(({ inputEntry = [], outputEntry }) => ({
      cells: inputEntry.map(({ text }) => text),
      result: outputEntry.map(({ text }) => literal(text)),
    }));
    const said = once((/** @type {unknown[]} */ values) => {
      const matching = rules.filter(({ cells }) => cells.every((text, index) => cell(text, values[index])));
      return hit(table, matching.map(({ result }) => result));
    });
    return (answers) => {
      /** @type {Given} */
      const context = { ...answers };
      for (const { name, run } of required) context[name] = run(answers)?.[0] ?? null;
      return said(columns.map((text) => (text in context ? context[text] : evaluate(text, context).value)));
    };
  };
  return decide(decisionOf(definitions, id));
};

// ── dmn-eval-js ───────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The same decisions with fewer hit policies, no annotations and a name for every output.
 * @param {DmnDefinitions} definitions @param {boolean} alone
 */
const simplified = (definitions, alone) => {
  definitions.dmnDI = undefined;
  for (const decision of definitions.drgElement) {
    const table = decision.decisionLogic;
    if (!table) continue;
    const rules = table.rule ?? [];
    decision.extensionElements = undefined;
    decision.question = undefined;
    table.annotation = undefined;
    if (table.output.length === 1) table.output[0].name = decision.name;
    for (const rule of rules) rule.annotationEntry = undefined;
    for (const [index, { inputExpression }] of (table.input ?? []).entries()) {
      if (alone) inputExpression.text = `column${index}`;
    }
    if (alone) decision.informationRequirement = undefined;
    if (table.hitPolicy === "PRIORITY" || table.hitPolicy === "OUTPUT ORDER") {
      const gives = (/** @type {DmnRule} */ { outputEntry }) => outputEntry.map(({ text }) => literal(text));
      const sorted = inPriority(table, rules.map((rule) => Object.assign(gives(rule), { rule })));
      table.rule = sorted.map(({ rule }) => rule);
      table.hitPolicy = table.hitPolicy === "PRIORITY" ? "FIRST" : "RULE ORDER";
    }
    if (table.hitPolicy === "ANY") table.hitPolicy = "FIRST";
  }
};

/**
 * @param {DmnModdle} moddle @param {DmnDefinitions} definitions @param {string} id @param {boolean} alone
 * @returns {Promise<Decide>}
 */
const withEngine = async (moddle, definitions, id, alone) => {
  const { decisionLogic: table } = decisionOf(definitions, id);
  const { hitPolicy, aggregation } = table;
  simplified(definitions, alone);
  const { xml } = await moddle.toXML(definitions);
  const decisions = await engine.parseDmnXml(xml.replaceAll("https://www.omg.org/spec/DMN/20191111/MODEL/", DMN_1_1));
  const values = (/** @type {Given} */ result) => table.output.map(({ name }) => result[name ?? ""]);
  return (answers) => {
    const given = engine.evaluateDecision(id, decisions, { ...answers });
    const results = (Array.isArray(given) ? given : [given]).map(values).filter((result) => result[0] !== undefined);
    // Only a default and an aggregation are left to do; the engine has picked the rules and their order.
    const policy = ["RULE ORDER", "OUTPUT ORDER"].includes(hitPolicy) ? "RULE ORDER" : hitPolicy;
    return hit({ hitPolicy: policy === "PRIORITY" ? "FIRST" : policy, aggregation, output: table.output }, results);
  };
};

// ── Runs ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** @param {[string, unknown[]][]} columns @returns {Generator<Given>} */
function* combinations([first, ...others]) {
  if (!first) {
    yield {};
    return;
  }
  for (const value of first[1]) for (const rest of combinations(others)) yield { [first[0]]: value, ...rest };
}

/** Answers with those of an object in its stead. @param {Given} answers @returns {Given} */
const spread = (answers) =>
  Object.assign({}, ...Object.entries(answers).map(([name, value]) => (Object(value) === value ? value : { [name]: value })));

for await (const line of createInterface({ input: process.stdin })) {
  const { engine: wanted, xml, decision, columns, runs, alone = false } = JSON.parse(line);
  const moddle = new DmnModdle();
  const { rootElement } = await moddle.fromXML(xml);
  const decide =
    wanted === "feelin"
      ? withFeelin(rootElement, decision, alone)
      : await withEngine(moddle, rootElement, decision, alone);
  const numbers = new Map();
  const at = [];
  for (const answers of runs ?? combinations(columns)) {
    const outcome = JSON.stringify(decide(spread(answers)));
    if (!numbers.has(outcome)) numbers.set(outcome, numbers.size);
    at.push(numbers.get(outcome));
  }
  console.log(JSON.stringify({ outcomes: [...numbers.keys()].map((outcome) => JSON.parse(outcome)), at }));
}

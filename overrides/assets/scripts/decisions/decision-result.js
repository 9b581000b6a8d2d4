// The result of a decision, filled from the descriptions and rows that stand in the page.
import * as Answers from "./answers.js";
import { asked, evaluate } from "./attainable.js";
import * as Days from "../days.js";
import { changes, decide, matter, onScale } from "./decisions.js";
import { all, around, copyOf, find, made, part, raised, twin } from "../dom.js";
import { allTicked, ticked } from "./ticks.js";

/** @typedef {import("./ticks.js").Given} Given */

/** @typedef {{ table: Table, run: Run }} Decided A table of the tool, and what it says */

/** What an outcome holds: none, one or several. @param {Table} table @param {Outcome} [outcome] */
const resultsIn = ({ many }, outcome) => /** @type {Values[]} */ ((many ? outcome : outcome && [outcome]) ?? []);

/** @param {Decided} decided */
const resultsOf = ({ table, run }) => resultsIn(table, run.decided ? run.outcome : null);

/** The description of a result in the page. @param {Table} table @param {Values} values */
const described = ({ id }, [value]) => document.getElementById(`${id}-outcome-${value}`);

/** Whether something has to be done now or today. @param {Decided} decided */
export const isUrgent = (decided) =>
  resultsOf(decided).some((values) => /now|today/.test(described(decided.table, values)?.dataset.urgency ?? ""));

const MOST_SAID = 2; // answers in the line that tells what goes along

/** @param {string} words */
const raise = (words) => words[0].toUpperCase() + words.slice(1);

/** @param {Values[]} some @param {Values[]} others */
const without = (some, others) => some.filter((one) => !others.some((other) => `${other}` === `${one}`));

/** Signs that were ticked, each in its own words and with how fast it asks to act, the fastest first. @param {HTMLElement} root @param {AskedSign[]} signs */
export const bySpeed = (root, signs) =>
  all(root, "template[data-fast]", HTMLTemplateElement).flatMap((template) =>
    signs.filter(({ fast }) => fast === template.dataset.fast).map(({ ask }) => {
      const line = copyOf(template);
      find(line, "span").textContent = ask;
      return line;
    }),
  );

export class Result {
  /** @param {HTMLElement} root @param {Tool} tool */
  constructor(root, tool) {
    this.root = root;
    this.tool = tool;
  }

  /** @param {string} id */
  question(id) {
    return /** @type {Question} */ (asked(this.tool, id));
  }

  /** Fills a block, which hides where there is nothing. @param {string} name @param {Node[]} nodes */
  fill(name, nodes) {
    const place = part(this.root, name);
    place.replaceChildren(...nodes);
    around(place, "[data-block]").hidden = !nodes.length;
  }

  /** An answer in words: the signs that were ticked, where some were. @param {string} id @param {Given} given */
  said(id, { answers, told }) {
    const signs = ticked(this.question(id), told[id]).map(({ ask }) => ask);
    return signs.length ? raise(signs.join("; ")) : Answers.say(this.question(id), answers[id]);
  }

  /** @param {string} name Of the block @param {Given} given @param {string[]} ids Of the questions */
  list(name, given, ids) {
    const rows = ids.map((id) => {
      const row = copyOf(part(this.root, "answer", HTMLTemplateElement));
      find(row, "dt").textContent = find(row, "span").textContent = this.question(id).short;
      find(row, "dd").textContent = this.said(id, given);
      find(row, "button").dataset.question = id;
      return row;
    });
    this.fill(name, rows);
  }

  /** What goes along from another tool: in a line, the more private only once it is unfolded. @param {Given} given @param {string[]} ids */
  showCarried(given, ids) {
    const lines = ids.map((id) => ({ ...this.question(id), words: this.said(id, given), signs: ticked(this.question(id), given.told[id]) }));
    const open = lines.filter(({ sensitive }) => !sensitive);
    const told = open.filter(({ signs }) => signs.length).map(({ words }) => words);
    const said = open.filter(({ signs }) => !signs.length).map(({ short, words }) => `${short}: ${words}`);
    part(this.root, "carried-ticked").hidden = !told.length;
    part(this.root, "carried-signs").textContent = told.join("; ");
    part(this.root, "carried-said").textContent = said.length ? said.slice(0, MOST_SAID).join("; ") : `${ids.length}`;
    part(this.root, "carried-more").hidden = ids.length <= told.length + Math.min(said.length, MOST_SAID);
    this.list("carried", given, ids);
  }

  /** @param {Given} given */
  show(given) {
    const { answers } = given;
    this.fill("ticked", bySpeed(this.root, allTicked(this.tool, given)));
    const runs = this.tool.tables.map((table) => ({ table, run: decide(this.tool, table, answers) }));
    this.showOutcomes(runs);
    part(this.root, "open").hidden = !matter(this.tool, answers).length;
    part(this.root, "today").textContent = Days.inWords(Days.today());
    part(this.root, "address").textContent = location.href.split(/[?#]/)[0];
    this.fill("reasons", runs.flatMap((decided, index) => this.reasons(decided, index === 0)));
    const used = runs.flatMap(({ run }) => (run.decided ? run.used : []));
    const ids = Object.keys(answers);
    this.list("used", given, ids.filter((id) => used.includes(id)));
    this.list("unused", given, ids.filter((id) => !used.includes(id)));
    this.fill("shows", this.numbers(answers));
    this.fill("scales", this.scales(answers));
    this.showChanges(runs, answers);
  }

  // What the result is

  /** @param {Decided[]} runs The first one gives the heading */
  showOutcomes(runs) {
    /** @type {Map<string, Node>} */
    const reading = new Map();
    const [given, ...extra] = runs.map((decided) => this.copies(decided, reading));
    const [first] = given;
    const heading = first?.querySelector(".decision-outcome__heading");
    part(this.root, "result").dataset.urgency = first?.dataset.urgency;
    part(this.root, "heading").replaceChildren(...(heading?.childNodes ?? [first ? "Result" : "No row of the table fits"]));
    heading?.remove();
    if (first) for (const old of all(first, "h3, h4, h5, h6")) old.replaceWith(raised(old, 1));
    this.fill("outcome", given);
    this.fill("extra", extra.flat());
    this.fill("read", [...reading.values()]);
  }

  /**
   * Copies of the results' descriptions; their pages join those to read.
   * @param {Decided} decided @param {Map<string, Node>} reading
   */
  copies(decided, reading) {
    return resultsOf(decided).map((values) => {
      const description = described(decided.table, values);
      if (!description) return made("p", ...this.words(decided.table, [values]));
      const copy = twin(description);
      copy.removeAttribute("id");
      for (const item of all(copy, "[data-slot] li")) reading.set(find(item, "a", HTMLAnchorElement).href, item);
      copy.querySelector(".decision-outcome__read")?.remove();
      return copy;
    });
  }

  /** Results in words, as links to their descriptions. @param {Table} table @param {Values[]} results */
  words(table, results) {
    return results.flatMap((values, place) => {
      const said = values.map((value, output) => {
        const { label, unit, values: names } = this.tool.says[this.tool.tables.indexOf(table)][output];
        return names[value] ?? `${label}: ${Answers.withUnit(value, unit)}`;
      });
      const found = described(table, values);
      return [place ? ", " : "", found ? Object.assign(made("a", ...said), { href: `#${found.id}` }) : `${said}`];
    });
  }

  // Why

  /** @param {Decided} decided @param {boolean} isFirst */
  reasons({ table, run }, isFirst) {
    const rules = run.decided ? run.rules : [];
    const several = !table.many && rules.length > 1;
    if (isFirst) part(this.root, "several").hidden = !several;
    const isDefault = run.decided && !rules.length && resultsIn(table, run.outcome).length > 0;
    return (isDefault ? [""] : rules).map((id, place) => {
      const row = table.id + (id ? `-rule-${id}` : "-default");
      if (isFirst && !place) part(this.root, "row", HTMLAnchorElement).hash = row;
      return copyOf(find(this.root, `[data-why="${row}"]`, HTMLTemplateElement));
    });
  }

  // Numbers worked out

  /** @param {Answers} answers */
  numbers(answers) {
    return this.tool.shows.flatMap((item) => {
      const value = evaluate(item.tree, answers);
      return value > 0 ? [made("div", made("dt", item.label), made("dd", Answers.amount(value, item)))] : [];
    });
  }

  /** @param {Answers} answers */
  scales(answers) {
    return all(this.root, "[data-scale]", HTMLTemplateElement).flatMap((template) => {
      const { scale = "", unit = "" } = template.dataset;
      const found = onScale(this.tool, this.tool.tables[0], scale, answers);
      if (!found) return [];
      const copy = copyOf(template);
      find(copy, "strong").textContent = Answers.withUnit(found.value, unit);
      copy.querySelectorAll("li")[found.segment].ariaCurrent = "true";
      return [copy];
    });
  }

  // What would change it

  /** @param {Decided[]} runs @param {Answers} answers */
  showChanges(runs, answers) {
    const found = runs.map(({ table }) => changes(this.tool, table, answers));
    const [lines, ...added] = runs.map((decided, index) =>
      found[index].flatMap((change) => {
        // What changes the first result is not said again.
        const told = index ? found[0].filter(({ question }) => question === change.question) : [];
        return this.changeLine(decided, change, told.flatMap(({ ranges }) => ranges));
      }),
    );
    this.fill("changes", lines);
    this.fill("adds", added.flat());
  }

  /** @param {Decided} decided @param {import("./decisions.js").Change} change @param {Ranges} told */
  changeLine(decided, { question: id, ranges, possible }, told) {
    const mine = ranges.filter(([from, to]) => !told.some(([low, high]) => low <= to && from <= high));
    if (!mine.length) return [];
    const { table } = decided;
    const [now, then] = [resultsOf(decided), resultsIn(table, possible[0])];
    const [more, less] = [this.words(table, without(then, now)), this.words(table, without(now, then))];
    const leads = [...more, ...(table.many && less.length ? [more.length ? "; without " : "without ", ...less] : [])];
    const which = made("strong", `${this.question(id).short}: ${Answers.sayRanges(this.question(id), mine)}`);
    return [made("li", which, " → ", ...(possible.length > 1 ? [`one of ${possible.length} results`] : leads))];
  }
}

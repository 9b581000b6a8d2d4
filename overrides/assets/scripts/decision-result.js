// @ts-check
// Shows what a decision gives, why, and what would change it, from the descriptions and rows that stand in the page.
(() => {
  "use strict";

  const made = (tag, ...inside) => {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  };

  const day = (date) => new Date(date).toLocaleDateString("en-GB", { dateStyle: "long" });

  /** What an outcome holds: one result, several or none. */
  const results = ({ many }, outcome) => (many ? outcome : outcome ? [outcome] : []) ?? [];

  /** The description of a result in the page. */
  const described = ({ id }, [value]) => document.getElementById(`${id}-outcome-${value}`);

  /** Whether a result is not to wait for further questions. */
  const isUrgent = (table, outcome) =>
    results(table, outcome).some((values) => /now|today/.test(described(table, values)?.dataset.urgency));

  const fill = (root, name, nodes) => {
    const part = root.querySelector(`[data-part=${name}]`);
    part.replaceChildren(...nodes);
    part.closest("[data-block]").hidden = !nodes.length;
  };

  /** Answers, each with a button to change it. */
  const list = (root, tool, answers, name, ids) => {
    const rows = ids.map((id) => {
      const row = root.querySelector("[data-part=answer]").content.cloneNode(true);
      const question = tool.questions.find((each) => each.id === id);
      row.querySelector("dt").textContent = row.querySelector("span").textContent = question.short;
      row.querySelector("dd").textContent = Answers.say(question, answers[id]);
      row.querySelector("button").dataset.question = id;
      return row;
    });
    fill(root, name, rows);
  };

  /** Fills the result and marks its rows in the tables. */
  const show = (root, tool, answers) => {
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    const runs = tool.tables.map((table) => ({ table, ...Decisions.decide(tool, table, answers) }));
    const reading = new Map();

    /** Copies of the results' descriptions; their pages join those to read. */
    const copies = ({ table, outcome }) =>
      results(table, outcome).map((values) => {
        const copy = described(table, values)?.cloneNode(true);
        if (!copy) return made("p", ...words(table, [values]));
        copy.removeAttribute("id");
        for (const item of copy.querySelectorAll("[data-slot] li")) reading.set(item.querySelector("a").href, item);
        copy.querySelector(".decision-outcome__read")?.remove();
        return copy;
      });

    /** Results in words, as links to their descriptions. */
    const words = (table, all) =>
      all.flatMap((values, place) => {
        const said = values.map((value, output) => {
          const { label, unit, values: names } = tool.says[tool.tables.indexOf(table)][output];
          return names[value] ?? `${label}: ${Answers.withUnit(value, unit)}`;
        });
        const found = described(table, values);
        return [place ? ", " : "", found ? Object.assign(made("a", ...said), { href: `#${found.id}` }) : said.join(", ")];
      });

    const given = copies(runs[0]);
    const heading = given[0]?.querySelector(".decision-outcome__heading");
    part("result").dataset.urgency = given[0]?.dataset.urgency;
    part("heading").replaceChildren(...(heading?.childNodes ?? [given.length ? "Result" : "No row of the table fits"]));
    heading?.remove();
    for (const old of given[0]?.querySelectorAll("h5, h6") ?? []) {
      old.replaceWith(made(`h${old.tagName[1] - 1}`, ...old.childNodes));
    }
    fill(root, "outcome", given);
    fill(root, "extra", runs.slice(1).flatMap(copies));
    fill(root, "read", [...reading.values()]);
    part("open").hidden = !Decisions.matter(tool, answers).length;
    part("today").textContent = day(Date.now());
    part("address").textContent = location.href.split(/[?#]/)[0];

    // Why
    const reasons = runs.flatMap(({ table, decided, rules, outcome }, index) => {
      const isDefault = decided && !rules.length && results(table, outcome).length;
      return (isDefault ? [""] : rules ?? []).map((id) => {
        const row = document.getElementById(table.id + (id ? `-rule-${id}` : "-default"));
        row.ariaCurrent = "true";
        if (!index) part("row").href = `#${row.id}`;
        return root.querySelector(`[data-why="${row.id}"]`).content.cloneNode(true);
      });
    });
    const used = runs.flatMap((each) => each.used ?? []);
    const ids = Object.keys(answers);
    fill(root, "reasons", reasons);
    list(root, tool, answers, "used", ids.filter((id) => used.includes(id)));
    list(root, tool, answers, "unused", ids.filter((id) => !used.includes(id)));

    // Numbers that are worked out from the answers
    const shows = tool.shows.map((item) => [item, Decisions.evaluate(item.tree, answers)]).filter(([, value]) => value > 0);
    const scales = [...root.querySelectorAll("[data-scale]")].flatMap(({ content, dataset }) => {
      const found = Decisions.onScale(tool.tables[0], dataset.scale, answers);
      if (!found) return [];
      const copy = content.cloneNode(true);
      copy.querySelector("strong").textContent = Answers.withUnit(found.value, dataset.unit);
      copy.querySelectorAll("li")[found.segment].ariaCurrent = "true";
      return [copy];
    });
    fill(root, "shows", shows.map(([item, value]) => made("div", made("dt", item.label), made("dd", Answers.amount(value, item)))));
    fill(root, "scales", scales);

    // What would change it
    const changes = tool.tables.map((table) => Decisions.changes(tool, table, answers));
    const [lines, ...added] = tool.tables.map((table, index) =>
      changes[index].flatMap(({ question, ranges, possible }) => {
        // What changes the first table's result stands there, and not again with the others.
        const told = changes[0].flatMap((change) => (index && change.question === question ? change.ranges : []));
        const mine = ranges.filter(([from, to]) => !told.some(([low, high]) => low <= to && from <= high));
        if (!mine.length) return [];
        const [now, then] = [runs[index].outcome, possible[0]].map((outcome) => results(table, outcome));
        const without = (some, others) => some.filter((one) => !others.some((other) => String(other) === String(one)));
        const [more, less] = [words(table, without(then, now)), words(table, without(now, then))];
        const leads = [...more, ...(table.many && less.length ? [more.length ? "; without " : "without ", ...less] : [])];
        const asked = tool.questions.find(({ id }) => id === question);
        const which = made("strong", `${asked.short}: ${Answers.sayRanges(asked, mine)}`);
        return [made("li", which, " → ", ...(possible.length > 1 ? [`one of ${possible.length} results`] : leads))];
      }),
    );
    fill(root, "changes", lines);
    fill(root, "adds", added.flat());
  };

  Object.assign(globalThis, { DecisionResult: { day, isUrgent, list, made, show } });
})();

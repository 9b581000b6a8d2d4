// @ts-check
// <decision-tool>: asks the questions inside it one at a time, shows the result, keeps, shares and clears answers.
// Every word and form is in the page already (macros/render/decisions/templates/tool.html): this fills and shows.
(() => {
  "use strict";

  const made = (tag, ...inside) => {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  };

  // The result, from the descriptions and rows in the page.

  const resultOf = (root, tool) => {
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    const question = (id) => tool.questions.find((each) => each.id === id);
    const fill = (name, nodes) => {
      part(name).replaceChildren(...nodes);
      part(name).closest("[data-block]").hidden = !nodes.length;
    };

    /** What an outcome holds: none, one or several. */
    const results = ({ many }, outcome) => (many ? outcome : outcome ? [outcome] : []) ?? [];

    /** The description of a result in the page. */
    const described = ({ id }, [value]) => document.getElementById(`${id}-outcome-${value}`);

    const isUrgent = (table, outcome) =>
      results(table, outcome).some((values) => /now|today/.test(described(table, values)?.dataset.urgency));

    const list = (name, answers, ids) => {
      const rows = ids.map((id) => {
        const row = part("answer").content.cloneNode(true);
        row.querySelector("dt").textContent = row.querySelector("span").textContent = question(id).short;
        row.querySelector("dd").textContent = Answers.say(question(id), answers[id]);
        row.querySelector("button").dataset.question = id;
        return row;
      });
      fill(name, rows);
    };

    /** Results in words, as links to their descriptions. */
    const words = (table, all) =>
      all.flatMap((values, place) => {
        const said = values.map((value, output) => {
          const { label, unit, values: names } = tool.says[tool.tables.indexOf(table)][output];
          return names[value] ?? `${label}: ${Answers.withUnit(value, unit)}`;
        });
        const found = described(table, values);
        return [place ? ", " : "", found ? Object.assign(made("a", ...said), { href: `#${found.id}` }) : `${said}`];
      });

    const show = (answers) => {
      const runs = tool.tables.map((table) => ({ table, ...Decisions.decide(tool, table, answers) }));
      const used = runs.flatMap((run) => run.used ?? []);
      const ids = Object.keys(answers);
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

      const given = copies(runs[0]);
      const heading = given[0]?.querySelector(".decision-outcome__heading");
      part("result").dataset.urgency = given[0]?.dataset.urgency;
      part("heading").replaceChildren(...(heading?.childNodes ?? [given[0] ? "Result" : "No row of the table fits"]));
      heading?.remove();
      for (const old of given[0]?.querySelectorAll("h3, h4, h5, h6") ?? []) {
        old.replaceWith(made(`h${old.tagName[1] - 1}`, ...old.childNodes));
      }
      fill("outcome", given);
      fill("extra", runs.slice(1).flatMap(copies));
      fill("read", [...reading.values()]);
      part("open").hidden = !Decisions.matter(tool, answers).length;
      part("today").textContent = Days.inWords(Days.today());
      part("address").textContent = location.href.split(/[?#]/)[0];

      // Why
      const reasons = runs.flatMap(({ table, decided, rules, outcome }, index) => {
        const isDefault = decided && !rules.length && results(table, outcome).length;
        const several = !table.many && rules?.length > 1;
        if (!index) part("several").hidden = !several;
        return (isDefault ? [""] : rules ?? []).map((id) => {
          const row = document.getElementById(table.id + (id ? `-rule-${id}` : "-default"));
          row.ariaCurrent = "true";
          row.classList.toggle("decision-rule--perhaps", several);
          if (!index) part("row").href = `#${row.id}`;
          return root.querySelector(`[data-why="${row.id}"]`).content.cloneNode(true);
        });
      });
      fill("reasons", reasons);
      list("used", answers, ids.filter((id) => used.includes(id)));
      list("unused", answers, ids.filter((id) => !used.includes(id)));

      // Numbers worked out
      const shows = tool.shows.flatMap((item) => {
        const value = Decisions.evaluate(item.tree, answers);
        return value > 0 ? [made("div", made("dt", item.label), made("dd", Answers.amount(value, item)))] : [];
      });
      const scales = [...root.querySelectorAll("[data-scale]")].flatMap(({ content, dataset }) => {
        const found = Decisions.onScale(tool, tool.tables[0], dataset.scale, answers);
        if (!found) return [];
        const copy = content.cloneNode(true);
        copy.querySelector("strong").textContent = Answers.withUnit(found.value, dataset.unit);
        copy.querySelectorAll("li")[found.segment].ariaCurrent = "true";
        return [copy];
      });
      fill("shows", shows);
      fill("scales", scales);

      // What would change it
      const changes = tool.tables.map((table) => Decisions.changes(tool, table, answers));
      const [lines, ...added] = tool.tables.map((table, index) =>
        changes[index].flatMap(({ question: id, ranges, possible }) => {
          // What changes the first result is not said again.
          const told = changes[0].flatMap((change) => (index && change.question === id ? change.ranges : []));
          const mine = ranges.filter(([from, to]) => !told.some(([low, high]) => low <= to && from <= high));
          if (!mine.length) return [];
          const [now, then] = [runs[index].outcome, possible[0]].map((outcome) => results(table, outcome));
          const without = (some, others) => some.filter((one) => !others.some((other) => `${other}` === `${one}`));
          const [more, less] = [words(table, without(then, now)), words(table, without(now, then))];
          const leads = [...more, ...(table.many && less.length ? [more.length ? "; without " : "without ", ...less] : [])];
          const which = made("strong", `${question(id).short}: ${Answers.sayRanges(question(id), mine)}`);
          return [made("li", which, " → ", ...(possible.length > 1 ? [`one of ${possible.length} results`] : leads))];
        }),
      );
      fill("changes", lines);
      fill("adds", added.flat());
    };

    return { isUrgent, list, part, question, show };
  };

  const start = (root) => {
    const tool = JSON.parse(root.querySelector("script").textContent);
    const saved = `decision.${tool.id}`;
    const whole = root.closest(".decision");
    let answers = {}; // what the reader answered, in the order of asking
    let at = ""; // the question that is shown; empty for the result
    let run = 0; // tells answers from those before they were cleared
    let depth = 0; // how often the browser can go back inside this tool
    let leaves = false; // whether the browser is on its way back already
    let brought = false; // whether a file was brought in, and its answers wait to be used

    const { isUrgent, list, part, question, show: showResult } = resultOf(root, tool);
    const toggle = (name, shown) => (part(name).hidden = !shown);
    const tell = (what) => {
      for (const sentence of root.querySelectorAll("[data-says]")) sentence.hidden = sentence.dataset.says !== what;
    };
    const before = () => {
      const ids = Object.keys(answers);
      return ids[(ids.includes(at) ? ids.indexOf(at) : ids.length) - 1];
    };

    // Where the reader is

    /** The next question; none once the result is clear and urgent. */
    const next = () => {
      const [table] = tool.tables;
      const { outcome } = Decisions.decide(tool, table, answers);
      return (!isUrgent(table, outcome) && Decisions.matter(tool, answers)[0]) || "";
    };

    /** Answers stay with the entry that is shown, never in its address: lists of visited pages hold addresses. */
    const remember = (how, more = { answers }) => {
      try {
        const url = how === "pushState" ? `#${tool.id}` : location.href;
        history[how]({ ...history.state, [tool.id]: { at, run, depth, ...more } }, "", url);
      } catch {
        depth = 0; // a browser may refuse this for a file; the tool's own Back still works
      }
    };

    const go = (to) => {
      remember("replaceState", {});
      at = to;
      depth += 1;
      remember("pushState");
      show(true);
    };

    const take = (pairs, version) => {
      const { answers: ours, left } = Answers.known(tool, pairs);
      const since = Answers.since(tool, version);
      answers = ours;
      run = Date.now();
      at = next();
      toggle("left", left);
      toggle("unknown", !since);
      toggle("older", since?.length);
      const changes = (since ?? []).map(([number, date, change]) => made("li", `Version ${number}, ${date}: ${change}`));
      part("since").replaceChildren(...changes);
    };

    /** Takes a share link's answers. */
    const follow = () => {
      const pairs = Answers.fromLink(tool, location.hash);
      if (!pairs) return false;
      const isVersion = ([name]) => name === "v";
      take(pairs.filter((pair) => !isVersion(pair)), pairs.find(isVersion)?.[1]);
      return true;
    };

    const restart = () => {
      take([], Answers.version(tool));
      go(at);
    };

    // What is shown

    const show = (move) => {
      if (!(at ? question(at) : Decisions.decide(tool, tool.tables[0], answers).decided)) at = next();
      const others = Object.keys(answers).filter((id) => id !== at);
      const known = Object.fromEntries(others.map((id) => [id, answers[id]]));
      for (const form of root.querySelectorAll("form")) {
        form.hidden = form.dataset.question !== at;
        if (!form.hidden) fill(form);
      }
      tell();
      toggle("errors");
      toggle("share");
      toggle("result", !at);
      toggle("back", depth || before());
      toggle("progress", at);
      offer();
      list("answers", answers, at ? others : []);
      for (const row of whole.querySelectorAll(".decision-rule")) row.ariaCurrent = null;
      if (at) {
        const more = Decisions.matter(tool, known).length - 1;
        const number = others.indexOf(before()) + 2;
        const rest = more > 0 ? `At most ${more} more can matter.` : "No other question can matter.";
        part("progress").textContent = `Question ${number}. ${rest}`; // not one in the other: the bundler eats spaces
      } else showResult(answers);
      toggle("early", at && Decisions.decide(tool, tool.tables[0], known).decided);
      if (!move) return;
      const { top } = root.getBoundingClientRect();
      if (top < 0 || top > innerHeight / 2) root.scrollIntoView();
      root.querySelector(at ? "form:not([hidden]) .decision-question__ask" : ".tool__heading").focus({ preventScroll: true });
    };

    const fill = (form) => {
      form.reset();
      complain(form, "");
      const answer = answers[at];
      for (const field of form.querySelectorAll("input")) {
        if (field.type === "radio") field.checked = field.value === answer;
        else field.value = answer === undefined ? "" : String(answer / question(at).scale);
      }
    };

    const complain = (form, problem) => {
      const field = form.querySelector("input");
      const error = form.querySelector("[data-part=error]");
      error.textContent = part("error-link").textContent = problem;
      error.hidden = !problem;
      field.ariaInvalid = problem ? "true" : null;
      part("error-link").href = `#${field.id}`;
      toggle("errors", problem);
    };

    // What the reader does

    root.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target;
      const asked = question(at);
      const answer = asked.options
        ? form.querySelector(":checked")?.value
        : Answers.read(asked, form.querySelector("input").value, form.querySelector("select")?.value === "miles");
      const problem = asked.options ? !answer && "Choose an answer" : typeof answer === "string" && answer;
      if (problem) {
        complain(form, problem);
        part("errors").focus();
      } else {
        answers[at] = answer;
        go(next());
      }
    });

    const acts = {
      change: ({ dataset }) => go(dataset.question),
      result: () => go(""),
      more: () => go(Decisions.matter(tool, answers)[0]),
      again: restart,
      print: () => print(),
      back() {
        if (leaves) return; // a second press would leave the page
        leaves = depth > 0;
        if (leaves) history.back();
        else go(before());
      },
      field: ({ hash }) => document.getElementById(hash.slice(1)).focus(),
      save() {
        const kept = { version: Answers.version(tool), date: Days.today(), answers };
        tell(Saved.write(saved, kept) ? "saved" : "refused");
      },
      use() {
        const found = Saved.read(saved);
        if (!found) return offer(); // another tab cleared them since
        const { answers, version } = found;
        brought = false;
        take(Object.entries(answers), version);
        go(at);
      },
      clear() {
        Saved.remove(saved, true);
        brought = false;
        restart();
        tell("cleared");
      },
      share() {
        toggle("share", part("share").hidden);
        part("link").value = location.href.split("#")[0] + Answers.toLink(tool, answers);
        part("link").select();
      },
      async copy() {
        part("link").select();
        try {
          await navigator.clipboard.writeText(part("link").value);
          tell("copied");
        } catch {
          tell("marked");
        }
      },
      download() {
        const text = Saved.pack();
        if (!text) return tell("nothing");
        handOver(text, "application/json", "running-bones-joints-saved.json");
      },
    };

    root.addEventListener("click", (event) => {
      // The second click of two is not for the question that comes after the first.
      if (event.detail > 1 && event.target.closest("[type=submit]")) event.preventDefault();
      const pressed = event.target.closest("[data-do]");
      if (pressed?.hash) event.preventDefault();
      acts[pressed?.dataset.do]?.(pressed);
    });

    part("file").addEventListener("change", async ({ target }) => {
      const [file] = target.files;
      const became = await BringIn.bringIn(root, file);
      target.value = "";
      brought = true;
      offer();
      tell(became);
    });

    /** Saved answers are offered where there are none yet, or after a file; and only as long as they are saved. */
    const offer = () => {
      const found = brought || !Object.keys(answers).length ? Saved.read(saved) : null;
      toggle("offer", found && Object.keys(found.answers).length);
      part("saved-on").textContent = found && Days.inWords(found.date);
    };

    // A link unfolds what it leads into. Print shows what the reader unfolded.
    whole.addEventListener("click", ({ target }) => {
      target.closest("summary")?.parentElement.toggleAttribute("data-asked");
      const closed = document.getElementById(target.closest("a")?.hash.slice(1))?.closest("details");
      if (closed) closed.open = true;
    });

    addEventListener("popstate", ({ state }) => {
      leaves = false;
      const entry = state?.[tool.id];
      if (!entry) return follow() && show(true);
      if (entry.run === run && entry.at === at) return;
      depth = entry.depth;
      at = entry.run === run ? entry.at : next();
      remember("replaceState");
      setTimeout(show, 0, true); // after the browser has moved the focus itself
    });

    whole.dataset.live = "";
    for (const part of whole.querySelectorAll("details")) part.open = false;
    const kept = history.state?.[tool.id];
    const followed = !kept?.answers && follow();
    if (kept?.answers) {
      answers = Answers.known(tool, Object.entries(kept.answers)).answers;
      ({ at, run, depth } = kept);
    } else if (!followed) at = next();
    Saved.watch(saved, offer);
    remember("replaceState");
    show(followed);
  };

  class DecisionTool extends HTMLElement {
    connectedCallback() {
      if (!this.started) start(this);
      this.started = true;
    }
  }

  customElements.define("decision-tool", DecisionTool);
})();

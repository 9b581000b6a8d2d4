// @ts-check
// <decision-tool>: asks the questions that stand inside it one at a time, and keeps, shares and clears the answers.
// Every word and every form is in the page already (macros/render/templates/decision_tool.html): this fills and shows.
(() => {
  "use strict";

  const { day, isUrgent, list, made } = DecisionResult;

  const start = (root) => {
    const tool = JSON.parse(root.querySelector("script").textContent);
    const saved = `decision.${tool.id}`;
    const whole = root.closest(".decision");
    let answers = {}; // what the reader answered, in the order of asking
    let at = ""; // the question that is shown; empty for the result
    let run = 0; // tells answers from those before they were cleared
    let depth = 0; // how often the browser can go back inside this tool

    const part = (name) => root.querySelector(`[data-part=${name}]`);
    const toggle = (name, shown) => (part(name).hidden = !shown);
    /** Shows one of the sentences that the page has ready, or none. */
    const tell = (what) => {
      for (const sentence of root.querySelectorAll("[data-says]")) sentence.hidden = sentence.dataset.says !== what;
    };
    const question = (id) => tool.questions.find((each) => each.id === id);
    /** The question before the one that is shown. */
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

    /**
     * Answers go along with the browser's entry for what is shown, never into its address: addresses stay in the
     * browser's list of visited pages.
     */
    const remember = (how, more = { answers }) => {
      try {
        const url = how === "pushState" ? `#${tool.id}` : location.href;
        history[how]({ ...history.state, [tool.id]: { at, run, depth, ...more } }, "", url);
      } catch {
        depth = 0; // a browser may refuse this for a file; the tool's own Back still works
      }
    };

    const go = (question) => {
      remember("replaceState", {});
      at = question;
      depth += 1;
      remember("pushState");
      show(true);
    };

    /** Takes answers from elsewhere, and says what became of them. */
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

    /** Takes the answers of a share link, where the address is one. */
    const follow = () => {
      const pairs = Answers.fromLink(tool, location.hash);
      if (!pairs) return false;
      const isVersion = ([name]) => name === "v";
      take(pairs.filter((pair) => !isVersion(pair)), pairs.find(isVersion)?.[1]);
      remember("replaceState");
      return true;
    };

    const restart = () => {
      take([], Answers.version(tool));
      remember("replaceState", {});
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
      list(root, tool, answers, "answers", at ? others : []);
      for (const row of whole.querySelectorAll(".decision-rule")) row.ariaCurrent = null;
      if (at) {
        const more = Decisions.matter(tool, known).length - 1;
        const number = others.indexOf(before()) + 2;
        part("progress").textContent =
          `Question ${number}. ${more > 0 ? `At most ${more} more can matter.` : "No other question can matter."}`;
      } else DecisionResult.show(root, tool, answers);
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
      back: () => (depth ? history.back() : go(before())),
      field: ({ hash }) => document.getElementById(hash.slice(1)).focus(),
      save() {
        const date = new Date().toLocaleDateString("sv"); // 2026-11-22
        tell(Saved.write(saved, { version: Answers.version(tool), date, answers }) ? "saved" : "refused");
      },
      use() {
        const { answers, version } = Saved.read(saved);
        toggle("offer");
        take(Object.entries(answers), version);
        go(at);
      },
      clear() {
        Saved.remove(saved);
        toggle("offer");
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
        const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
        Object.assign(made("a"), { href, download: "running-bones-joints-saved.json" }).click();
      },
    };

    root.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-do]");
      if (pressed?.hash) event.preventDefault();
      acts[pressed?.dataset.do]?.(pressed);
    });

    part("file").addEventListener("change", async ({ target }) => {
      const [file] = target.files;
      tell(Saved.unpack(file.size > Saved.MOST_SIGNS ? "" : await file.text()));
      target.value = "";
      offer();
    });

    const offer = () => {
      const found = Saved.read(saved);
      toggle("offer", found);
      part("saved-on").textContent = found && day(found.date);
    };

    // A link into a part that is folded unfolds it. Print shows what the reader unfolded.
    whole.addEventListener("click", ({ target }) => {
      target.closest("summary")?.parentElement.toggleAttribute("data-asked");
      const closed = document.getElementById(target.closest("a")?.hash.slice(1))?.closest("details");
      if (closed) closed.open = true;
    });

    addEventListener("popstate", ({ state }) => {
      const entry = state?.[tool.id];
      if (!entry) return follow() && show(true);
      if (entry.run === run && entry.at === at) return;
      depth = entry.depth;
      at = entry.run === run ? entry.at : next();
      remember("replaceState");
      show(true);
    });

    whole.dataset.live = "";
    for (const part of whole.querySelectorAll("details")) part.open = false;
    const kept = history.state?.[tool.id];
    if (kept?.answers) {
      answers = Answers.known(tool, Object.entries(kept.answers)).answers;
      ({ at, run, depth } = kept);
    } else if (!follow()) {
      at = next();
      offer();
    }
    show();
  };

  class DecisionTool extends HTMLElement {
    connectedCallback() {
      if (!this.started) start(this);
      this.started = true;
    }
  }

  customElements.define("decision-tool", DecisionTool);
})();

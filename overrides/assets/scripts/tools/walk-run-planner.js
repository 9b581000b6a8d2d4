// @ts-check
// <walk-run-planner>: from choices to weeks; notes how sessions went, changes weeks, keeps, prints and exports them.
// Every word and form is in the page already (macros/render/doing/templates/walk_run_planner.html): it fills and shows.
// It waits for the bundle, whose script comes after those of the tools.
addEventListener("DOMContentLoaded", () => {
  "use strict";

  const { asks, dayOf, editOf, layOut, moved, outcomeOf, sayDay, textOf, toEdit, toNote, weighed } = PlannerWeeks;
  const { complain, daysIn, describe, wrongDays } = PlannerChoices;
  const { made } = PlannerSheet;

  const newKey = () => [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16)).join("");

  const download = (text, type, name) => {
    const href = URL.createObjectURL(new Blob([text], { type }));
    Object.assign(made("a"), { href, download: name }).click();
  };

  const start = (root) => {
    const data = JSON.parse(root.querySelector("script").textContent);
    const whole = root.closest(".decision");
    const part = (name, within = root) => within.querySelector(`[data-part="${name}"]`);
    const toggle = (name, shown) => (part(name).hidden = !shown);
    const say = (text) => (part("status").textContent = text);
    const tell = (what) => {
      for (const sentence of root.querySelectorAll("[data-says]")) sentence.hidden = sentence.dataset.says !== what;
    };

    const form = PlannerChoices.choices(part("choose"), data, say);
    const sheet = PlannerSheet.sheet(root, data);
    let state = null; // what was chosen, noted and changed: saved.js states its shape
    let laid = null;
    const kept = PlannerKept.keeper(data);

    // Showing

    /** After any change: keeps it, lays out anew with what other tabs noted, and shows it. */
    const changed = () => {
      const { said } = goOn(kept.changed(state));
      if (said && said !== "kept") tell(said);
    };

    /** Goes on with weeks as they are kept now. */
    const goOn = (now) => {
      state = now.weeks;
      laid = state && layOut(data, state);
      toggle("goes", now.goes);
      show();
      return now;
    };

    const show = () => {
      toggle("choose", !state);
      toggle("plan", state);
      hideBack();
      if (!state) return;
      const { plan, weeks, sessions, next, stopped } = laid;
      const noted = sessions.filter(({ note }) => note).length;
      part("title").textContent = `Your weeks: ${plan.title}`;
      part("sum").textContent =
        `${sessions.length} sessions in ${weeks.length} weeks, from ${sayDay(dayOf(state.start))} ` +
        `to ${sayDay(sessions[sessions.length - 1].day)}. ${noted} noted.`;
      toggle("runs-key", !plan.walks);
      toggle("walks-key", plan.walks);
      toggle("next", next);
      toggle("end", !next && !stopped);
      if (next) {
        part("next-day").textContent = sayDay(next.day);
        part("next-session").replaceChildren(...sheet.session(plan, next));
      }
      showAfter(stopped);
      toggle("jump-key", sessions.some(({ jump }) => jump));
      part("weeks").replaceChildren(...sheet.draw(laid));
      showAll("all" in part("weeks").dataset);
    };

    /** The choices, over weeks that are laid out already or not. */
    const showChoices = () => {
      toggle("choose", true);
      toggle("plan", false);
      hideBack();
    };

    /** From choices that lead to the same weeks a press goes back to them. */
    const hideBack = () => toggle("back", state && form.weigh() === state.plan);

    /** Two weeks or all of them. */
    const showAll = (all) => {
      const { length } = laid.weeks;
      part("weeks").toggleAttribute("data-all", all);
      toggle("all", length > 2);
      part("all").querySelector("button").textContent = all ? "Show two weeks only" : `Show all ${length} weeks`;
    };

    /** What comes after the session that was noted last. */
    const showAfter = (outcome) => {
      describe(part("after"), data.next.id, outcome);
      toggle("after", outcome);
    };

    // After a session

    const fieldOf = (id) => part("next").querySelector(`[data-question="${id}"]`);

    /** What is asked after a session, with the answers so far. How it felt is not asked once a sign says it all. */
    const asked = () => {
      const answers = Object.fromEntries(asks(data).map(({ id }) => [id, fieldOf(id).querySelector(":checked")?.value]));
      // Before there are weeks a session tells nothing yet; what it would tell is not asked.
      const told = laid?.next?.told ?? Object.fromEntries(data.told.map((id) => [id, undefined]));
      return weighed(data.next, told, answers).shown.map((id) => [id, answers[id]]);
    };

    const hideUnasked = () => {
      const shown = asked().map(([id]) => id);
      for (const { id } of asks(data)) fieldOf(id).hidden = !shown.includes(id);
    };

    // What the reader does

    const choose = () => {
      const chosen = form.take();
      if (!chosen) return;
      const same = state?.plan === chosen.plan;
      const { key, notes } = same ? state : { key: newKey(), notes: {} };
      state = { version: data.version, date: Days.today(), key, ...chosen, notes, weeks: {} };
      form.forget();
      for (const name of ["older", "unfit", "taken", "left"]) toggle(name, false);
      changed();
      part("title").focus({ preventScroll: true });
      part("plan").scrollIntoView();
    };

    const note = () => {
      const { day, told } = laid.next;
      const answers = asked();
      const open = answers.filter(([, answer]) => !answer);
      if (complain(part("next"), open.map(([id]) => [id, "Choose an answer"]))) return;
      const given = Object.fromEntries(answers);
      const outcome = outcomeOf(data.next, { ...told, ...given }).id;
      if (data.moves[outcome] !== "wait") state.notes[textOf(day)] = toNote(given);
      changed();
      part("next").reset();
      part("next").querySelector("details").open = false;
      hideUnasked();
      showAfter(outcome);
      part("after").focus({ preventScroll: true });
      part("after").scrollIntoView({ block: "center" });
    };

    /** The focus goes to the week that was changed, wherever it now is. */
    const changeWeek = (number, weeks, said) => {
      state.weeks = Object.fromEntries(Object.entries(weeks).filter(([, edit]) => edit));
      changed();
      say(said);
      const week = root.querySelector(`[data-week="${number}"]`);
      if (!week) return;
      if (!week.closest("[data-now]")) showAll(true);
      sheet.headingIn(week).focus();
    };

    const weekOf = (pressed) => Number(pressed.closest("[data-week]").dataset.week);

    const printOnly = (what) => {
      const page = document.documentElement;
      page.classList.add("prints-planner", what);
      addEventListener("afterprint", () => page.classList.remove("prints-planner", what), { once: true });
      print();
    };

    const offer = () => {
      const found = kept.saved();
      toggle("offer", found && !state);
      toggle("unfit", kept.unfit() && !state);
      if (found) part("saved-on").textContent = Days.inWords(found.date);
    };

    /** What another tab, or a file, did to what is saved. */
    const hear = (what) => {
      const now = kept.heard(what, state);
      if (!now) return offer();
      const chooses = !part("choose").hidden;
      if (!now.weeks) begins();
      goOn(now);
      if (state && chooses) showChoices();
      tell(now.said);
    };

    /** As a reader first meets it. */
    const begins = () => {
      form.forget();
      state = laid = null;
      part("next").reset();
      hideUnasked();
      for (const name of ["offer", "older", "unfit", "taken", "left"]) toggle(name, false);
      show();
      form.begin();
    };

    const acts = {
      field: ({ hash }) => document.getElementById(hash.slice(1)).focus(),
      change() {
        form.fill(state);
        showChoices();
        form.keep();
        form.first().focus();
      },
      back() {
        form.forget();
        show();
        part("title").focus();
      },
      repeat(pressed) {
        const number = weekOf(pressed);
        const edit = editOf(state.weeks, number);
        const weeks = moved(state.weeks, number + 1, edit.repeat ? -1 : 1);
        weeks[number] = toEdit({ ...edit, repeat: !edit.repeat });
        changeWeek(number, weeks, edit.repeat ? "The week is done once." : "This week comes again the week after.");
      },
      later(pressed) {
        const number = weekOf(pressed);
        const weeks = { ...moved(state.weeks, number, 1), [number]: "free" };
        changeWeek(number + 1, weeks, "That week is free now. All that follows is a week later.");
      },
      earlier(pressed) {
        const number = weekOf(pressed);
        const { [number - 1]: _, ...others } = state.weeks;
        changeWeek(number - 1, moved(others, number, -1), "All that follows is a week earlier.");
      },
      days(pressed) {
        const number = weekOf(pressed);
        const week = pressed.closest("[data-week]");
        const days = daysIn(week.querySelector("fieldset"));
        const problem = wrongDays(days, laid.plan);
        part("error", week).textContent = problem;
        part("error", week).hidden = !problem;
        if (problem) return week.querySelector("input").focus();
        const same = days.join() === state.days.join();
        const edit = { ...editOf(state.weeks, number), days: same ? null : days };
        changeWeek(number, { ...state.weeks, [number]: toEdit(edit) }, "This week has its own days.");
      },
      undo({ dataset }) {
        for (const day of Object.keys(state.notes)) if (day >= dataset.day) delete state.notes[day];
        changed();
        say("The note is taken back.");
        part("next").querySelector(".planner-next__heading").focus();
      },
      all: () => showAll(!("all" in part("weeks").dataset)),
      print: () => printOnly("prints-all-weeks"),
      "print-two": () => printOnly("prints-two-weeks"),
      calendar() {
        const text = PlannerCalendar.toCalendar(state.key, laid);
        if (text) download(text, "text/calendar", PlannerCalendar.nameOf(laid));
        tell(text ? "calendar" : "nothing-to-come");
      },
      save() {
        tell(goOn(kept.save(state)).said);
      },
      use() {
        const weeks = kept.use();
        if (!weeks) return offer(); // another tab may have cleared it
        form.forget();
        toggle("older", weeks.version !== data.version);
        toggle("offer", false);
        goOn({ weeks, said: "", goes: false });
        part("title").focus();
      },
      clear() {
        kept.clear();
        begins();
        tell("cleared");
        form.first().focus();
      },
      download() {
        const text = Saved.pack();
        if (text) download(text, "application/json", "running-bones-joints-saved.json");
        else tell("nothing");
      },
    };

    /** Takes the starting point that a link brings, and leaves it out of the address: lists of visited pages hold those. */
    const follow = () => {
      const pairs = Answers.fromLink(whole, location.hash);
      if (!pairs) return false;
      const { answers, left } = Answers.known(data.ladder, pairs);
      toggle("taken", answers.route);
      toggle("left", left);
      try {
        history.replaceState(history.state, "", location.pathname + location.search);
      } catch {
        // A browser may refuse this for a file.
      }
      if (state && (!answers.route || answers.route === state.answers.route)) return false;
      form.answer(answers);
      form.keep();
      return true;
    };

    /** What a link or this visit brought: choices in the making stand before weeks that are laid out. */
    const begin = () => {
      form.begin();
      state = kept.drafted();
      if (state) laid = layOut(data, state);
      const came = location.hash.startsWith(`#${whole.id}?`);
      const chooses = follow() || form.restore();
      if (state) show();
      if (chooses) showChoices();
      if (came) land();
    };

    /** The tool comes into view, with the focus where the reader goes on. */
    const land = () => {
      root.scrollIntoView();
      (part("choose").hidden ? part("title") : form.first()).focus({ preventScroll: true });
    };

    // A double click is one: the second half would press what the first one brought to that place.
    root.addEventListener("click", (event) => event.detail > 1 && event.target.closest("button") && event.preventDefault());

    root.addEventListener("click", (event) => {
      if (event.defaultPrevented) return;
      const pressed = event.target.closest("[data-do]");
      if (!pressed) return;
      if (pressed.hash) event.preventDefault();
      tell();
      acts[pressed.dataset.do](pressed);
    });

    root.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.target === part("choose")) choose();
      else note();
    });

    part("choose").addEventListener("input", hideBack);
    part("next").addEventListener("input", hideUnasked);
    addEventListener("hashchange", () => {
      if (!location.hash.startsWith(`#${whole.id}?`)) return;
      if (follow()) showChoices();
      land();
    });
    kept.watch(hear);

    part("file").addEventListener("change", async ({ target }) => {
      const [file] = target.files;
      tell(await BringIn.bringIn(root, file));
      target.value = "";
      offer();
    });

    // A link unfolds what it leads into. Print shows what the reader unfolded.
    whole.addEventListener("click", ({ target }) => {
      target.closest("summary")?.parentElement.toggleAttribute("data-asked");
      const closed = document.getElementById(target.closest("a")?.hash.slice(1))?.closest("details");
      if (closed) closed.open = true;
    });

    whole.dataset.live = "";
    for (const rules of whole.querySelectorAll(".planner__rules")) rules.open = false;
    begin();
    say("");
    offer();
  };

  class WalkRunPlanner extends HTMLElement {
    connectedCallback() {
      if (!this.started) start(this);
      this.started = true;
    }
  }

  customElements.define("walk-run-planner", WalkRunPlanner);
});

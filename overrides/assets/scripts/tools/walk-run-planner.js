// @ts-check
// <walk-run-planner>: from choices to weeks; notes how sessions went, changes weeks, keeps, prints and exports them.
// Every word and form is in the page already (macros/render/doing/templates/walk_run_planner.html): it fills and shows.
// It waits for the bundle, whose script comes after those of the tools.
addEventListener("DOMContentLoaded", () => {
  "use strict";

  const { layOut, textOf } = PlannerWeeks;
  const KEY_BYTES = 12;
  const NOTICES = ["older", "unfit", "taken", "left"];

  const newKey = () =>
    [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))].map((one) => one.toString(16)).join("");

  class Planner {
    /** @param {HTMLElement} root */
    constructor(root) {
      this.root = root;
      this.whole = root.closest(".decision");
      this.data = JSON.parse(root.querySelector("script").textContent);
      this.view = PlannerView.view(root, this.data);
      this.part = this.view.part;
      this.form = PlannerChoices.choices(this.part("choose"), this.data, this.view.say);
      this.after = PlannerAfter.after(this.part("next"), this.data);
      this.kept = PlannerKept.keeper(this.data);
      /** @type {PlannerState | null} What was chosen, noted and changed */
      this.state = null;
      /** @type {PlannerLaid | null} */
      this.laid = null;
    }

    start() {
      this.listen();
      this.whole.dataset.live = "";
      for (const rules of this.whole.querySelectorAll(".planner__rules")) rules.open = false;
      this.begin();
      this.view.say("");
      this.offer();
    }

    listen() {
      const { root, whole, part } = this;
      // A double click is one: the second half would press what the first one brought to that place.
      root.addEventListener("click", (event) => event.detail > 1 && event.target.closest("button") && event.preventDefault());
      root.addEventListener("click", (event) => {
        const pressed = event.defaultPrevented ? null : event.target.closest("[data-do]");
        if (!pressed) return;
        if (pressed.hash) event.preventDefault();
        this.view.tell();
        this.acts[pressed.dataset.do](pressed);
      });
      root.addEventListener("submit", (event) => {
        event.preventDefault();
        if (event.target === part("choose")) this.choose();
        else this.note();
      });
      part("choose").addEventListener("input", () => this.hideBack());
      part("next").addEventListener("input", () => this.hideUnasked());
      part("file").addEventListener("change", ({ target }) => this.bringIn(target));
      addEventListener("hashchange", () => {
        if (!this.isLinkedTo()) return;
        if (this.follow()) this.showChoices();
        this.land();
      });
      this.kept.watch((what) => this.hear(what));
      // A link unfolds what it leads into. Print shows what the reader unfolded.
      whole.addEventListener("click", ({ target }) => {
        target.closest("summary")?.parentElement.toggleAttribute("data-asked");
        const closed = document.getElementById(target.closest("a")?.hash.slice(1))?.closest("details");
        if (closed) closed.open = true;
      });
    }

    // Beginning

    /** What a link or this visit brought: choices in the making stand before weeks that are laid out. */
    begin() {
      this.form.begin();
      this.state = this.kept.drafted();
      if (this.state) this.laid = layOut(this.data, this.state);
      const came = this.isLinkedTo();
      const chooses = this.follow() || this.form.restore();
      if (this.state) this.show();
      if (chooses) this.showChoices();
      if (came) this.land();
    }

    /** As a reader first meets it. */
    beginAfresh() {
      this.form.forget();
      this.state = this.laid = null;
      this.part("next").reset();
      this.hideUnasked();
      for (const name of ["offer", ...NOTICES]) this.view.toggle(name, false);
      this.show();
      this.form.begin();
    }

    isLinkedTo() {
      return location.hash.startsWith(`#${this.whole.id}?`);
    }

    /** Takes the starting point that a link brings, and leaves it out of the address: lists of visited pages hold those. */
    follow() {
      const pairs = Answers.fromLink(this.whole, location.hash);
      if (!pairs) return false;
      const { answers, left } = Answers.known(this.data.ladder, pairs);
      const [{ id: first }] = this.data.ladder.questions;
      this.view.toggle("taken", answers[first]);
      this.view.toggle("left", left);
      try {
        history.replaceState(history.state, "", location.pathname + location.search);
      } catch {
        // A browser may refuse this for a file.
      }
      if (this.state && (!answers[first] || answers[first] === this.state.answers[first])) return false;
      this.form.answer(answers);
      this.form.keep();
      return true;
    }

    /** The tool comes into view, with the focus where the reader goes on. */
    land() {
      this.root.scrollIntoView();
      (this.part("choose").hidden ? this.part("title") : this.form.first()).focus({ preventScroll: true });
    }

    // Showing

    /** After any change: keeps it, lays out anew with what other tabs noted, and shows it. */
    changed() {
      const { said } = this.goOn(this.kept.changed(this.state));
      if (said && said !== "kept") this.view.tell(said);
    }

    /** Goes on with weeks as they are kept now. @param {PlannerKeptNow} now */
    goOn(now) {
      this.state = now.weeks;
      this.laid = this.state && layOut(this.data, this.state);
      this.view.toggle("goes", now.goes);
      this.show();
      return now;
    }

    show() {
      this.view.toggle("choose", !this.state);
      this.view.toggle("plan", this.state);
      this.hideBack();
      if (this.state) this.view.showWeeks(this.state, this.laid);
    }

    /** The choices, over weeks that are laid out already or not. */
    showChoices() {
      this.view.toggle("choose", true);
      this.view.toggle("plan", false);
      this.hideBack();
    }

    /** From choices that lead to the same weeks a press goes back to them. */
    hideBack() {
      this.view.toggle("back", this.state && this.form.weigh() === this.state.plan);
    }

    hideUnasked() {
      this.after.hideUnasked(this.laid?.next?.told);
    }

    offer() {
      const found = this.kept.saved();
      this.view.toggle("offer", found && !this.state);
      this.view.toggle("unfit", this.kept.unfit() && !this.state);
      if (found) this.part("saved-on").textContent = Days.inWords(found.date);
    }

    /** What another tab, or a file, did to what is saved. */
    hear(what) {
      const now = this.kept.heard(what, this.state);
      if (!now) return this.offer();
      const chooses = !this.part("choose").hidden;
      if (!now.weeks) this.beginAfresh();
      this.goOn(now);
      if (this.state && chooses) this.showChoices();
      this.view.tell(now.said);
    }

    // What the reader does

    choose() {
      const chosen = this.form.take();
      if (!chosen) return;
      const same = this.state?.plan === chosen.plan;
      const { key, notes } = same ? this.state : { key: newKey(), notes: {} };
      this.state = { version: this.data.version, date: Days.today(), key, ...chosen, notes, weeks: {} };
      this.form.forget();
      for (const name of NOTICES) this.view.toggle(name, false);
      this.changed();
      this.part("title").focus({ preventScroll: true });
      this.part("plan").scrollIntoView();
    }

    note() {
      const { day, told } = this.laid.next;
      const given = this.after.take(told);
      if (!given) return;
      const outcome = PlannerRules.outcomeOf(this.data.next, { ...told, ...given }).id;
      if (this.data.moves[outcome] !== "wait") this.state.notes[textOf(day)] = PlannerRules.toNote(given);
      this.changed();
      this.part("next").reset();
      this.part("next").querySelector("details").open = false;
      this.hideUnasked();
      this.view.showAfter(outcome);
      this.part("after").focus({ preventScroll: true });
      this.part("after").scrollIntoView({ block: "center" });
    }

    async bringIn(input) {
      this.view.tell(await BringIn.bringIn(this.root, input.files[0]));
      input.value = "";
      this.offer();
    }

    // What presses do, by their data-do
    acts = {
      field: ({ hash }) => document.getElementById(hash.slice(1)).focus(),
      change: () => {
        this.form.fill(this.state);
        this.showChoices();
        this.form.keep();
        this.form.first().focus();
      },
      back: () => {
        this.form.forget();
        this.show();
        this.part("title").focus();
      },
      ...PlannerEdits.acts(this),
      undo: ({ dataset }) => {
        const { notes } = this.state;
        for (const day of Object.keys(notes)) if (day >= dataset.day) delete notes[day];
        this.changed();
        this.view.say("The note is taken back.");
        this.part("next").querySelector(".planner-next__heading").focus();
      },
      all: () => this.view.showAll(!this.view.showsAll()),
      print: () => this.view.printOnly("prints-all-weeks"),
      "print-two": () => this.view.printOnly("prints-two-weeks"),
      calendar: () => {
        const text = PlannerCalendar.toCalendar(this.state.key, this.laid);
        if (text) handOver(text, "text/calendar", PlannerCalendar.nameOf(this.laid));
        this.view.tell(text ? "calendar" : "nothing-to-come");
      },
      save: () => this.view.tell(this.goOn(this.kept.save(this.state)).said),
      use: () => {
        const weeks = this.kept.use();
        if (!weeks) return this.offer(); // another tab may have cleared it
        this.form.forget();
        this.view.toggle("older", weeks.version !== this.data.version);
        this.view.toggle("offer", false);
        this.goOn({ weeks, said: "", goes: false });
        this.part("title").focus();
      },
      clear: () => {
        this.kept.clear();
        this.beginAfresh();
        this.view.tell("cleared");
        this.form.first().focus();
      },
      download: () => {
        const text = Saved.pack();
        if (text) handOver(text, "application/json", "running-bones-joints-saved.json");
        else this.view.tell("nothing");
      },
    };
  }

  class WalkRunPlanner extends HTMLElement {
    connectedCallback() {
      if (this.started) return;
      this.started = true;
      new Planner(this).start();
    }
  }

  customElements.define("walk-run-planner", WalkRunPlanner);
});

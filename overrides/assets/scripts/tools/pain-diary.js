// @ts-check
// <pain-diary>: takes entries, lists, draws, hands out and takes in, prints. It stores and shows; it judges nothing.
// Every word stands in the page (macros/render/doing/templates/pain_diary.html) or, on files, in pain-diary.file.js.
addEventListener("DOMContentLoaded", () => {
  "use strict";

  const FIELDS = ["date", "site", "during", "after", "morning", "run", "unit", "note"];
  const PAINS = ["during", "after", "morning"];
  const MOST_PROBLEMS = 6;
  const LONE_HALF = /\p{Surrogate}/gu; // half a sign, left where a field's limit cut an emoji in two

  // What is being written, for this visit (drafts.js): a new entry waits while another one is changed.
  const NEW = "diary.pain.new";
  const CHANGE = "diary.pain.change";

  const short = (date) =>
    new Date(`${date}T12:00`).toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric" });

  class PainDiary extends OwnNotes {
    begin() {
      this.entries = [];
      this.editing = null;
      this.gone = null;
      this.form = this.part("form");
      Object.assign(this.acts, {
        edit: (pressed) => this.editAt(this.entryOf(pressed), pressed.dataset.field),
        leave: () => this.leave(),
        delete: (pressed) => this.delete(this.entryOf(pressed)),
        undo: () => this.undo(),
        csv: () => handOver(DiaryFile.toCsv(this.entries), "text/csv", "pain-diary.csv"),
        json: () => handOver(DiaryFile.toJson(this.entries), "application/json", "pain-diary.json"),
        "print-blank": () => this.print("prints-blank"),
      });
      this.form.addEventListener("input", () => Drafts.keep(this.editing ? CHANGE : NEW, this.form));
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.submit();
      });
      this.part("file").addEventListener("change", (event) => this.bringIn(event.target));
      this.part("days").addEventListener("change", () => this.draw());
      new ResizeObserver(() => this.draw()).observe(this.part("chart"));
      this.fresh();
      this.show();
    }

    value() {
      return this.entries;
    }

    /** What another tab added and took away; the entry that is being written stays as it is. */
    refresh(entries) {
      const known = new Map(this.entries.map((entry) => [Shapes.textOf(entry), entry]));
      this.entries = entries.map((entry) => {
        const mine = known.get(Shapes.textOf(entry)) ?? entry;
        known.delete(Shapes.textOf(entry));
        return mine;
      });
      if (this.editing && !this.entries.includes(this.editing)) {
        this.editing = null; // another tab changed or deleted it: what stands in the form becomes an entry of its own
        this.field("changes").value = "";
        this.tell("new", "form");
      }
      this.show();
    }

    take(entries) {
      this.entries = entries ?? [];
      if (!entries) for (const name of [NEW, CHANGE]) Drafts.remove(name);
      this.fresh();
      this.tell("", "doing");
      this.show();
    }

    ready() {
      const draft = Drafts.read(CHANGE);
      if (!draft) return;
      const [, changes] = draft.find(([name]) => name === "changes") ?? [];
      const entry = this.entries.find((each) => JSON.stringify(each) === changes);
      if (entry) this.edit(entry);
      Drafts.fill(CHANGE, this.form);
    }

    // The form

    field(name) {
      return this.form.elements.namedItem(name);
    }

    fresh() {
      this.editing = null;
      this.form.reset();
      this.field("changes").value = "";
      this.field("date").value = Days.today();
      Drafts.fill(NEW, this.form);
      this.complain({});
      this.tell("new", "form");
    }

    leave() {
      const was = this.editing;
      Drafts.remove(CHANGE);
      this.fresh();
      if (was) this.buttonOf(was, "edit")?.focus();
    }

    edit(entry) {
      this.fresh();
      this.editing = entry;
      for (const name of FIELDS) this.field(name).value = entry[name] ?? "";
      this.field("changes").value = JSON.stringify(entry);
      this.part("changing").textContent = Days.inWords(entry.date);
      this.tell("change", "form");
    }

    editAt(entry, field = "date") {
      this.edit(entry);
      this.form.scrollIntoView({ block: "nearest" });
      this.field(field).focus();
    }

    submit() {
      const { entry, problems } = this.written();
      this.complain(problems);
      if (Object.keys(problems).length) return this.part("errors").focus();
      const place = this.editing ? this.entries.indexOf(this.editing) : this.entries.length;
      const done = this.editing ? "changed" : "added";
      this.entries.splice(place, 1, entry);
      Drafts.remove(this.editing ? CHANGE : NEW);
      this.fresh();
      this.show();
      this.changed();
      this.say(done, Days.inWords(entry.date));
      if (done === "changed") this.buttonOf(entry, "edit")?.focus();
      else this.field("site").focus();
    }

    /** The entry in the form, and by field what is wrong with it. */
    written() {
      const problems = {};
      const text = (name) => this.field(name).value.replace(LONE_HALF, "").trim();
      const entry = { date: text("date"), site: text("site"), note: text("note"), unit: text("unit") };
      if (!Days.isDay(entry.date) || entry.date > Days.today()) problems.date = "date";
      for (const name of PAINS) {
        entry[name] = DiaryFile.pain(text(name));
        if (entry[name] === undefined) problems[name] = "pain";
      }
      entry.run = DiaryFile.run(text("run"));
      if (entry.run === undefined) problems.run = "run";
      else if (Array.isArray(entry.run)) problems.run = "two-ways";
      const isEmpty = [...PAINS, "run"].every((name) => text(name) === "") && !entry.note;
      if (isEmpty && !problems.date) problems.during = "empty";
      else if (!this.editing && this.entries.length >= Saved.MOST_DIARY_ENTRIES) problems.date = "full";
      else if (!Object.keys(problems).length && !Saved.fits(this.name, [entry])) problems.note = "signs";
      return { entry, problems };
    }

    /** Says at each field, and in a list above, what is wrong. The sentences stand in the page. */
    complain(problems) {
      const lines = Object.entries(problems).map(([name, problem]) => {
        const link = document.createElement("a");
        link.href = `#${this.field(name).id}`;
        link.dataset.do = "field";
        link.textContent = this.sentence(problem, name);
        const line = document.createElement("li");
        line.append(link);
        return line;
      });
      this.part("errors").hidden = !lines.length;
      this.part("error-list").replaceChildren(...lines);
      for (const error of this.form.querySelectorAll("[data-error]")) {
        const name = error.dataset.error;
        error.hidden = !(name in problems);
        error.textContent = name in problems ? this.sentence(problems[name], name) : "";
        this.field(name).ariaInvalid = name in problems ? "true" : null;
      }
    }

    sentence(problem, name) {
      const label = this.querySelector(`label[for="${this.field(name).id}"]`).textContent;
      const ways = problem === "two-ways" ? DiaryFile.run(this.field(name).value).join(" or ") : "";
      return this.part(`problem-${problem}`).content.textContent.replace("…", label).replace("{ways}", ways);
    }

    // The list

    show() {
      const sorted = this.newestFirst();
      this.part("rows").replaceChildren(...sorted.map((entry) => this.row(entry)));
      this.part("count").textContent = String(sorted.length);
      this.toggle("some", sorted.length);
      this.toggle("none", !sorted.length);
      this.draw();
    }

    toggle(name, shown) {
      for (const part of this.querySelectorAll(`[data-part="${name}"]`)) part.hidden = !shown;
    }

    newestFirst() {
      return [...this.entries].reverse().sort((one, other) => other.date.localeCompare(one.date));
    }

    row(entry) {
      const row = this.part("row").content.firstElementChild.cloneNode(true);
      const fill = (name, text) => {
        const cell = row.querySelector(`[data-cell=${name}]`);
        if (text !== "") cell.textContent = text;
        else cell.closest("td").classList.add("diary__empty");
      };
      fill("date", short(entry.date));
      fill("site", entry.site);
      for (const name of PAINS) fill(name, entry[name] === null ? "" : String(entry[name]));
      fill("run", entry.run === null ? "" : `${entry.run} ${entry.unit}`);
      fill("note", entry.note);
      row.querySelector("[data-field=morning]").hidden = entry.morning !== null;
      for (const name of row.querySelectorAll("[data-day]")) name.textContent = ` ${Days.inWords(entry.date)}`;
      row.dataset.entry = String(this.entries.indexOf(entry));
      return row;
    }

    entryOf(pressed) {
      return this.entries[Number(pressed.closest("[data-entry]").dataset.entry)];
    }

    buttonOf(entry, what) {
      return this.querySelector(`[data-entry="${this.entries.indexOf(entry)}"] [data-do=${what}]`);
    }

    delete(entry) {
      this.gone = { entry, place: this.entries.indexOf(entry) };
      this.entries.splice(this.gone.place, 1);
      if (this.editing === entry) this.leave();
      this.show();
      this.changed();
      this.say("deleted", Days.inWords(entry.date));
      this.querySelector("[data-do=undo]").focus();
    }

    undo() {
      const { entry, place } = this.gone;
      this.entries.splice(place, 0, entry);
      this.show();
      this.changed();
      this.say("back", Days.inWords(entry.date));
      this.buttonOf(entry, "edit").focus();
    }

    say(what, day = "") {
      this.tell(what, "doing");
      for (const place of this.querySelectorAll('[data-group="doing"] [data-when]')) place.textContent = day;
    }

    draw() {
      const chart = this.part("chart");
      const width = Math.floor(chart.clientWidth);
      if (!this.entries.length || !width) return;
      const titles = PAINS.map((name) => this.field(name).dataset.title);
      chart.replaceChildren(DiaryChart.draw(this.newestFirst(), width, Number(this.part("days").value), titles));
    }

    // Files

    async bringIn(input) {
      const [file] = input.files;
      if (!file) return;
      const isTooLarge = file.size > Saved.MOST_BYTES;
      const { entries, problems } = isTooLarge
        ? { entries: [], problems: [this.part("problem-large").content.textContent] }
        : DiaryFile.read(DiaryFile.decoded(new Uint8Array(await file.arrayBuffer())));
      input.value = "";
      const known = new Set(this.entries.map(Shapes.textOf));
      const fresh = entries.filter((entry) => !known.has(Shapes.textOf(entry)));
      const room = Saved.MOST_DIARY_ENTRIES - this.entries.length;
      this.entries.push(...fresh.slice(0, room));
      if (fresh.length > room) problems.push(this.sentence("full", "date"));
      const left = problems.slice(0, MOST_PROBLEMS).map((problem) => {
        const line = document.createElement("li");
        line.textContent = problem;
        return line;
      });
      this.part("taken").textContent = String(Math.min(fresh.length, room));
      this.part("twice").textContent = String(entries.length - fresh.length);
      this.toggle("was-twice", entries.length > fresh.length);
      this.part("left").replaceChildren(...left);
      this.toggle("was-left", problems.length);
      this.part("left-count").textContent = String(problems.length);
      this.show();
      if (fresh.length) this.changed();
      this.say("taken");
    }
  }

  customElements.define("pain-diary", PainDiary);
});

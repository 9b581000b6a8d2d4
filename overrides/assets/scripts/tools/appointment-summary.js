// @ts-check
// <appointment-summary>: puts a reader's own words and what was saved in this guide on one sheet of A4. It repeats what
// the reader answered, and draws no conclusion from it. Names of saved things stand in the page as data.
addEventListener("DOMContentLoaded", () => {
  "use strict";

  const SIZES = ["", "summary__sheet--smaller", "summary__sheet--smallest"];
  const DIARY_LINES = 10;
  const KINDS = ["decision", "options", "diary", "checklist"]; // in this order on the sheet

  const made = (tag, className, ...inside) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };

  const short = (date) => new Date(`${date}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  const dayOnly = (date) => new Date(`${date}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "short" });

  class AppointmentSummary extends OwnNotes {
    begin() {
      this.names = JSON.parse(this.querySelector("script").textContent);
      this.form = this.part("form");
      this.without = null; // until a reader chooses, lists of tasks stay out
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => {
        this.without = this.unticked();
        this.fill();
        this.changed();
      });
      // A tool in another tab, or one that stands on this page, may have saved something since.
      addEventListener("storage", () => this.look());
      addEventListener("focus", () => this.look());
      this.look();
    }

    value() {
      return { words: this.words(), without: this.unticked() };
    }

    take(value) {
      this.form.reset();
      this.without = value?.without ?? null;
      for (const [id, text] of Object.entries(value?.words ?? {})) {
        const field = this.form.elements.namedItem(id);
        if (field) field.value = text;
      }
      this.look();
    }

    words() {
      const written = [...this.querySelectorAll("textarea")].map((field) => [
        field.name,
        field.value.replaceAll("\r", "").replaceAll("\t", " ").trim(),
      ]);
      return Object.fromEntries(written.filter(([, text]) => text));
    }

    unticked() {
      return [...this.part("parts").querySelectorAll("input")].filter((box) => !box.checked).map((box) => box.value);
    }

    /** Lists what is saved, each with a box to leave it out. */
    look() {
      const found = Saved.all().flatMap(([name, value]) => {
        const [kind, id] = name.split(".");
        const known = this.names[kind]?.[id];
        return known && this.tells(kind, known, value) ? [{ name, kind, known, value }] : [];
      });
      found.sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || one.known.title.localeCompare(other.known.title));
      const lines = found.map(({ name, kind, known }) => {
        const line = this.part("part").content.firstElementChild.cloneNode(true);
        const [box, label] = [line.querySelector("input"), line.querySelector("label")];
        Object.assign(box, { id: `summary-part-${name.replace(".", "-")}`, value: name });
        box.checked = this.without ? !this.without.includes(name) : !known.tasks;
        label.htmlFor = box.id;
        label.textContent = `${{ decision: "Answers: ", checklist: "Ticks: ", options: "Choices: ", diary: "" }[kind]}${known.title}`;
        return line;
      });
      const hadFocus = document.activeElement?.id;
      this.found = found;
      this.part("parts").replaceChildren(...lines);
      this.part("some").hidden = !lines.length;
      this.part("nothing").hidden = lines.length > 0;
      if (hadFocus?.startsWith("summary-part-")) document.getElementById(hadFocus)?.focus();
      this.fill();
    }

    // The sheet

    fill() {
      const out = this.unticked();
      const own = Object.entries(this.words()).map(([id, text]) => {
        const label = this.querySelector(`label[for="summary-${id}"]`).textContent;
        return made("div", "summary__own", made("p", "summary__label", label), made("p", "summary__words", text));
      });
      const saved = this.found
        .filter(({ name }) => !out.includes(name))
        .map(({ kind, known, value }) =>
          made("div", "summary__saved", made("p", "summary__label", known.title), ...this.tells(kind, known, value)),
        );
      this.part("today").textContent = Days.inWords(Days.today());
      this.part("own").replaceChildren(...own);
      this.part("saved").replaceChildren(...saved);
      this.fit();
    }

    /** A saved thing in words; null where it says nothing. */
    tells(kind, known, value) {
      const told = { decision: answers, checklist: ticks, options: choices, diary: days }[kind]?.(known, value);
      return told?.length ? told : null;
    }

    /** Sets the sheet as large as one page allows, and says when it is more than one. */
    fit() {
      const sheet = this.part("sheet");
      const trial = sheet.cloneNode(true);
      trial.removeAttribute("data-part");
      const page = made("div", "summary__trial", trial);
      this.append(page);
      page.setAttribute("aria-hidden", "true");
      const fits = SIZES.find((size) => {
        trial.classList.remove(...SIZES.filter(Boolean));
        if (size) trial.classList.add(size);
        return trial.offsetHeight <= page.offsetHeight;
      });
      page.remove();
      sheet.classList.remove(...SIZES.filter(Boolean));
      const size = fits ?? SIZES[SIZES.length - 1];
      if (size) sheet.classList.add(size);
      this.tell(fits === undefined ? "more" : "one", "fit");
    }

    beforePrint() {
      this.look();
    }
  }

  /** Questions by their answer: "Yes: falls. No: hot joint, fever." The most telling first: "No" stands last. */
  const answers = (known, { answers, date }) => {
    const by = new Map();
    for (const [id, answer] of Object.entries(answers)) {
      const question = known.questions[id];
      const said = question?.options ? question.options[answer] : question && `${Number(answer) / question.scale} ${question.unit}`;
      if (said) by.set(said, [...(by.get(said) ?? []), question.short]);
    }
    const groups = [...by].sort(([one], [other]) => Number(one === "No") - Number(other === "No"));
    const lines = groups.map(([said, asked]) => made("p", "", made("strong", "", `${said}: `), `${asked.join(", ")}.`));
    return lines.length ? [made("p", "summary__when", `My answers of ${short(date)}.`), ...lines] : [];
  };

  const ticks = (known, value) => {
    const items = value.flatMap((id) => (known.items[id] ? [made("li", "", known.items[id])] : []));
    return items.length ? [made("p", "summary__when", "What I ticked."), made("ul", "", ...items)] : [];
  };

  const choices = (known, { matters, leans, notes }) => {
    const lot = Object.entries(matters).flatMap(([id, level]) => (level === known.most && known.matters[id] ? [known.matters[id]] : []));
    const line = (label, text) => (text ? [made("p", "", made("strong", "", `${label}: `), text)] : []);
    return [...line("Matters a lot to me", lot.join(", ")), ...line("I lean to", known.leans[leans]), ...line("My notes", notes)];
  };

  const days = (known, entries) => {
    if (!entries.length) return [];
    const newest = [...entries].sort((one, other) => other.date.localeCompare(one.date)).slice(0, DIARY_LINES);
    const head = made("tr", "", ...["Day", "Where", ...known.columns, "Run", "Note"].map((name) => Object.assign(made("th", "", name), { scope: "col" })));
    const rows = newest.map(({ date, site, during, after, morning, run, unit, note }) =>
      made("tr", "", ...[dayOnly(date), site, during, after, morning, run === null ? "" : `${run} ${unit}`, note].map((text) => made("td", "", String(text ?? "")))),
    );
    const says = `Pain from 0 to 10, up to ${short(newest[0].date)}.${newest.length < entries.length ? ` The last ${newest.length} of ${entries.length} entries.` : ""}`;
    return [made("p", "summary__when", says), made("table", "summary__days", made("thead", "", head), made("tbody", "", ...rows))];
  };

  customElements.define("appointment-summary", AppointmentSummary);
});

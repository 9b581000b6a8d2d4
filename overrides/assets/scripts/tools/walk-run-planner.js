// <walk-run-planner>: from choices to weeks; notes how sessions went, changes weeks, keeps, prints and exports them.
// Every word and form is in the page already (macros/render/doing/templates/walk_run_planner.html): it fills and shows.
import * as Days from "../days.js";
import * as Visit from "../decisions/visit.js";
import { act, around, dataIn, find, followTo, isLinkedTo, landOn, pressed } from "../dom.js";
import { handOver } from "../hand-over.js";
import { After } from "./walk-run-planner/walk-run-planner.after.js";
import { nameOf, toCalendar } from "./walk-run-planner/walk-run-planner.calendar.js";
import { changesOf } from "./walk-run-planner/walk-run-planner.changes.js";
import { Choices } from "./walk-run-planner/walk-run-planner.choices.js";
import { keeper } from "./walk-run-planner/walk-run-planner.kept.js";
import { brought } from "./walk-run-planner/walk-run-planner.link.js";
import { outcomeOf, toNote, toOpenNote } from "./walk-run-planner/walk-run-planner.rules.js";
import { View } from "./walk-run-planner/walk-run-planner.view.js";
import { layOut, textOf } from "./walk-run-planner/walk-run-planner.weeks.js";

const KEY_BYTES = 12;
const NOTICES = ["older", "unfit", "unread", "taken", "left"];

const newKey = () => [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))].map((one) => one.toString(16)).join("");

class Planner {
  /** @type {PlannerState | null} What was chosen, noted and changed */
  state = null;
  /** @type {PlannerLaid | null} */
  laid = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.whole = around(root, ".decision");
    /** @type {PlannerData} */
    this.data = dataIn(root);
    this.view = new View(root, this.data);
    this.form = new Choices(this.view.form("choose"), this.data, (text) => this.view.say(text));
    this.after = new After(this.view.part("next"), this.data);
    this.kept = keeper(this.data);
  }

  start() {
    this.listen();
    this.whole.dataset.live = "";
    this.begin();
    this.view.say("");
    this.offer();
  }

  listen() {
    const { root, view } = this;
    root.addEventListener("click", (event) => {
      // A double click is one: the second half would press what the first one brought to that place.
      if (event.detail > 1 && pressed(event, "button")) return event.preventDefault();
      if (pressed(event, "[data-do]")) view.tell();
      act(event, this.acts);
    });
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.target === view.form("choose")) this.choose();
      else if (event.target instanceof HTMLFormElement && this.after.take(event)) this.goOnAsking();
    });
    view.form("choose").addEventListener("input", () => this.hideBack());
    addEventListener("hashchange", () => {
      if (!isLinkedTo(this.whole)) return;
      if (this.follow()) this.showChoices();
      this.land();
    });
    this.kept.watch((what) => this.hear(what));
  }

  // Beginning

  /** What a link or this visit brought: choices in the making stand before weeks that are laid out. */
  begin() {
    landOn(this.whole, () => this.land()); // before what the link brought goes from the address
    this.form.begin();
    const drafted = this.kept.drafted();
    this.state = drafted ?? this.kept.use();
    this.view.toggle("older", !drafted && this.state && this.state.version !== this.data.version);
    if (this.state) this.laid = layOut(this.data, this.state);
    const brought = this.follow();
    const chooses = brought || this.form.restore();
    if (!this.state || chooses) this.form.carryOn(brought ?? {});
    if (this.state) this.show();
    if (chooses) this.showChoices();
  }

  beginAfresh() {
    this.form.forget();
    this.state = this.laid = null;
    for (const name of ["offer", ...NOTICES]) this.view.toggle(name, false);
    this.show();
    this.form.begin();
  }

  /** Takes the starting point that a link brings; the answers where they change the choices. */
  follow() {
    const found = brought(this.whole, this.data.ladder);
    if (!found) return null;
    const { answers, left } = found;
    const [{ id: first }] = this.data.ladder.questions;
    this.view.toggle("taken", answers[first]);
    this.view.toggle("left", left);
    if (this.state && (!answers[first] || answers[first] === this.state.answers[first])) return null;
    this.form.answer(answers);
    this.form.keep();
    return answers;
  }

  /** The tool comes into view, with the focus where the reader goes on. */
  land() {
    this.root.scrollIntoView();
    (this.view.part("choose").hidden ? this.view.part("title") : this.form.first()).focus({ preventScroll: true });
  }

  // Showing

  /** What is laid out; whoever asks has it before them. */
  now() {
    if (!this.state || !this.laid) throw new Error("there are no weeks yet");
    return { state: this.state, laid: this.laid, plan: this.laid.plan };
  }

  /** After any change: keeps it, lays out anew with what other tabs noted, and shows it. */
  changed() {
    const { said } = this.goOn(this.kept.changed(this.now().state));
    if (said && said !== "kept") this.view.tell(said);
  }

  /** Goes on with weeks as they are kept now. @param {import("./walk-run-planner/walk-run-planner.kept.js").Now} now */
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
    if (this.state && this.laid) this.view.showWeeks(this.state, this.laid);
    this.after.ask(this.laid?.next ?? null);
  }

  /** The choices, over weeks that are laid out already or not. */
  showChoices() {
    this.view.toggle("choose", true);
    this.view.toggle("plan", false);
    this.hideBack();
  }

  /** A press goes back from choices that lead to the same weeks. */
  hideBack() {
    this.view.toggle("back", this.state && this.form.weigh() === this.state.plan);
  }

  offer() {
    const found = this.kept.saved();
    this.view.toggle("offer", found && !this.state);
    this.view.toggle("unfit", this.kept.unfit() && !this.state);
    this.view.toggle("unread", this.kept.unread() && !this.state);
    if (found) this.view.part("saved-on").textContent = Days.inWords(found.date);
  }

  /** What another tab, or a file, did to what is saved. @param {import("../saved.js").Happened} what */
  hear(what) {
    const now = this.kept.heard(what, this.state);
    if (!now) return this.offer();
    const chooses = !this.view.part("choose").hidden;
    if (!now.weeks) this.beginAfresh();
    this.goOn(now);
    if (this.state && chooses) this.showChoices();
    this.view.tell(now.said);
  }

  // What the reader does

  choose() {
    const chosen = this.form.take();
    if (!chosen) return;
    const { key, notes } = this.state?.plan === chosen.plan ? this.state : { key: newKey(), notes: {} };
    this.state = { version: this.data.version, date: Days.today(), key, ...chosen, notes, weeks: {} };
    this.laid = layOut(this.data, this.state);
    this.form.forget();
    for (const name of NOTICES) this.view.toggle(name, false);
    this.changed();
    this.view.part("title").focus({ preventScroll: true });
    this.view.part("plan").scrollIntoView();
  }

  /** Notes how the next session went; its signs are asked before anything else. @param {string} id @param {string} answer */
  note(id, answer) {
    const { state, laid } = this.now();
    if (!laid.next || laid.next.open) return;
    state.notes[textOf(laid.next.day)] = toOpenNote({ [id]: answer });
    this.changed();
    this.goOnAsking();
  }

  /** Asks for signs until it is clear what comes next, and then goes on with the weeks. */
  goOnAsking() {
    const { state, laid } = this.now();
    const said = laid.next?.open && this.after.said(laid.next.told);
    if (!laid.next || !said) return this.after.focus();
    const { answers, ticked } = said;
    const day = textOf(laid.next.day);
    const outcome = outcomeOf(this.data.next, { ...laid.next.told, ...answers })?.id ?? "";
    if (this.data.moves[outcome] === "wait") delete state.notes[day];
    else state.notes[day] = toNote(answers);
    if (ticked.length) state.ticked = { ...state.ticked, [day]: ticked };
    this.changed();
    this.view.showAfter(outcome, ticked);
    this.view.part("after").focus({ preventScroll: true });
    this.view.part("after").scrollIntoView({ block: "center" });
  }

  /** Takes back what was noted from a day on. @param {string} from */
  undo(from) {
    const { notes, ticked = {} } = this.now().state;
    for (const some of [notes, ticked]) for (const day of Object.keys(some)) if (day >= from) delete some[day];
    this.changed();
    this.view.say("The note is taken back.");
    find(this.view.part("next"), ".planner-next__heading").focus();
  }

  useSaved() {
    const weeks = this.kept.use();
    if (!weeks) return this.offer(); // another tab may have cleared it
    this.form.forget();
    this.view.toggle("older", weeks.version !== this.data.version);
    this.view.toggle("offer", false);
    this.goOn({ weeks, said: "", goes: false });
    this.view.part("title").focus();
  }

  /** @type {Record<string, (pressed: HTMLElement) => void>} */
  acts = {
    field: followTo,
    change: (pressed) => {
      const { question = "" } = pressed.dataset;
      if (this.view.form("choose").contains(pressed)) return this.form.change(question);
      this.after.change(question);
      this.after.focus();
    },
    done: () => this.after.askHow(),
    felt: (pressed) => this.note(pressed.dataset.question ?? "", pressed.getAttribute("value") ?? ""),
    choices: () => {
      this.form.fill(this.now().state);
      this.showChoices();
      this.form.keep();
      this.form.first().focus();
    },
    back: () => {
      this.form.forget();
      this.show();
      this.view.part("title").focus();
    },
    ...changesOf(
      () => this.now(),
      (weeks, number, said) => {
        this.now().state.weeks = Object.fromEntries(Object.entries(weeks).filter(([, edit]) => edit));
        this.changed();
        this.view.say(said);
        this.view.focusWeek(number);
      },
    ),
    undo: ({ dataset }) => this.undo(dataset.day ?? ""),
    all: () => this.view.showAll(!this.view.showsAll()),
    print: () => this.view.printOnly("prints-all-weeks"),
    "print-two": () => this.view.printOnly("prints-two-weeks"),
    calendar: () => {
      const { state, laid } = this.now();
      const text = toCalendar(state.key, laid);
      if (text) handOver(text, "text/calendar", nameOf(laid));
      this.view.tell(text ? "calendar" : "nothing-to-come");
    },
    save: () => this.view.tell(this.goOn(this.kept.save(this.now().state)).said),
    use: () => this.useSaved(),
    clear: () => {
      this.kept.clear();
      Visit.write([this.data.ladder, this.data.next].reduce(Visit.without, Visit.read()));
      this.beginAfresh();
      this.view.tell("cleared");
      this.form.first().focus();
    },
  };
}

class WalkRunPlanner extends HTMLElement {
  started = false;

  connectedCallback() {
    if (!this.started) new Planner(this).start();
    this.started = true;
  }
}

customElements.define("walk-run-planner", WalkRunPlanner);

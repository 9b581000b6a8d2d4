// Draws what walk-run-planner.weeks.js laid out: fortnights, weeks, days and sessions, from the templates of the page.
import { all, classed, copyOf, find, made, part } from "../../dom.js";
import { asks, fromNote } from "./walk-run-planner.rules.js";
import { sayDay, textOf } from "./walk-run-planner.weeks.js";

const SVG = "http://www.w3.org/2000/svg";
// As macros/render/doing/plan.py draws the bars of the ladders.
const [BAR, WALK, EDGE] = [1.1, 0.4, 0.1];
export const WEEKS_ON_A_SHEET = 2;

/** @param {string} tag @param {Record<string, string>} attributes @param {Node[]} inside */
const drawn = (tag, attributes, ...inside) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...inside);
  return element;
};

/** '1½ minutes', as macros/render/doing/plan.py says it. @param {number} value */
export const minutes = (value) => {
  const whole = Math.floor(value);
  return `${whole || !value ? whole : ""}${value % 1 ? "½" : ""} ${value && value <= 1 ? "minute" : "minutes"}`;
};

/**
 * A block for each stretch, as long as its minutes. The words beside it say the same, so it is not announced.
 * @param {PlannerSession} session @param {number} longest
 */
const bar = ({ segments }, longest) => {
  let at = 0;
  const blocks = segments.map(([kind, length]) => {
    const high = kind === "run" ? BAR : WALK;
    const block = drawn("rect", {
      class: `plan__${kind}`,
      x: `${(100 * at) / longest}%`,
      y: `${BAR - high + EDGE}em`,
      width: `${(100 * length) / longest}%`,
      height: `${high}em`,
    });
    at += length;
    return block;
  });
  const size = { width: "100%", height: `${BAR + 2 * EDGE}em` };
  return drawn("svg", { class: "plan__bar", "aria-hidden": "true", focusable: "false", ...size }, ...blocks);
};

/** Words as they stand inside a sentence. @param {string} words */
const inside = (words) => (/^I\b/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1));

/** @param {PlannerPlan} plan @param {PlannerSession} session */
export const rungOf = (plan, { rung }) => `${plan.counts === "weeks" ? "Week" : "Level"} ${rung}`;

/** @param {PlannerSession} session */
const sumOf = ({ running, unbroken, minutes: all }) => {
  if (!running) return `${minutes(all)} of walking`;
  const parted = unbroken === running ? "without a walk" : `at most ${minutes(unbroken)} at a time`;
  return `${minutes(running)} of running, ${parted}. ${minutes(all)} in all`;
};

/** What a day without a session of the ladder holds. @param {PlannerPlan} plan @param {PlannerOtherSlot} slot */
export const wordsOf = (plan, { kind }) =>
  ({
    rest: plan.walks
      ? "Rest, because of what you noted last. Walk only if you are well and it is free of pain."
      : "Rest from running, because of what you noted last. Walk if you are well and it is free of pain.",
    spared: "No strength work for the legs today: yesterday was red, and they need the rest. This is our own rule.",
    walk: "A walk, as brisk and as long as you like. No run: the day before was one.",
    strength: plan.walks
      ? "Strength and balance, 20 to 30 minutes, in the way that somebody has shown you."
      : "Strength, 20 to 30 minutes.",
  })[kind];

export class Sheet {
  /** @param {HTMLElement} root @param {PlannerData} data */
  constructor(root, data) {
    this.root = root;
    this.data = data;
  }

  /** What stands in a template. @param {string} name */
  copy(name) {
    return find(copyOf(part(this.root, name, HTMLTemplateElement)), "*");
  }

  /** @param {Element} within */
  headingIn(within) {
    return find(within, "h3, h4, h5, h6");
  }

  // A session

  /** A session in words, as a bar and as a sum, with what is pointed out. @param {PlannerPlan} plan @param {PlannerSessionSlot} slot */
  session(plan, slot) {
    const { session: one } = slot;
    return [
      made("p", made("strong", `${plan.counts === "weeks" ? "Plan week" : "Level"} ${one.rung}. `), one.words),
      bar(one, Math.max(...plan.sessions.map((each) => each.minutes))),
      classed("planner-day__sum", made("p", sumOf(one))),
      ...this.pointedOut(slot).map((words) => classed("planner-day__jump", made("p", words))),
    ];
  }

  /** What is pointed out beside a session: the break before it, and where it is a big jump. @param {PlannerSessionSlot} slot */
  pointedOut({ session: one, pause, jump, longest, further, unbroken }) {
    const { reasons, jumps } = this.data;
    return [
      pause ? reasons[pause] : "",
      jump ? `${jumps[jump]}: ${minutes(one.running)}, after at most ${minutes(longest)}.` : "",
      further
        ? `A long step: ${minutes(one.unbroken)} without a walk, after at most ${minutes(unbroken)}. ` +
          "Our tip: first run it in two halves, with a short walk between."
        : "",
    ].filter(Boolean);
  }

  /** A day without a session of the ladder; where it is for strength, with the list of moves. @param {PlannerPlan} plan @param {PlannerOtherSlot} slot */
  other(plan, slot) {
    const words = made("p", wordsOf(plan, slot));
    if (slot.kind === "strength") words.append(" ", copyOf(part(this.root, plan.walks ? "strength-walks" : "strength-runs", HTMLTemplateElement)));
    return words;
  }

  // What was noted

  /** In the words of its signs and answers: 'green', 'a joint is swollen'. A bare "No" says nothing by itself. @param {PlannerSessionSlot} slot */
  noteWords({ note = "", ticked }) {
    const answers = fromNote(this.data, note) ?? {};
    const said = asks(this.data).flatMap(({ id, short, screens, options = [] }) => {
      const given = options.find((option) => option.id === answers[id]);
      const meant = options.find(({ at }) => at === given?.at)?.id; // "Not sure" stands for another
      if (!given || meant === "no") return [];
      const signs = screens.flatMap((screen) => screen.signs).filter((sign) => ticked.includes(sign.id));
      if (signs.length) return signs.map(({ ask }) => inside(ask));
      const yes = id === "sign" ? "a warning sign" : inside(short);
      return [meant === "yes" ? yes : inside(given.label.replace(/^No, but /, ""))];
    });
    return said.join(", ");
  }

  /** @param {string} outcome */
  nextWords(outcome) {
    return inside(find(document, `#${this.data.next.id}-outcome-${outcome} [data-slot=heading]`).textContent ?? "");
  }

  /** What was noted of a session, and the button that takes it back. @param {PlannerSessionSlot} slot */
  noted(slot) {
    if (!slot.note || !slot.outcome) return [];
    const one = this.copy("noted");
    const then = slot.open ? "The signs are still to be asked" : `Then: ${this.nextWords(slot.outcome.id)}`;
    find(one, "span").textContent = `Noted: ${this.noteWords(slot)}. ${then}.`;
    find(one, "button").dataset.day = textOf(slot.day);
    find(one, "button span").textContent = ` the note of ${sayDay(slot.day)}`;
    return [one];
  }

  // Days and weeks

  /** @param {PlannerLaid} laid @param {PlannerSlot} slot */
  day({ plan, next }, slot) {
    const item = this.copy("day");
    item.classList.add(`planner-day--${slot.kind === "spared" ? "strength" : slot.kind}`);
    item.toggleAttribute("data-next", slot === next);
    const when = sayDay(slot.day, { weekday: "short", day: "numeric", month: "short" });
    find(item, ".planner-day__when").textContent = when;
    const what = find(item, ".planner-day__what");
    if (slot.kind === "session") {
      find(item, ".planner-day__marks span").textContent = slot.session.running ? "Run" : "Walk";
      what.append(...this.session(plan, slot), ...this.noted(slot));
    } else what.append(this.other(plan, slot));
    return item;
  }

  /** @param {PlannerLaid} laid @param {PlannerWeek} week */
  week(laid, { number, monday, slots, edit, chosen }) {
    const one = this.copy("week");
    const name = spanOf(monday, monday + 6);
    const press = (/** @type {string} */ act) => find(one, `[data-do=${act}]`);
    one.dataset.week = String(number);
    const count = classed("planner-week__count", made("span", `your week ${number + 1}`));
    this.headingIn(one).replaceChildren(name, " ", count);
    find(one, "ol").replaceChildren(...slots.map((slot) => this.day(laid, slot)));
    find(one, ".planner-week__free").hidden = slots.length > 0;
    // What was noted stays where it is, so nothing before it can move.
    const noted = laid.weeks.slice(number).some((later) => later.slots.some(({ note }) => note));
    find(one, "details").hidden = noted || Boolean(laid.stopped);
    part(one, "which").textContent = `: ${name}`;
    press("repeat").textContent = edit.repeat ? "Do it once only" : "Do it again the week after";
    press("repeat").hidden = find(one, "fieldset").hidden = edit.free;
    press("earlier").hidden = !laid.weeks[number - 1]?.edit.free;
    for (const box of all(one, "input", HTMLInputElement)) {
      box.id = `planner-week-${number}-day-${box.value}`;
      box.checked = chosen.includes(Number(box.value));
      if (box.nextElementSibling instanceof HTMLLabelElement) box.nextElementSibling.htmlFor = box.id;
    }
    return one;
  }

  /** @param {PlannerLaid} laid @param {PlannerWeek[]} weeks */
  fortnight(laid, weeks) {
    const one = this.copy("fortnight");
    const mondays = weeks.map(({ monday }) => monday);
    part(one, "sheet-title").textContent = `My weeks: ${laid.plan.title}`;
    part(one, "sheet-weeks").textContent = spanOf(Math.min(...mondays), Math.max(...mondays) + 6, { year: "numeric" });
    part(one, "two-weeks").append(...weeks.map((each) => this.week(laid, each)));
    return one;
  }

  /**
   * All weeks, two on each sheet. The sheet of the next session, or else the last one, is the one to look at.
   * @param {PlannerLaid} laid
   */
  draw(laid) {
    /** @type {HTMLElement[]} */
    const sheets = [];
    let now = 0;
    for (let first = 0; first < laid.weeks.length; first += WEEKS_ON_A_SHEET) {
      const weeks = laid.weeks.slice(first, first + WEEKS_ON_A_SHEET);
      if (weeks.some(({ slots }) => slots.some((slot) => slot === laid.next))) now = sheets.length;
      sheets.push(this.fortnight(laid, weeks));
    }
    sheets[laid.next ? now : sheets.length - 1]?.toggleAttribute("data-now", true);
    return sheets;
  }
}

/**
 * '23 to 29 November'; both months where they differ.
 * @param {number} first @param {number} last @param {Intl.DateTimeFormatOptions} [more]
 */
const spanOf = (first, last, more = {}) => {
  /** @param {number} day @param {Intl.DateTimeFormatOptions} how */
  const say = (day, how) => sayDay(day, { day: "numeric", ...how });
  const months = [first, last].map((day) => sayDay(day, { month: "long" }));
  return `${say(first, months[0] === months[1] ? {} : { month: "long" })} to ${say(last, { month: "long", ...more })}`;
};

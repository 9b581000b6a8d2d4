// @ts-check
// Draws what walk-run-planner.weeks.js laid out: fortnights, weeks, days and sessions, from the templates of the page.
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  // As macros/render/doing/plan.py draws the bars of the ladders.
  const [BAR, WALK, EDGE] = [1.1, 0.4, 0.1];
  const WEEKS_ON_A_SHEET = 2;

  const made = (tag, ...inside) => {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  };

  const classed = (name, element) => Object.assign(element, { className: name });

  const drawn = (tag, attributes, ...inside) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.append(...inside);
    return element;
  };

  /** '1½ minutes', as macros/render/doing/plan.py says it. */
  const minutes = (value) => {
    const whole = Math.floor(value);
    return `${whole || !value ? whole : ""}${value % 1 ? "½" : ""} ${value && value <= 1 ? "minute" : "minutes"}`;
  };

  /** A block for each stretch, as long as its minutes. The words beside it say the same, so it is not announced. */
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

  /** Words as they stand inside a sentence. */
  const inside = (words) => (/^I\b/.test(words) ? words : words[0].toLowerCase() + words.slice(1));

  const rungOf = (plan, { rung }) => `${plan.counts === "weeks" ? "Week" : "Level"} ${rung}`;

  const sumOf = ({ running, unbroken, minutes: all }) => {
    if (!running) return `${minutes(all)} of walking`;
    return `${minutes(running)} of running, ${unbroken === running ? "without a walk" : `at most ${minutes(unbroken)} at a time`}`;
  };

  /** What a day without a session of the ladder holds. */
  const wordsOf = (plan, { kind }) =>
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

  const sheet = (root, data) => {
    const { sayDay, textOf } = PlannerWeeks;
    const part = (name, within) => within.querySelector(`[data-part="${name}"]`);
    const copy = (name) => part(name, root).content.firstElementChild.cloneNode(true);
    const headingIn = (within) => within.querySelector("h3, h4, h5, h6");
    /** What was noted, in the words of its answers: 'green', 'a joint is swollen'. A bare "No" says nothing by itself. */
    const noteWords = (note) => {
      const answers = PlannerRules.fromNote(data, note);
      const said = PlannerRules.asks(data).flatMap(({ id, short, options }) => {
        const given = options.find((option) => option.id === answers[id]);
        const meant = options.find(({ at }) => at === given?.at)?.id; // "Not sure" stands for another
        if (!given || meant === "no") return [];
        const yes = id === "sign" ? "a warning sign" : inside(short);
        return [meant === "yes" ? yes : inside(given.label.replace(/^No, but /, ""))];
      });
      return said.join(", ");
    };

    const nextWords = (outcome) => {
      return inside(document.querySelector(`#${data.next.id}-outcome-${outcome} [data-slot=heading]`).textContent);
    };

    /** What is pointed out beside a session: the break before it, and where it is a big jump. */
    const pointedOut = ({ session: one, pause, jump, longest, further, unbroken }) =>
      [
        pause && data.reasons[pause],
        jump && `${data.jumps[jump]}: ${minutes(one.running)}, after at most ${minutes(longest)}.`,
        further &&
          `A long step: ${minutes(one.unbroken)} without a walk, after at most ${minutes(unbroken)}. ` +
            "Our tip: first run it in two halves, with a short walk between.",
      ].filter(Boolean);

    /** A session in words, as a bar and as a sum, with what is pointed out. */
    const session = (plan, slot) => {
      const { session: one } = slot;
      return [
        made("p", made("strong", `${plan.counts === "weeks" ? "Plan week" : "Level"} ${one.rung}. `), one.words),
        bar(one, Math.max(...plan.sessions.map((each) => each.minutes))),
        classed("planner-day__sum", made("p", sumOf(one))),
        ...pointedOut(slot).map((words) => classed("planner-day__jump", made("p", words))),
      ];
    };

    /** '23 to 29 November'; both months where they differ. */
    const spanOf = (first, last, more = {}) => {
      const say = (day, how) => sayDay(day, { day: "numeric", ...how });
      const months = [first, last].map((day) => sayDay(day, { month: "long" }));
      return `${say(first, months[0] === months[1] ? {} : { month: "long" })} to ${say(last, { month: "long", ...more })}`;
    };

    const day = ({ plan, next }, slot) => {
      const item = copy("day");
      const what = item.querySelector(".planner-day__what");
      item.classList.add(`planner-day--${slot.kind === "spared" ? "strength" : slot.kind}`);
      item.toggleAttribute("data-next", slot === next);
      item.querySelector(".planner-day__when").textContent = sayDay(slot.day, { weekday: "short", day: "numeric", month: "short" });
      if (slot.session) item.querySelector(".planner-day__marks span").textContent = slot.session.running ? "Run" : "Walk";
      what.append(...(slot.session ? session(plan, slot) : [made("p", wordsOf(plan, slot))]));
      if (slot.note) {
        const noted = copy("noted");
        noted.querySelector("span").textContent = `Noted: ${noteWords(slot.note)}. Then: ${nextWords(slot.outcome.id)}.`;
        noted.querySelector("button").dataset.day = textOf(slot.day);
        noted.querySelector("button span").textContent = ` the note of ${sayDay(slot.day)}`;
        what.append(noted);
      }
      return item;
    };

    const week = (laid, { number, monday, slots, edit, chosen }) => {
      const one = copy("week");
      const name = spanOf(monday, monday + 6);
      const press = (act) => one.querySelector(`[data-do=${act}]`);
      one.dataset.week = String(number);
      headingIn(one).replaceChildren(name, " ", classed("planner-week__count", made("span", `your week ${number + 1}`)));
      one.querySelector("ol").replaceChildren(...slots.map((slot) => day(laid, slot)));
      one.querySelector(".planner-week__free").hidden = slots.length > 0;
      // What was noted stays where it is, so nothing before it can move.
      const noted = laid.weeks.slice(number).some((later) => later.slots.some(({ note }) => note));
      one.querySelector("details").hidden = noted || Boolean(laid.stopped);
      part("which", one).textContent = `: ${name}`;
      press("repeat").textContent = edit.repeat ? "Do it once only" : "Do it again the week after";
      press("repeat").hidden = one.querySelector("fieldset").hidden = edit.free;
      press("earlier").hidden = !(number && laid.weeks[number - 1].edit.free);
      for (const box of one.querySelectorAll("input")) {
        box.id = box.nextElementSibling.htmlFor = `planner-week-${number}-day-${box.value}`;
        box.checked = chosen.includes(Number(box.value));
      }
      return one;
    };

    const fortnight = (laid, weeks) => {
      const one = copy("fortnight");
      part("sheet-title", one).textContent = `My weeks: ${laid.plan.title}`;
      part("sheet-weeks", one).textContent = spanOf(weeks[0].monday, weeks[weeks.length - 1].monday + 6, { year: "numeric" });
      part("two-weeks", one).append(...weeks.map((each) => week(laid, each)));
      return one;
    };

    /** All weeks, two on each sheet. The sheet of the next session, or else the last one, is the one to look at. */
    const draw = (laid) => {
      const sheets = [];
      let now = 0;
      for (let first = 0; first < laid.weeks.length; first += WEEKS_ON_A_SHEET) {
        const weeks = laid.weeks.slice(first, first + WEEKS_ON_A_SHEET);
        if (weeks.some(({ slots }) => slots.includes(laid.next))) now = sheets.length;
        sheets.push(fortnight(laid, weeks));
      }
      sheets[laid.next ? now : sheets.length - 1].toggleAttribute("data-now", true);
      return sheets;
    };

    return { draw, headingIn, session };
  };

  Object.assign(globalThis, { PlannerSheet: { WEEKS_ON_A_SHEET, made, minutes, rungOf, sheet, wordsOf } });
})();

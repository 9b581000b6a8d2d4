// @ts-check
// Lays out a ladder in weeks: pure sums over the data of macros/export/planner.py, for walk-run-planner.js.
// What a session leads to is the table plan-next-session's to say, and what a big jump is, the table long-run-check's.
(() => {
  "use strict";

  const DAY_MS = 86_400_000;
  const DAYS_IN_WEEK = 7;
  const MOST_WEEKS = 80;
  const RECENT_DAYS = 30; // the window of the study behind the long-run check
  const LASTING_DAYS = 14; // of the pain table: two weeks of easing off
  // Our restart rule (claim restart-after-break), in days since the last run: from which on it says what to do.
  const BREAKS = [
    ["first", 28],
    ["back", 14],
  ];

  /** Days are whole numbers since 1970, so that no hour, zone or summer time can shift one. */
  const dayOf = (text) => {
    const exact = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
    return Number.isNaN(exact) ? null : exact / DAY_MS;
  };
  const textOf = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
  const weekday = (day) => (day + 3) % DAYS_IN_WEEK; // Monday is 0; 1 January 1970 was a Thursday
  const today = () => dayOf(Days.today());
  const sayDay = (day, how = { weekday: "long", day: "numeric", month: "long" }) =>
    new Date(day * DAY_MS).toLocaleDateString("en-GB", { ...how, timeZone: "UTC" });

  /** What the reader changed in a week: "free", or "repeat", "days-135", "repeat-days-135". */
  const editOf = (weeks, number) => {
    const text = weeks[number] ?? "";
    const days = /\d+/.exec(text)?.[0].split("").map(Number);
    return { free: text === "free", repeat: text.startsWith("repeat"), days };
  };

  const toEdit = ({ free, repeat, days }) =>
    free ? "free" : [repeat && "repeat", days && `days-${days.join("")}`].filter(Boolean).join("-");

  /** Edits with all from a week on moved by some weeks. */
  const moved = (weeks, from, by) =>
    Object.fromEntries(
      Object.entries(weeks).map(([number, edit]) => [Number(number) < from ? number : Number(number) + by, edit]),
    );

  /** Two days for strength: not those of the plan, and as far apart as they can be. */
  const strengthDays = (days) => {
    const free = [0, 1, 2, 3, 4, 5, 6].filter((day) => !days.includes(day));
    const from = free.length < 2 ? [0, 1, 2, 3, 4, 5, 6] : free;
    const apart = ([one, other]) => Math.min(other - one, DAYS_IN_WEEK - other + one);
    const pairs = from.flatMap((one) => from.filter((other) => other > one).map((other) => [one, other]));
    return pairs.reduce((best, pair) => (apart(pair) > apart(best) ? pair : best));
  };

  /** Below the first step: a walk as long as the first session. */
  const walkInstead = ({ sessions: [first] }) => ({
    ...first,
    words: `Walk ${first.minutes} minutes.`,
    segments: [["walk", first.minutes]],
    running: 0,
    unbroken: 0,
    back: [null, null],
  });

  const outcomeOf = (tool, answers) => {
    const run = Decisions.decide(tool, tool.tables[0], answers);
    return run.decided ? { id: run.outcome[0], rules: run.rules } : null;
  };

  /** What plan-next-session asks the reader. The rest it is told by the sessions before. */
  const asks = ({ next, told }) => next.questions.filter(({ id }) => !told.includes(id));

  /**
   * The questions that can still matter, in their order, with the answers to them: the first ones on, until it is clear.
   * An answer to a question that cannot matter is left alone.
   */
  const weighed = (tool, told, answers) => {
    const given = { ...told };
    const shown = [];
    for (const { id } of tool.questions) {
      const { decided, matter } = Decisions.decide(tool, tool.tables[0], given);
      if (decided) break;
      if (id in told || !matter.includes(id)) continue;
      shown.push(id);
      if (answers[id] !== undefined) given[id] = answers[id];
    }
    return { shown, given };
  };

  // A note is made of answers, such as sign-no--felt-green. Notes of older plans are one answer without its question.
  const BETWEEN = "--";
  const OLDER = new Map([["sign", "sign-yes"]]);

  const toNote = (answers) => Object.entries(answers).map(([id, answer]) => `${id}-${answer}`).join(BETWEEN);

  /** The answers that a note is made of; null where one is none of today's. */
  const fromNote = (data, note) => {
    const answers = {};
    for (const part of (OLDER.get(note) ?? note).split(BETWEEN)) {
      const fits = ({ id, options }) => options.find((option) => [`${id}-${option.id}`, option.id].includes(part));
      const question = asks(data).find(fits);
      if (!question) return null;
      answers[question.id] = fits(question).id;
    }
    // What stands before an answer was "no", or was not asked yet when the note was made.
    const last = asks(data).findLastIndex(({ id }) => answers[id]);
    const isNo = ({ id, options }) => !answers[id] && options.some((option) => option.id === "no");
    for (const question of asks(data).slice(0, last).filter(isNo)) answers[question.id] = "no";
    return answers;
  };

  /** What a break before a day asks for: "first" step of the ladder, one step "back", or nothing. */
  const breakBefore = (day, lastRun) =>
    lastRun === null ? null : (BREAKS.find(([, days]) => day - lastRun >= days)?.[0] ?? null);

  /** Whether the longest run without a walk grows by so much that it is pointed out. */
  const isFurther = ({ leastUnbroken }, { unbroken }, before) => before > 0 && unbroken - before >= leastUnbroken;

  /** How a session's running compares with the most of the last 30 days, by the table of the long-run check. */
  const jumpOf = ({ jump, least }, session, longest) => {
    // Stored distances are tenths of a kilometre; minutes are given as tenths too, so that the same table reads them.
    const found = longest && outcomeOf(jump, { longest: longest * 10, planned: session.running * 10 });
    return found && found.id !== "within-ten" && session.running - longest >= least ? found.id : null;
  };

  /**
   * The weeks of a plan. A slot is a day: a session, a walk beside it, a rest, or strength.
   * Sessions that were noted lead on as the table says; those to come are laid out as if each went well.
   */
  const layOut = (data, { plan: id, start: first, days, from, to, strength, notes, weeks: edits }) => {
    const plan = data.plans[id];
    const start = dayOf(first);
    const monday = start - weekday(start);
    const runs = []; // day and minutes of every session that was or will be done
    const weeks = [];
    let at = from;
    let before = "fine";
    let since = null; // the day since when sessions are sore
    let rests = false; // whether the next day of the plan is left free
    let lastRun = null;
    let lastRed = null;
    let eased = null; // what the break since then has led to
    let stopped = null;

    /** After a break the ladder goes on lower, once for each break. A walking plan goes on where it was. */
    const easeInto = (day) => {
      const asked = plan.walks || !at ? null : breakBefore(day, lastRun);
      if (!asked || asked === eased || eased === "first") return;
      at = asked === "first" ? 0 : (plan.sessions[at].back[0] ?? 0);
      eased = asked;
    };

    const sessionOn = (day) => {
      easeInto(day);
      const session = at === null ? walkInstead(plan) : plan.sessions[at];
      const recent = runs.filter((run) => day - run.day <= RECENT_DAYS);
      const longest = Math.max(0, ...recent.map((run) => run.session.running));
      const unbroken = Math.max(0, ...recent.map((run) => run.session.unbroken));
      const jump = jumpOf(data, session, longest);
      const further = isFurther(data, session, unbroken);
      const note = notes[textOf(day)];
      const told = { before, lasting: since !== null && day - since >= LASTING_DAYS ? "yes" : "no" };
      const slot = { kind: "session", day, at, session, note, told, pause: eased, longest, jump, unbroken, further };
      const answers = note && fromNote(data, note);
      const felt = answers?.felt;
      // What was missed was no run, nor was an illness, nor what nobody said of how it felt.
      if ((!note || (felt && !["missed", "ill"].includes(felt))) && session.running) {
        runs.push({ day, session });
        lastRun = day;
        eased = null;
      }
      if (!note) {
        at = at === null ? 0 : at + 1;
        return slot;
      }
      const sore = felt === "amber" || felt === "red";
      if (sore) since ??= day;
      if (felt === "red") lastRed = day;
      const outcome = outcomeOf(data.next, { ...told, ...answers });
      // After a session that tells nothing, those before count on as they did.
      if (felt && !["missed", "painkiller", "ill"].includes(felt)) {
        before = sore ? felt : "fine";
        if (!sore) since = null;
      }
      const move = data.moves[outcome.id];
      const steps = Number(/^back-(\d)/.exec(move)?.[1] ?? 0);
      if (move === "next") at = at === null ? 0 : at + 1;
      else if (move === "stop") stopped = outcome.id;
      else if (steps) at = at === null ? null : session.back[steps - 1];
      rests = move.endsWith("-after-rest");
      return { ...slot, outcome };
    };

    for (let number = 0; number < MOST_WEEKS && !stopped && (at === null || at <= to); number += 1) {
      const edit = editOf(edits, number);
      const chosen = edit.days ?? days;
      const begun = at;
      const slots = [];
      const extra = strength ? strengthDays(chosen) : [];
      for (let each = 0; each < DAYS_IN_WEEK && !edit.free; each += 1) {
        const day = monday + number * DAYS_IN_WEEK + each;
        if (day < start) continue;
        if (chosen.includes(each) && !stopped && (at === null || at <= to)) {
          if (rests) {
            rests = false;
            slots.push({ kind: "rest", day });
          } else if (!plan.walks && lastRun !== null && day - lastRun < 2) slots.push({ kind: "walk", day });
          else slots.push(sessionOn(day));
        }
        // The legs rest the day after a red session.
        if (extra.includes(each) && !stopped) slots.push({ kind: lastRed === day - 1 ? "spared" : "strength", day });
      }
      weeks.push({ number, monday: monday + number * DAYS_IN_WEEK, slots, edit, chosen });
      // From its first session on, which after a break is lower than where the week was to begin.
      if (edit.repeat) at = slots.find(({ kind }) => kind === "session")?.at ?? begun;
    }
    const sessions = weeks.flatMap(({ slots }) => slots.filter(({ kind }) => kind === "session"));
    return { plan, weeks, sessions, stopped, next: stopped ? null : sessions.find(({ note }) => !note) ?? null };
  };

  Object.assign(globalThis, {
    PlannerWeeks: {
      asks,
      dayOf,
      editOf,
      fromNote,
      layOut,
      moved,
      outcomeOf,
      sayDay,
      textOf,
      toEdit,
      toNote,
      today,
      weekday,
      weighed,
    },
  });
})();

// @ts-check
// The planner's questions: shows those that can still matter, says which ladder or none, and takes the choices.
(() => {
  "use strict";

  const FARTHEST_DAYS = 2 * 365;

  /** What is wrong with a choice of days; nothing where all is well. */
  const wrongDays = (days, { days: { fewest, most, few, many } }) => {
    if (new Set(days).size < fewest) return few;
    return days.length > most ? many : "";
  };

  const daysIn = (field) => [...field.querySelectorAll(":checked")].map(({ value }) => Number(value));

  /** The first of each row of sessions that are alike. */
  const firstsOf = ({ sessions }) =>
    sessions.flatMap(({ words }, at) => (words === sessions[at - 1]?.words ? [] : [at]));

  /** The longest session that is no longer than so many minutes; else the first one. */
  const beginsAt = (plan, minutes) => firstsOf(plan).filter((at) => plan.sessions[at].minutes <= minutes).pop() ?? 0;

  /** The last of the sessions in a row that are alike. */
  const lastLike = ({ sessions }, at) => {
    let last = at;
    while (sessions[last + 1]?.words === sessions[at].words) last += 1;
    return last;
  };

  /** Errors stand at their fields and in a list above, which takes the focus. */
  const complain = (form, problems) => {
    for (const field of form.querySelectorAll("[data-question]")) {
      const problem = problems.find(([id]) => id === field.dataset.question)?.[1] ?? "";
      const error = field.querySelector("[data-part=error]");
      if (!error) continue;
      error.textContent = problem;
      error.hidden = !problem;
      for (const input of field.querySelectorAll("input, select")) input.ariaInvalid = problem ? "true" : null;
    }
    const summary = form.querySelector(".tool__errors");
    const links = problems.map(([id, problem]) => {
      const field = form.querySelector(`[data-question="${id}"]`).querySelector("input, select");
      const link = Object.assign(PlannerSheet.made("a", problem), { href: `#${field.id}` });
      link.dataset.do = "field";
      return PlannerSheet.made("li", link);
    });
    summary.querySelector("ul").replaceChildren(...links);
    summary.hidden = !links.length;
    if (links.length) summary.focus();
    return problems.length;
  };

  /** Shows a result of a table as it is described in the page, with headings that fit the place. */
  const describe = (place, table, outcome) => {
    place.replaceChildren();
    if (!outcome) return;
    const one = document.getElementById(`${table}-outcome-${outcome}`).cloneNode(true);
    one.removeAttribute("id");
    const headings = [...one.querySelectorAll("h2, h3, h4, h5, h6")];
    const up = Number(headings[0].tagName[1]) - Number(place.dataset.level);
    for (const old of headings) {
      const heading = PlannerSheet.made(`h${Number(old.tagName[1]) - up}`, ...old.childNodes);
      heading.className = old.className;
      old.replaceWith(heading);
    }
    place.append(one);
  };

  /** The form of a planner. `say` tells a screen reader what changed. */
  const choices = (form, data, say) => {
    const { dayOf, textOf, today, weekday } = PlannerWeeks;
    const { outcomeOf, weighed } = PlannerRules;
    const questions = data.ladder.questions;
    const part = (name) => form.querySelector(`[data-part="${name}"]`);
    const fieldOf = (id) => form.querySelector(`[data-question="${id}"]`);

    const answerOf = (question) => {
      const field = fieldOf(question.id);
      if (!question.options) return Answers.read(question, field.querySelector("input").value, false);
      return field.querySelector("select")?.value ?? field.querySelector(":checked")?.value;
    };

    /** The answers that are clear by now, in the order of asking; open ones are left out. */
    const answered = () =>
      Object.fromEntries(
        questions
          .map((question) => [question, answerOf(question)])
          .filter(([question, answer]) => Decisions.positionOf(question, answer) !== null)
          .map(([{ id }, answer]) => [id, answer]),
      );

    /** Which ladder, which questions count for it, and the answers to those. */
    const weighing = () => {
      const answers = answered();
      const { shown, given } = weighed(data.ladder, {}, answers);
      const outcome = outcomeOf(data.ladder, given)?.id ?? "";
      const plan = Object.hasOwn(data.plans, outcome) ? data.plans[outcome] : null;
      const begins = plan?.begins && !shown.includes(plan.begins) ? [plan.begins] : [];
      for (const id of begins) if (id in answers) given[id] = answers[id];
      return { outcome, plan, shown: [...shown, ...begins], given };
    };

    /** The ladder's id, or null; on the way, what the form shows. */
    const weigh = () => {
      const { outcome, plan, shown, given } = weighing();
      for (const { id } of questions) fieldOf(id).hidden = !shown.includes(id);
      if (part("ladder").dataset.outcome !== outcome) {
        part("ladder").dataset.outcome = outcome;
        describe(part("ladder"), data.ladder.id, outcome);
        say(outcome && part("ladder").querySelector("[data-slot=heading]").textContent);
        if (plan) offerSteps(plan);
      }
      if (plan) beginWith(plan, given);
      part("finder").hidden = !data.finder.includes(outcome);
      part("days").hidden = !plan;
      return plan ? outcome : null;
    };

    /** The first step is that of the answer that the ladder begins with, until the reader chooses another one. */
    const beginWith = (plan, given) => {
      const minutes = plan.begins ? (given[plan.begins] ?? 0) : 0;
      if (part("from").dataset.minutes === `${minutes}`) return;
      part("from").dataset.minutes = `${minutes}`;
      part("from").value = String(beginsAt(plan, minutes));
    };

    /** The steps of a ladder, to begin and to end with. */
    const offerSteps = (plan) => {
      const firsts = firstsOf(plan);
      const option = (at, value) => {
        const { [at]: session } = plan.sessions;
        const long = plan.walks ? `${PlannerSheet.minutes(session.minutes)} of walking` : `${PlannerSheet.minutes(session.running)} of running`;
        return Object.assign(PlannerSheet.made("option", `${PlannerSheet.rungOf(plan, session)}: ${long}`), { value: String(value) });
      };
      part("from").replaceChildren(...firsts.map((at) => option(at, at)));
      part("to").replaceChildren(...firsts.map((at) => option(at, lastLike(plan, at))));
      part("to").value = String(plan.sessions.length - 1);
      part("from").dataset.minutes = "";
      part("days-words").textContent = plan.days.says;
      for (const words of form.querySelectorAll("[data-for]")) words.hidden = (words.dataset.for === "walks") !== plan.walks;
    };

    const problems = (plan) => {
      const open = questions.flatMap((question) => {
        if (fieldOf(question.id).hidden) return [];
        const answer = answerOf(question);
        if (question.options) return answer ? [] : [[question.id, "Choose an answer"]];
        return typeof answer === "string" ? [[question.id, answer]] : [];
      });
      if (!plan) return open;
      const days = wrongDays(daysIn(fieldOf("days")), plan);
      const first = dayOf(part("start").value);
      const far = first === null || Math.abs(first - today()) > FARTHEST_DAYS;
      const turned = Number(part("to").value) < Number(part("from").value);
      return [
        ...open,
        ...(days ? [["days", days]] : []),
        ...(far ? [["start", "Choose a day within two years"]] : []),
        ...(turned ? [["to", "Choose a step after the first one"]] : []),
      ];
    };

    /** What the reader chose; null where something is missing, which the form then says. */
    const take = () => {
      const plan = weigh();
      if (complain(form, problems(data.plans[plan])) || !plan) return null;
      return {
        plan,
        start: part("start").value,
        days: daysIn(fieldOf("days")),
        from: Number(part("from").value),
        to: Number(part("to").value),
        strength: part("strength").checked,
        answers: weighing().given,
      };
    };

    /** Puts answers into the form. */
    const answer = (answers) => {
      for (const { id } of questions) {
        const given = String(answers[id] ?? "");
        const list = fieldOf(id).querySelector("select");
        if (list) list.value = given || list.options[0].value;
        for (const input of fieldOf(id).querySelectorAll("input")) {
          if (input.type === "radio") input.checked = input.value === given;
          else input.value = given;
        }
      }
      weigh();
    };

    /** Puts all choices into the form. */
    const fill = ({ answers, days, start, from, to, strength }) => {
      answer(answers);
      for (const box of fieldOf("days").querySelectorAll("input")) box.checked = days.includes(Number(box.value));
      for (const [name, value] of Object.entries({ start, from, to })) part(name).value = String(value);
      part("strength").checked = strength;
    };

    /** The form as a reader first meets it: from next Monday on. */
    const begin = () => {
      const day = today();
      form.reset();
      part("start").value = textOf(day + ((7 - weekday(day)) % 7));
      complain(form, []);
      weigh();
    };

    // What is chosen stays for this visit.

    const DRAFT = "planner.choices";

    const keep = () => Drafts.keep(DRAFT, form);

    const forget = () => Drafts.remove(DRAFT);

    /** Whether anything was chosen earlier in this visit. The steps are offered before one of them can be chosen. */
    const restore = () => {
      const restored = Drafts.fill(DRAFT, form);
      weigh();
      return restored && Drafts.fill(DRAFT, form);
    };

    form.addEventListener("input", () => {
      weigh();
      keep();
    });
    return { answer, begin, fill, first: () => fieldOf(questions[0].id).querySelector("select"), forget, keep, restore, take, weigh };
  };

  Object.assign(globalThis, { PlannerChoices: { beginsAt, choices, complain, daysIn, describe, wrongDays } });
})();

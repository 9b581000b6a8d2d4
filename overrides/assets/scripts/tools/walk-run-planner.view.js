// @ts-check
// What the planner shows: its parts, one of its sentences, and the weeks as walk-run-planner.weeks.js laid them out.
(() => {
  "use strict";

  /**
   * Whatever stands in the tool, and goes with what is laid out.
   * @param {HTMLElement} root
   * @param {PlannerData} data
   */
  const view = (root, data) => {
    const { dayOf, sayDay } = PlannerWeeks;
    const sheet = PlannerSheet.sheet(root, data);

    /** @param {string} name */
    const part = (name, within = root) => within.querySelector(`[data-part="${name}"]`);
    /** @param {string} name */
    const toggle = (name, shown) => (part(name).hidden = !shown);
    /** Tells a screen reader what changed. @param {string} text */
    const say = (text) => (part("status").textContent = text);
    /** Shows one of the sentences below the weeks. @param {string} [what] As its data-says says */
    const tell = (what) => {
      for (const sentence of root.querySelectorAll("[data-says]")) sentence.hidden = sentence.dataset.says !== what;
    };

    /** Two weeks or all of them. */
    const showAll = (all) => {
      const { length } = part("weeks").querySelectorAll("[data-week]");
      part("weeks").toggleAttribute("data-all", all);
      toggle("all", length > PlannerSheet.WEEKS_ON_A_SHEET);
      part("all").querySelector("button").textContent = all ? "Show two weeks only" : `Show all ${length} weeks`;
    };
    const showsAll = () => "all" in part("weeks").dataset;

    /** What comes after the session that was noted last. */
    const showAfter = (outcome) => {
      PlannerChoices.describe(part("after"), data.next.id, outcome);
      toggle("after", outcome);
    };

    /** The next session, or that there is none. */
    const showNext = ({ plan, next, stopped }) => {
      toggle("next", next);
      toggle("end", !next && !stopped);
      if (!next) return;
      part("next-day").textContent = sayDay(next.day);
      part("next-session").replaceChildren(...sheet.session(plan, next));
    };

    /**
     * The weeks.
     * @param {PlannerState} state
     * @param {PlannerLaid} laid
     */
    const showWeeks = (state, laid) => {
      const { plan, weeks, sessions, stopped } = laid;
      const noted = sessions.filter(({ note }) => note).length;
      part("title").textContent = `Your weeks: ${plan.title}`;
      part("sum").textContent =
        `${sessions.length} sessions in ${weeks.length} weeks, from ${sayDay(dayOf(state.start))} ` +
        `to ${sayDay(sessions[sessions.length - 1].day)}. ${noted} noted.`;
      toggle("runs-key", !plan.walks);
      toggle("walks-key", plan.walks);
      showNext(laid);
      showAfter(stopped);
      toggle("jump-key", sessions.some(({ jump }) => jump));
      part("weeks").replaceChildren(...sheet.draw(laid));
      showAll(showsAll());
    };

    /** The focus goes to a week that was changed, wherever it now is. @param {number} number */
    const focusWeek = (number) => {
      const week = root.querySelector(`[data-week="${number}"]`);
      if (!week) return;
      if (!week.closest("[data-now]")) showAll(true);
      sheet.headingIn(week).focus();
    };

    /** On paper stand the weeks alone, two or all. @param {string} what A class of the page */
    const printOnly = (what) => {
      const page = document.documentElement;
      page.classList.add("prints-planner", what);
      addEventListener("afterprint", () => page.classList.remove("prints-planner", what), { once: true });
      print();
    };

    return { focusWeek, part, printOnly, say, showAfter, showAll, showWeeks, showsAll, tell, toggle };
  };

  Object.assign(globalThis, { PlannerView: { view } });
})();

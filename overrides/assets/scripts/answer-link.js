// @ts-check
// Answers in the part of an address that browsers never send: page#tool?v=1&question=answer. Out, and in again.
(() => {
  "use strict";

  const LONGEST = 4000;

  /** The versions of a tool's tables, such as "1.2". @param {any} tool */
  const version = (tool) => tool.histories.map((/** @type {any[]} */ history) => history[history.length - 1][0]).join(".");

  /** @param {any} tool @param {Record<string, any>} answers */
  const write = (tool, answers) => `#${tool.id}?${new URLSearchParams([["v", version(tool)], ...Object.entries(answers)])}`;

  /**
   * The answers in a fragment, or null where it is not about this tool. What the tool does not know is left out and counted.
   * @param {any} tool @param {string} fragment
   */
  const read = (tool, fragment) => {
    const start = `#${tool.id}?`;
    if (!fragment.startsWith(start)) return null;
    const given = [...new URLSearchParams(fragment.length > LONGEST ? "" : fragment.slice(start.length))];
    const found = given.find(([name]) => name === "v")?.[1] ?? "";
    const { answers, left } = known(tool, given.filter(([name]) => name !== "v"));
    return { answers, left: left + Number(fragment.length > LONGEST), version: found };
  };

  /**
   * The pairs that are answers to questions of the tool; the first of two for one question.
   * @param {any} tool @param {[string, unknown][]} pairs
   */
  const known = (tool, pairs) => {
    /** @type {Map<string, any>} */ const answers = new Map();
    let left = 0;
    for (const [id, value] of pairs) {
      const question = tool.questions.find((/** @type {any} */ each) => each.id === id);
      const text = String(value);
      const answer =
        question?.kind === "integer" && /^-?\d{1,15}$/.test(text)
          ? Number(text)
          : question?.kind === "boolean" && /^(true|false)$/.test(text)
            ? text === "true"
            : text;
      if (question && !answers.has(id) && Decisions.positionOf(question, answer) !== null) answers.set(id, answer);
      else left += 1;
    }
    return { answers: Object.fromEntries(answers), left };
  };

  /**
   * What changed in the rules since a version, newest last. "unknown" where the version is none of ours.
   * @param {any} tool @param {string} then @returns {[number, string, string][] | "unknown"}
   */
  const since = (tool, then) => {
    if (!/^\d{1,6}(\.\d{1,6}){0,9}$/.test(then)) return "unknown";
    const versions = then.split(".").map(Number);
    const newest = version(tool).split(".").map(Number);
    if (versions.length > newest.length || versions.some((each, table) => each < 1 || each > newest[table])) return "unknown";
    return tool.histories.flatMap((/** @type {any[]} */ history, /** @type {number} */ table) =>
      history.filter(([number]) => number > (versions[table] ?? Infinity)),
    );
  };

  Object.defineProperty(globalThis, "AnswerLink", { value: Object.freeze({ known, read, since, version, write }) });
})();

// The questions of the form: where each stands, and what is wrong with its answer.
import { all, find, made } from "../../dom.js";

export const FIELDS = ".planner-question[data-question]"; // and no button that names a question

/** @typedef {[id: string, says: string]} Problem Of a question */

/** @param {HTMLElement} form @param {string} id Of a question */
export const fieldIn = (form, id) => find(form, `${FIELDS}[data-question="${id}"]`);

/**
 * Errors stand at their fields and in a list above, which takes the focus.
 * @param {HTMLFormElement} form @param {Problem[]} problems @returns {boolean} Whether there are any
 */
export const complain = (form, problems) => {
  for (const field of all(form, FIELDS)) {
    const problem = problems.find(([id]) => id === field.dataset.question)?.[1] ?? "";
    for (const error of all(field, "[data-part=error]")) {
      error.textContent = problem;
      error.hidden = !problem;
      for (const input of all(field, "input, select")) input.ariaInvalid = problem ? "true" : null;
    }
  }
  const summary = find(form, ".tool__errors");
  const links = problems.map(([id, problem]) => {
    const field = find(fieldIn(form, id), "input, select");
    const link = Object.assign(made("a", problem), { href: `#${field.id}` });
    link.dataset.do = "field";
    return made("li", link);
  });
  find(summary, "ul").replaceChildren(...links);
  summary.hidden = !links.length;
  if (links.length) summary.focus();
  return links.length > 0;
};

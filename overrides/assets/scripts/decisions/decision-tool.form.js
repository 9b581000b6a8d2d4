// A question of a decision as a form: what stands in it, what its answer is, and what is wrong with that.
import * as Answers from "./answers.js";
import { all, find, part } from "../dom.js";

const NOTHING = "Tick what fits, or choose one of the answers below";

/**
 * Shows an answer that was given before, or none.
 * @param {HTMLFormElement} form @param {Question} question @param {Answer} [answer]
 */
export const fillForm = (form, question, answer) => {
  form.reset();
  for (const field of all(form, "input", HTMLInputElement)) {
    if (question.options) field.checked = field.value === answer;
    else field.value = answer === undefined ? "" : String(Number(answer) / question.scale);
  }
};

/**
 * Shows what was ticked on a screen before; one answer for all of its signs is the one that stands alone.
 * @param {HTMLElement} form @param {SignScreen} screen @param {Told} [told]
 */
export const fillTicks = (form, { signs }, told = {}) => {
  for (const box of all(form, "input", HTMLInputElement)) {
    const sign = signs.find(({ id }) => id === box.value);
    box.checked = sign ? told[sign.id] === sign.means : signs.every(({ id }) => told[id] === box.value);
  }
};

/** A sign unticks what stands alone, and the other way round. @param {Event} event */
export const keepAlone = ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.checked || target.type !== "checkbox") return;
  const alone = "alone" in target.dataset;
  for (const box of all(target.form ?? document, `input[name="${target.name}"]`, HTMLInputElement)) {
    if (box !== target && (alone || "alone" in box.dataset)) box.checked = false;
  }
};

/** What is ticked on a screen, or what is wrong. @param {HTMLElement} form @returns {{ values: string[] } | { problem: string }} */
export const ticksIn = (form) => {
  const values = all(form, ":checked", HTMLInputElement).map(({ value }) => value);
  return values.length ? { values } : { problem: NOTHING };
};

/**
 * The answer in a form, or what is wrong with it.
 * @param {HTMLFormElement} form @param {Question} question @returns {{ answer: Answer } | { problem: string }}
 */
export const answerIn = (form, question) => {
  if (question.options) {
    const chosen = form.querySelector(":checked");
    return chosen instanceof HTMLInputElement ? { answer: chosen.value } : { problem: "Choose an answer" };
  }
  const isMiles = form.querySelector("select")?.value === "miles";
  const answer = Answers.read(question, find(form, "input", HTMLInputElement).value, isMiles);
  return typeof answer === "number" ? { answer } : { problem: answer };
};

/**
 * Says at the field, and above all questions, what is wrong; nothing where all is well.
 * @param {HTMLElement} root @param {HTMLFormElement} form @param {string} problem
 */
export const complain = (root, form, problem) => {
  const field = find(form, "input", HTMLInputElement);
  const error = part(form, "error");
  const link = part(root, "error-link", HTMLAnchorElement);
  error.textContent = link.textContent = problem;
  error.hidden = !problem;
  field.ariaInvalid = problem ? "true" : null;
  link.href = `#${field.id}`;
  part(root, "errors").hidden = !problem;
};

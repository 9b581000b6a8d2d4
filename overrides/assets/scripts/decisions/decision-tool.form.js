// A question of a decision as a form: what stands in it, what its answer is, and what is wrong with that.
import * as Answers from "./answers.js";
import { all, part } from "../dom.js";

const NOTHING = "Tick what fits, or choose one of the answers below";

/**
 * Shows an answer that was given before, or none.
 * @param {HTMLFormElement} form @param {Question} question @param {Answer} [answer]
 */
export const fillForm = (form, question, answer) => {
  form.reset();
  const [field] = all(form, "input", HTMLInputElement);
  if (field && !question.options) field.value = answer === undefined ? "" : String(Number(answer) / question.scale);
  markPressed(form, (value) => value === String(answer));
};

/** Marks the answer that was pressed before. @param {HTMLElement} form @param {(value: string) => boolean} wasPressed */
const markPressed = (form, wasPressed) => {
  for (const button of all(form, ".choice--press", HTMLButtonElement)) button.ariaCurrent = wasPressed(button.value) ? "true" : null;
};

/**
 * Shows what was ticked on a screen before; one answer for all of its signs is the one that stands alone.
 * @param {HTMLElement} form @param {SignScreen} screen @param {Told} [told]
 */
export const fillTicks = (form, { signs }, told = {}) => {
  for (const box of all(form, "input", HTMLInputElement)) {
    box.checked = signs.some(({ id, means }) => id === box.value && told[id] === means);
  }
  markPressed(form, (value) => signs.every(({ id }) => told[id] === value));
  offerToGoOn(form);
};

/** After a box was ticked or unticked. @param {Event} event */
export const onTick = ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "checkbox" && target.form) offerToGoOn(target.form);
};

/** Once a sign is ticked, only going on with it is left. @param {HTMLElement} form */
const offerToGoOn = (form) => {
  const some = form.querySelector(":checked") !== null;
  part(form, "ticked-some").hidden = !some;
  part(form, "alone").hidden = some;
};

/** The answer that a form was sent with; empty for "Continue". @param {SubmitEvent} event */
export const pressedIn = ({ submitter }) => (submitter instanceof HTMLButtonElement ? submitter.value : "");

/**
 * What is said on a screen, or what is wrong. A sign that is ticked always counts.
 * @param {HTMLElement} form @param {string} pressed The answer that stands alone @returns {{ values: string[] } | { problem: string }}
 */
export const ticksIn = (form, pressed) => {
  const values = all(form, ":checked", HTMLInputElement).map(({ value }) => value);
  if (values.length) return { values };
  return pressed ? { values: [pressed] } : { problem: NOTHING };
};

/**
 * The answer in a form, or what is wrong with it.
 * @param {HTMLFormElement} form @param {Question} question @param {string} pressed The answer that is a button
 * @returns {{ answer: Answer } | { problem: string }}
 */
export const answerIn = (form, question, pressed) => {
  if (question.options) return { answer: pressed };
  const [field] = all(form, "input", HTMLInputElement);
  if (!field) return { answer: Number(pressed) };
  const isMiles = form.querySelector("select")?.value === "miles";
  const answer = Answers.read(question, field.value, isMiles);
  return typeof answer === "number" ? { answer } : { problem: answer };
};

/**
 * Says at the field, and above all questions, what is wrong; nothing where all is well.
 * @param {HTMLElement} root @param {HTMLFormElement} form @param {string} problem
 */
export const complain = (root, form, problem) => {
  part(root, "errors").hidden = !problem;
  const [field] = all(form, "input", HTMLInputElement);
  if (!field) return; // what is pressed is never wrong
  const error = part(form, "error");
  const link = part(root, "error-link", HTMLAnchorElement);
  error.textContent = link.textContent = problem;
  error.hidden = !problem;
  field.ariaInvalid = problem ? "true" : null;
  link.href = `#${field.id}`;
};

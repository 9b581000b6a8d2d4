// Shows the "Print this page" buttons, which need a script to work, and makes them print. Paper cannot be unfolded:
// what a page folds away to keep it short on a screen is open while it is printed.
import { all } from "../dom.js";
import { printWith, putAddress } from "../printing.js";

const NOW = "what-to-do-now";

/** What a handout takes of a page: question, answer, key points, what to do now, and the warning signs. */
const ofHandout = () => {
  let section = "";
  return [...(document.getElementById("main-content")?.children ?? [])].filter((one) => {
    if (one.matches("h2")) section = one.id;
    if (one.matches("h1, .page-footer, .care-card, .fold:has(.care-card)")) return true;
    if (one.matches(".fold")) section = one.tagName;
    return section === NOW || (!section && one.matches("p, .admonition"));
  });
};

/** @type {Record<string, () => void>} */
const FORMS = {
  page: () => print(),
  handout: () =>
    void putAddress().then(() =>
      printWith([document.documentElement, "prints-handout"], ...ofHandout().map(onHandout)),
    ),
};

/**
 * @param {Element} one
 * @returns {[Element, string]}
 */
const onHandout = (one) => [one, "handout"];

for (const button of all(document, "button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => FORMS[button.dataset.print ?? "page"]());
}

/** @type {HTMLDetailsElement[]} */
let opened = [];
addEventListener("beforeprint", () => {
  opened = all(document, "details[data-print-open]:not([open])", HTMLDetailsElement);
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

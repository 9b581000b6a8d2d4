// Shows the "Print this page" buttons, which need a script to work, and makes them print. Paper cannot be unfolded:
// what a page folds away to keep it short on a screen is open while it is printed.
import { all } from "../dom.js";

for (const button of all(document, "button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
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

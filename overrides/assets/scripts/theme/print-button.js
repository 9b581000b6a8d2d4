// @ts-check
// Shows the "Print this page" buttons, which need a script to work, and makes them print. Paper cannot be unfolded:
// what a page folds away to keep it short on a screen is open while it is printed.
(() => {
  for (const button of document.querySelectorAll("button[data-print]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", () => window.print());
  }

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details[data-print-open]:not([open])"))];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();

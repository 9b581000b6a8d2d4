// @ts-check
// Shows the "Print this page" buttons, which need a script to work, and makes them print.
for (const button of document.querySelectorAll("button[data-print]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", () => window.print());
}

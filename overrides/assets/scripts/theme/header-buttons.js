// @ts-check
// The theme's menu and search "buttons" are labels of hidden checkboxes, which only a pointer can press.
// Where scripts run, a real button stands in for each; pressing it presses the label, and the theme does the rest.
for (const label of /** @type {NodeListOf<HTMLLabelElement>} */ (document.querySelectorAll(".md-header__inner > label"))) {
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById(label.htmlFor));
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} header-button`;
  button.dataset.opens = label.htmlFor;
  button.setAttribute("aria-label", label.title);
  button.append(...label.cloneNode(true).childNodes);

  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  toggle.addEventListener("change", tell);
  button.addEventListener("click", () => label.click());
  toggle.checked = false; // some browsers bring a menu back open when a page is loaded again
  tell();
  label.before(button);
  label.hidden = true;
}

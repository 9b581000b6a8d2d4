// The theme's menu and search "buttons" are labels of hidden checkboxes, which only a pointer can press.
// Where scripts run, a real button stands in for each; pressing it presses the label, and the theme does the rest.
import { all, byId, made, twin } from "../dom.js";

for (const label of all(document, ".md-header__inner > label", HTMLLabelElement)) {
  const toggle = byId(label.htmlFor, HTMLInputElement);
  const button = made("button", ...twin(label).childNodes);
  button.type = "button";
  button.className = `${label.className} header-button`;
  button.dataset.opens = label.htmlFor;
  button.setAttribute("aria-label", label.title);

  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  toggle.addEventListener("change", tell);
  button.addEventListener("click", () => label.click());
  toggle.checked = false; // some browsers bring a menu back open when a page is loaded again
  tell();
  label.before(button);
  label.hidden = true;
}

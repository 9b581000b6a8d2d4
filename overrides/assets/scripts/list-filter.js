// <list-filter>: shows the entries of a long list that fit all of its form's fields. A field and the entries' `data-`
// attribute of its name are compared; an attribute may hold several values. Without scripts there are lists of links
// instead (macros/render/evidence/templates/_list_filter.html).
import { all, find } from "./dom.js";

class ListFilter extends HTMLElement {
  connectedCallback() {
    const form = this.form();
    form.hidden = false;
    form.addEventListener("change", () => this.show());
    form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are empty only after the event.
    form.addEventListener("reset", () => setTimeout(() => this.show()));
    // A link that leads to a hidden entry brings all of them back.
    addEventListener("hashchange", () => this.showTarget());
  }

  form() {
    return find(this, "form", HTMLFormElement);
  }

  show() {
    const wanted = [...new FormData(this.form())].filter(([, value]) => value);
    let shown = 0;
    for (const entry of all(this, "[data-filtered]")) {
      const fits = wanted.every(([name, value]) => (entry.dataset[name] ?? "").split(" ").includes(String(value)));
      entry.hidden = !fits;
      shown += Number(fits);
    }
    for (const group of all(this, "[data-filtered-group]")) {
      group.hidden = !group.querySelector("[data-filtered]:not([hidden])");
    }
    find(this, "[data-shown]").textContent = String(shown);
  }

  showTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !this.contains(target) || !target.closest("[hidden]")) return;
    this.form().reset();
    setTimeout(() => target.scrollIntoView());
  }
}

customElements.define("list-filter", ListFilter);

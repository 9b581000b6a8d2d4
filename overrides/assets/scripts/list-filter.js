// @ts-check
// <list-filter>: shows the entries of a long list that fit all of its form's fields. A field and the entries' `data-`
// attribute of its name are compared; an attribute may hold several values. Without scripts there are lists of links
// instead (macros/render/evidence/templates/_list_filter.html).
(() => {
  class ListFilter extends HTMLElement {
    connectedCallback() {
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.form.hidden = false;
      this.form.addEventListener("change", () => this.show());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      // The fields are empty only after the event.
      this.form.addEventListener("reset", () => setTimeout(() => this.show()));
      // A link that leads to a hidden entry brings all of them back.
      addEventListener("hashchange", () => this.showTarget());
    }

    show() {
      const wanted = [...new FormData(/** @type {HTMLFormElement} */ (this.form))].filter(([, value]) => value);
      let shown = 0;
      for (const entry of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-filtered]"))) {
        const fits = wanted.every(([name, value]) => (entry.dataset[name] ?? "").split(" ").includes(String(value)));
        entry.hidden = !fits;
        shown += Number(fits);
      }
      for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-filtered-group]"))) {
        group.hidden = !group.querySelector("[data-filtered]:not([hidden])");
      }
      /** @type {HTMLElement} */ (this.querySelector("[data-shown]")).textContent = String(shown);
    }

    showTarget() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !this.contains(target) || !target.closest("[hidden]")) return;
      this.form?.reset();
      setTimeout(() => target.scrollIntoView());
    }
  }

  customElements.define("list-filter", ListFilter);
})();

// @ts-check
// <claim-filter>: shows the claims of one topic, of one certainty, or of both. Without scripts the links to the
// topics stand there instead (macros/render/templates/all_claims.html).
(() => {
  class ClaimFilter extends HTMLElement {
    connectedCallback() {
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.form.hidden = false;
      this.form.addEventListener("change", () => this.show());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      // The fields are empty only after the event.
      this.form.addEventListener("reset", () => setTimeout(() => this.show()));
      // A link that leads to a hidden claim brings all of them back.
      addEventListener("hashchange", () => this.showTarget());
    }

    show() {
      const wanted = new FormData(/** @type {HTMLFormElement} */ (this.form));
      const cards = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".claim-card"));
      let shown = 0;
      for (const card of cards) {
        const fits = ["topic", "grade"].every((name) => !wanted.get(name) || wanted.get(name) === card.dataset[name]);
        card.hidden = !fits;
        shown += Number(fits);
      }
      for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".all-claims__group"))) {
        group.hidden = !group.querySelector(".claim-card:not([hidden])");
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

  customElements.define("claim-filter", ClaimFilter);
})();

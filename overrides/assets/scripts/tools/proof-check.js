// <proof-check>: has the checker of proofs go through a decision on the reader's own device, when that is asked for.
import { made, part, tell } from "../dom.js";

/** A script, as a page from a folder may fetch nothing else. @param {string | undefined} address */
const fetched = (address = "") =>
  new Promise((resolve, reject) => {
    document.body.append(Object.assign(made("script"), { src: address, onload: resolve, onerror: reject }));
  });

class ProofCheck extends HTMLElement {
  connectedCallback() {
    const button = part(this, "check", HTMLButtonElement);
    button.hidden = false;
    button.addEventListener("click", () => this.check());
  }

  async check() {
    const { of = "", checker, proof } = this.dataset;
    try {
      await Promise.all([fetched(checker), fetched(proof)]);
    } catch {
      tell(this, "missing");
      return;
    }
    const began = performance.now();
    try {
      part(this, "holds").textContent = await globalThis.checkProof(...(globalThis.proofs[of] ?? []));
      part(this, "took").textContent = String(Math.ceil(performance.now() - began));
      tell(this, "holds");
    } catch (wrong) {
      part(this, "fails").textContent = String(wrong);
      tell(this, "fails");
    }
    part(this, "lines").textContent = String(globalThis.checkProof);
    part(this, "checker").hidden = false;
  }
}

// A page that says of several tools how they were built brings this script once for each.
if (!customElements.get("proof-check")) customElements.define("proof-check", ProofCheck);

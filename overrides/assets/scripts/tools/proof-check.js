// <proof-check>: has the checker of proofs go through a decision on the reader's own device, when that is asked for.
import { fetchScript, part, tell } from "../dom.js";

class ProofCheck extends HTMLElement {
  connectedCallback() {
    const button = part(this, "check", HTMLButtonElement);
    button.hidden = false;
    button.addEventListener("click", () => this.check());
  }

  async check() {
    const { of = "", checker = "", proof = "" } = this.dataset;
    try {
      await Promise.all([fetchScript(checker), fetchScript(proof)]);
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

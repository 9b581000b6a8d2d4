// @ts-check
// <check-list>: counts, keeps (when asked), clears and prints the ticks of the list that stands inside it.
// The list is real HTML (macros/render/templates/checklist.html), so everything it needs is read from there:
// the id of the list, the ids of its items, and every word it says.
(() => {
  class CheckList extends HTMLElement {
    connectedCallback() {
      this.key = `running-bones-joints.checklist.${this.dataset.list}`;
      this.boxes = /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("input[data-item]")]);
      this.dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
      this.kept = false;
      this.restore();
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (
        this.querySelectorAll(".checklist__progress, .checklist__controls")
      )) {
        part.hidden = false;
      }
      this.addEventListener("change", () => this.ticksChanged());
      this.addEventListener("click", (event) => {
        const button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
        if (button) this.act(/** @type {HTMLElement} */ (button).dataset.do ?? "");
      });
      this.showProgress();
    }

    /** @param {string} what As the button's data-do says */
    act(what) {
      if (what === "ask") this.dialog?.showModal();
      if (what === "cancel") this.dialog?.close();
      if (what === "keep") this.startKeeping();
      if (what === "stop") this.stopKeeping("not-kept");
      if (what === "clear") this.clear();
      if (what === "print") this.print(false);
      if (what === "print-blank") this.print(true);
    }

    ticksChanged() {
      this.showProgress();
      if (this.kept) this.store();
      else this.say("not-kept");
    }

    startKeeping() {
      this.dialog?.close();
      this.kept = true;
      this.store();
    }

    /** Writes the ticked ids. Storage may be refused or full: the list says so and works on. */
    store() {
      const ticked = this.ticked().map((box) => box.dataset.item);
      try {
        localStorage.setItem(/** @type {string} */ (this.key), JSON.stringify(ticked));
        this.say("kept");
      } catch {
        this.kept = false;
        this.say("refused");
      }
      this.showKeepButton();
    }

    /** Ticks what was kept. Ids that the list no longer has are passed over. */
    restore() {
      /** @type {unknown} */
      let saved = null;
      try {
        saved = JSON.parse(localStorage.getItem(/** @type {string} */ (this.key)) ?? "null");
      } catch {
        return; // refused, or not ours: the list starts empty
      }
      if (!Array.isArray(saved)) return;
      for (const box of this.boxes ?? []) box.checked = saved.includes(box.dataset.item);
      this.kept = true;
      this.say("kept");
      this.showKeepButton();
    }

    /** @param {string} says What the list says then */
    stopKeeping(says) {
      this.kept = false;
      try {
        localStorage.removeItem(/** @type {string} */ (this.key));
      } catch {
        // Where storage is refused, nothing was kept.
      }
      this.say(says);
      this.showKeepButton();
    }

    clear() {
      for (const box of this.boxes ?? []) box.checked = false;
      this.showProgress();
      this.stopKeeping("cleared");
    }

    /** @param {boolean} blank Whether the boxes come out empty, whatever is ticked */
    print(blank) {
      const sheet = this.closest(".checklist");
      const root = document.documentElement;
      sheet?.classList.add("checklist--on-paper");
      root.classList.add("prints-checklist");
      root.classList.toggle("prints-blank", blank);
      addEventListener(
        "afterprint",
        () => {
          sheet?.classList.remove("checklist--on-paper");
          root.classList.remove("prints-checklist", "prints-blank");
        },
        { once: true },
      );
      print();
    }

    ticked() {
      return (this.boxes ?? []).filter((box) => box.checked);
    }

    /** A list of prompts has no place for a count: its ticks never add up. */
    showProgress() {
      const words = this.querySelector("[data-ticked]");
      const bar = this.querySelector("progress");
      const count = this.ticked().length;
      if (words) words.textContent = String(count);
      if (bar) bar.value = count;
    }

    /** One of the pair shows: keep, or stop keeping. The focus goes along, else it is lost with the hidden one. */
    showKeepButton() {
      const [shown, hidden] = (this.kept ? ["stop", "ask"] : ["ask", "stop"]).map(
        (name) => /** @type {HTMLElement} */ (this.querySelector(`[data-do=${name}]`)),
      );
      const hadFocus = document.activeElement === hidden;
      shown.hidden = false;
      hidden.hidden = true;
      if (hadFocus) shown.focus();
    }

    /** @param {string} what As the sentence's data-says says */
    say(what) {
      for (const sentence of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-says]"))) {
        sentence.hidden = sentence.dataset.says !== what;
      }
    }
  }

  customElements.define("check-list", CheckList);
})();

// @ts-check
// <check-list>: counts, keeps (when asked), clears and prints the ticks of the list that stands inside it.
// The list is real HTML (macros/render/doing/templates/checklist.html), so everything it needs is read from there:
// the id of the list, the ids of its items, and every word it says.
(() => {
  class CheckList extends HTMLElement {
    connectedCallback() {
      if (this.keeping) return;
      this.boxes = /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("input[data-item]")]);
      this.dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
      for (const box of this.boxes) box.checked = false; // some browsers bring ticks back that nobody asked to keep
      /** @type {string[]} Ticks of items that the list no longer has: they are passed over, and stay. */
      this.gone = [];
      this.keeping = Keeping.keeping(`checklist.${this.dataset.list}`, this, { drafts: false });
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (
        this.querySelectorAll(".checklist__progress, .checklist__controls")
      )) {
        part.hidden = false;
      }
      this.addEventListener("change", () => {
        this.showProgress();
        this.keeping?.changed();
      });
      this.addEventListener("click", (event) => {
        const button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
        if (button) this.act(/** @type {HTMLElement} */ (button).dataset.do ?? "");
      });
      this.showProgress();
      this.keeping.begin();
    }

    /** @param {string} what As the button's data-do says */
    act(what) {
      if (what === "ask") this.dialog?.showModal();
      if (what === "cancel") this.dialog?.close();
      if (what === "keep") this.keep();
      if (what === "stop") this.keeping?.stop();
      if (what === "clear") this.keeping?.clear();
      if (what === "unread") this.handOverUnread();
      if (what === "print") this.print(false);
      if (what === "print-blank") this.print(true);
    }

    keep() {
      this.dialog?.close();
      this.keeping?.keep();
    }

    handOverUnread() {
      handOver(Saved.packUnread(`checklist.${this.dataset.list}`) ?? "", "application/json", "checklist-unread.json");
    }

    // What keeping.js asks for

    value() {
      return [...this.ticked().map((box) => box.dataset.item ?? ""), ...(this.gone ?? [])];
    }

    /** @param {string[] | null} ids */
    take(ids) {
      const boxes = this.boxes ?? [];
      for (const box of boxes) box.checked = Boolean(ids?.includes(box.dataset.item ?? ""));
      this.gone = (ids ?? []).filter((id) => !boxes.some((box) => box.dataset.item === id));
      this.showProgress();
    }

    /** @param {string} what As the sentence's data-says says */
    tell(what) {
      for (const sentence of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-says]"))) {
        sentence.hidden = sentence.dataset.says !== what;
      }
      this.showKeepButton();
    }

    /** @param {number} count */
    unread(count) {
      /** @type {HTMLElement} */ (this.querySelector(".checklist__unread")).hidden = !count;
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
      const [shown, hidden] = (this.keeping?.kept() ? ["stop", "ask"] : ["ask", "stop"]).map(
        (name) => /** @type {HTMLElement} */ (this.querySelector(`[data-do=${name}]`)),
      );
      const hadFocus = document.activeElement === hidden;
      shown.hidden = false;
      hidden.hidden = true;
      if (hadFocus) shown.focus();
    }
  }

  customElements.define("check-list", CheckList);
})();

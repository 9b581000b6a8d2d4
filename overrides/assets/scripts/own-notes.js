// @ts-check
// What the tools for a reader's own notes share: saving when asked, clearing, printing, saying what happened.
// Their words stand in the page (macros/render/page/templates/_own_notes.html): data-do is what a press does, data-says is
// one of several sentences, data-part is found by name, data-live waits for a script.
(() => {
  "use strict";

  class OwnNotes extends HTMLElement {
    connectedCallback() {
      if (this.started) return;
      this.started = true;
      this.name = /** @type {string} */ (this.dataset.name);
      for (const waiting of this.querySelectorAll("[data-live]")) waiting.hidden = false;
      this.addEventListener("click", (event) => {
        const pressed = event.target.closest("[data-do]");
        if (pressed?.hash) event.preventDefault();
        this.acts[pressed?.dataset.do]?.(pressed);
      });
      this.begin();
      this.keeping = Keeping.keeping(this.name, {
        value: () => this.value(),
        take: (value) => this.take(value),
        refresh: (value) => this.refresh(value),
        tell: (what) => {
          this.tell(what);
          this.showKeep();
        },
        unread: (count) => this.showUnread(count),
      });
      this.keeping.begin();
      this.ready();
    }

    // What each tool says of itself.

    begin() {}

    /** What there is to save. */
    value() {
      return null;
    }

    /** Shows what was saved before; null for a clean sheet. */
    take(_value) {}

    /** Shows what another tab added or took away, while the reader may be writing here. */
    refresh(value) {
      this.take(value);
    }

    /** After what was saved, or written earlier in this visit, is shown. */
    ready() {}

    beforePrint() {}

    // What they share.

    acts = {
      "keep-ask": () => this.part("keep").showModal(),
      keep: () => {
        this.part("keep").close();
        this.keeping.keep();
      },
      stop: () => this.keeping.stop(),
      "clear-ask": () => this.part("clear").showModal(),
      clear: () => {
        this.part("clear").close();
        this.keeping.clear();
      },
      "unread-file": () => handOver(Saved.packUnread(this.name), "application/json", `${this.localName}-unread.json`),
      "unread-ask": () => this.part("unread-dialog").showModal(),
      "unread-remove": () => {
        this.part("unread-dialog").close();
        Saved.removeUnread(this.name);
        this.showUnread(0);
      },
      cancel: (pressed) => pressed.closest("dialog").close(),
      print: () => this.print(),
      field: (pressed) => document.getElementById(pressed.hash.slice(1)).focus(),
    };

    /** After every change by the reader. */
    changed() {
      this.keeping.changed();
    }

    /** One of the pair shows: save, or stop saving. The focus goes along. */
    showKeep() {
      const [ask, stop] = ["keep-ask", "stop"].map((name) => this.querySelector(`[data-do=${name}]`));
      const [shown, hidden] = this.keeping.kept() ? [stop, ask] : [ask, stop];
      const hadFocus = document.activeElement === hidden;
      shown.hidden = false;
      hidden.hidden = true;
      if (hadFocus) shown.focus();
    }

    showUnread(count) {
      this.part("unread").hidden = !count;
      this.part("unread-count").textContent = String(count);
    }

    /** @param {string} blank A class more, such as that of a blank sheet */
    print(blank = "") {
      const marks = ["prints-notes", ...(blank ? [blank] : [])];
      const whole = this.closest(".notes");
      this.beforePrint();
      for (const today of this.querySelectorAll("[data-part=today]")) {
        today.textContent = Days.inWords(Days.today());
      }
      for (const address of this.querySelectorAll("[data-part=address]")) {
        address.textContent = location.href.split(/[?#]/)[0];
      }
      whole.classList.add("notes--on-paper");
      document.documentElement.classList.add(...marks);
      addEventListener(
        "afterprint",
        () => {
          whole.classList.remove("notes--on-paper");
          document.documentElement.classList.remove(...marks);
        },
        { once: true },
      );
      print();
    }

    part(name) {
      return this.querySelector(`[data-part="${name}"]`);
    }

    /** Shows one of the sentences of a group, and no other of that group. */
    tell(what, group = "saving") {
      for (const sentence of this.querySelectorAll(`[data-group="${group}"] [data-says]`)) {
        sentence.hidden = sentence.dataset.says !== what;
      }
    }
  }

  Object.assign(globalThis, { OwnNotes });
})();

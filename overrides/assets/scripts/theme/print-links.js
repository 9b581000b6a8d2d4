// @ts-check
// On paper a link leads nowhere, so while the page is printed each one carries a letter, and the addresses stand as
// notes at the end. Evidence labels and the list of sources have numbers and addresses of their own, and a word's
// meaning is looked up in the glossary by the word.
(() => {
  const WITHOUT_NOTE =
    "[href^='tel:'], .headerlink, .claim-chip, .page-sources a, .cite, .term, .entry-list a, nav a, svg a, [href*='/all-claims'], [href*='/sources']";

  /** a, b, … z, aa, ab, … @param {number} index @returns {string} */
  const letter = (index) => (index < 26 ? "" : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));

  const addNotes = () => {
    const text = document.getElementById("main-content");
    if (!text || text.querySelector(".print-notes")) return;
    /** @type {string[]} */
    const addresses = [];
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (text.querySelectorAll("a[href]"))) {
      const isShown = link.getClientRects().length > 0;
      if (!isShown || link.matches(WITHOUT_NOTE) || link.getAttribute("href")?.startsWith("#")) continue;
      if (!addresses.includes(link.href)) addresses.push(link.href);
      const mark = document.createElement("sup");
      mark.className = "print-mark";
      mark.textContent = letter(addresses.indexOf(link.href));
      link.after(mark);
    }
    if (addresses.length === 0) return;
    const notes = document.createElement("section");
    notes.className = "print-notes";
    const title = document.createElement("h2");
    title.textContent = "Where the links lead";
    const list = document.createElement("ol");
    for (const address of addresses) {
      const entry = document.createElement("li");
      entry.textContent = decodeURI(address);
      list.append(entry);
    }
    notes.append(title, list);
    const footer = text.querySelector(".page-footer");
    text.insertBefore(notes, footer);
  };

  const removeNotes = () => {
    for (const added of document.querySelectorAll(".print-mark, .print-notes")) added.remove();
  };

  addEventListener("beforeprint", addNotes);
  addEventListener("afterprint", removeNotes);
})();

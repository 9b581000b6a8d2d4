// On paper a link leads nowhere, so while the page is printed each one carries a letter, and the addresses stand as
// notes at the end. Evidence labels and the list of sources have numbers and addresses of their own, and a word's
// meaning is looked up in the glossary by the word.
import { all, classed, made } from "../dom.js";

const WITHOUT_NOTE =
  "[href^='tel:'], .headerlink, .claim-chip, .page-sources a, .cite, .term, .entry-list a, nav a, svg a, [href*='/all-claims'], [href*='/sources']";

/** a, b, … z, aa, ab, … @param {number} index @returns {string} */
const letter = (index) => (index < 26 ? "" : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));

const addNotes = () => {
  const text = document.getElementById("main-content");
  if (!text || text.querySelector(".print-notes")) return;
  /** @type {string[]} */
  const addresses = [];
  for (const link of all(text, "a[href]", HTMLAnchorElement)) {
    const isShown = link.getClientRects().length > 0;
    if (!isShown || link.matches(WITHOUT_NOTE) || link.getAttribute("href")?.startsWith("#")) continue;
    if (!addresses.includes(link.href)) addresses.push(link.href);
    link.after(classed("print-mark", made("sup", letter(addresses.indexOf(link.href)))));
  }
  if (addresses.length === 0) return;
  const list = made("ol", ...addresses.map((address) => made("li", decodeURI(address))));
  const notes = classed("print-notes", made("section", made("h2", "Where the links lead"), list));
  const footer = text.querySelector(".page-footer");
  text.insertBefore(notes, footer);
};

const removeNotes = () => {
  for (const added of document.querySelectorAll(".print-mark, .print-notes")) added.remove();
};

addEventListener("beforeprint", addNotes);
addEventListener("afterprint", removeNotes);

// What of a page is read out, in order: its text as the reader has it open. No marks, no ways to other pages, no forms.
import { all } from "../dom.js";

const READ = "h1, h2, h3, h4, p, li, dt, dd, summary, figcaption, caption, tr, blockquote";
const LEFT_OUT =
  "nav, form, button, input, select, textarea, label, script, style, template, svg, [aria-hidden=true], [hidden], " +
  ".claim-chip, .headerlink, .page-footer, .on-paper, .visually-hidden, .chart__files, .chart__source";

/** Each part of a page that is read by itself and holds words, in order. @param {Element} page */
export const partsIn = (page) =>
  all(page, READ).filter((part) => {
    const isOpen = !part.closest("details:not([open])") && !part.parentElement?.closest("tr");
    return isOpen && !part.closest(LEFT_OUT) && part.getClientRects().length > 0 && wordsOf(part) !== "";
  });

/** What stands folded, by the words of each fold that is seen. @param {Element} page */
export const foldedIn = (page) =>
  all(page, "details:not([open]) > summary")
    .filter((one) => !one.closest(LEFT_OUT) && one.getClientRects().length > 0)
    .map(wordsOf);

/** The words of a part, without those of parts in it. @param {Element} part */
export const wordsOf = (part) => {
  const alone = /** @type {Element} */ (part.cloneNode(true));
  for (const cell of alone.querySelectorAll("td, th")) cell.append(", ");
  for (const one of alone.querySelectorAll(part.matches("tr") ? LEFT_OUT : `${LEFT_OUT}, ${READ}`)) one.remove();
  return tidy(alone.textContent ?? "");
};

/** @param {string} text */
export const tidy = (text) => text.replace(/\s+/g, " ").replace(/ ?→/g, "").replace(/ ([,.;:])/g, "$1").replace(/,\s*$/, "").trim();

/** A text by its sentences: voices break off in long ones. @param {string} text */
export const sentencesOf = (text) => text.replace(/([.!?:]["”’)]?) (?=["“‘(]?[A-Z])/g, "$1\n").split("\n");

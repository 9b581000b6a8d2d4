// A link to a folded section, or to something in it, unfolds it: in the page, from another page, from a shared address.
// What the reader unfolded is marked, as paper leaves sources out that nobody asked for.
import { pressed } from "../dom.js";

/** @param {string} hash */
const unfold = (hash) => {
  const target = document.getElementById(hash.slice(1)); // ids are plain: an address that somebody spoilt names none
  const fold = target?.closest("details.fold");
  if (!(fold instanceof HTMLDetailsElement) || fold.open) return;
  fold.open = true;
  fold.toggleAttribute("data-asked", true);
  target?.scrollIntoView();
};

if (location.hash) unfold(location.hash);
// A card of a long list may have moved to another page of it: the list of all in lines knows where.
const elsewhere = document.querySelector("[data-elsewhere]")?.getAttribute("data-elsewhere");
if (elsewhere && /^#(claim|source)-/.test(location.hash) && !document.getElementById(location.hash.slice(1))) {
  location.replace(elsewhere + location.hash);
}
addEventListener("hashchange", () => unfold(location.hash));
document.addEventListener("click", (event) => {
  const summary = pressed(event, ".fold > summary");
  summary?.parentElement?.toggleAttribute("data-asked");
  const link = pressed(event, "a[href^='#']", HTMLAnchorElement);
  if (link?.hash) unfold(link.hash);
});

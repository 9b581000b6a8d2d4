// A link to what stands folded, or in it, unfolds it: in the page, from another page, from a shared address. What the
// reader unfolded is marked, as paper leaves out sources and proofs that nobody asked for.
import { pressed } from "../dom.js";

const CLOSED = "details:not([open])";

/** The element that an address names. Anybody can write an address: what cannot be read as one names nothing. @param {string} hash */
const named = (hash) => document.getElementById(hash.slice(1));

/** Opens all that stands folded around an element, and says whether anything did. @param {Element | null} target */
const unfold = (target) => {
  let opened = false;
  for (let fold; (fold = target?.closest(CLOSED)) instanceof HTMLDetailsElement; opened = true) {
    fold.open = true;
    if (fold.matches(".fold")) fold.toggleAttribute("data-asked", true);
  }
  return opened;
};

const land = () => {
  const target = named(location.hash);
  if (unfold(target)) target?.scrollIntoView();
};

land();
// A card of a long list may have moved to another page of it: the list of all in lines knows where.
const elsewhere = document.querySelector("[data-elsewhere]")?.getAttribute("data-elsewhere");
if (elsewhere && /^#(claim|source)-/.test(location.hash) && !named(location.hash)) {
  location.replace(elsewhere + location.hash);
}
addEventListener("hashchange", land);
document.addEventListener("click", (event) => {
  // Before the browser opens or closes it.
  const around = pressed(event, "summary")?.parentElement;
  if (around instanceof HTMLDetailsElement) around.toggleAttribute("data-asked", !around.open);
  const link = pressed(event, "a[href*='#']", HTMLAnchorElement);
  if (link?.pathname === location.pathname) unfold(named(link.hash));
});

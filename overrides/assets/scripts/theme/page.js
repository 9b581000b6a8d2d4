// What a page needs of the theme's own program, in little. Search and its index are fetched when they are first used.
import { all, made, pressed } from "../dom.js";

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const search = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
const upwards = /** @type {HTMLElement | null} */ (document.querySelector(".md-top"));

let isFetched = false;
const fetchSearch = () => {
  if (isFetched || !own.dataset.search) return;
  isFetched = true;
  document.body.append(Object.assign(made("script"), { src: own.dataset.search }));
};
field?.addEventListener("focus", fetchSearch);
search?.addEventListener("change", () => search.checked && field?.focus());
if (/[?&]q=/.test(location.search)) fetchSearch(); // a link may carry a search

// A link within the page closes the menu that it stands in.
document.querySelector(".md-sidebar--primary")?.addEventListener("click", (event) => {
  if (drawer?.checked && pressed(event, "a")) drawer.click();
});

// Where the reader is, in the table of contents.
const places = all(document, ".md-nav--secondary .md-nav__link", HTMLAnchorElement)
  .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
  .filter(({ heading }) => heading);
const lineBelowHeader = 100;
let waits = false;
let before = 0; // to ask for scrollY here would lay out the whole page before its first picture
const follow = () => {
  waits = false;
  const passed = places.filter(({ heading }) => (heading?.getBoundingClientRect().top ?? 0) < lineBelowHeader);
  const here = passed.at(-1)?.heading;
  for (const { link, heading } of places) {
    link.classList.toggle("md-nav__link--active", heading === here);
    link.ariaCurrent = heading === here ? "location" : null;
  }
  // Whoever scrolls up may want to go further up; whoever reads on does not want a button over the text.
  if (upwards) upwards.hidden = scrollY > before || scrollY < innerHeight;
  before = scrollY;
};
addEventListener("scroll", () => {
  if (!waits) requestAnimationFrame(follow);
  waits = true;
}, { passive: true });
upwards?.addEventListener("click", () => {
  scrollTo({ top: 0 });
  document.getElementById("main-content")?.focus({ preventScroll: true });
});

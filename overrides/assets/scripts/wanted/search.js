// Search, fetched when it is first used: the pages for what a reader types, and doors while there are none. Where each
// result leads, and what it shows, is the index's (tools/search_index.py); every other word stands in the page.
import { all, byId, classed, find, made, part, pressed } from "../dom.js";
import { opened, pieces, ranked } from "./search.ranking.js";

const MOST_WORDS = 12; // in an address
const WAY = { ArrowDown: 1, ArrowUp: -1 };

const own = find(document, "script[data-index]", HTMLScriptElement);
const whole = find(document, "[data-search-box]");
const form = find(whole, "form", HTMLFormElement);
const field = find(form, "input", HTMLInputElement);
const toggle = byId("__search", HTMLInputElement);
const told = part(whole, "told");
const list = part(whole, "found");
const doors = part(whole, "doors");
const address = new URL(own.dataset.index ?? "", location.href);
/** @type {ReturnType<typeof opened> | undefined} */
let index;

const show = () => {
  if (!index) return;
  const typed = field.value.trim();
  const { found, words } = typed ? ranked(index, typed) : { found: [], words: new Set() };
  list.replaceChildren(...found.map((one) => result(one, words)));
  list.hidden = !found.length;
  doors.hidden = Boolean(found.length);
  const sentence = typed ? (["none", "one"][found.length] ?? "some") : "ready";
  told.textContent = told.dataset[sentence]?.replace("#", String(found.length)) ?? "";
};

/** @param {import("./search.ranking.js").Found} found @param {Set<string>} words */
const result = ({ page, parts }, words) => {
  const isTool = page.tool !== undefined;
  const item = made("li", linked(page.url, "", [
    ...(isTool ? [classed("search-found__kind", made("span", told.dataset.tool ?? "")), " "] : []),
    made("strong", ...marked(page.title, words)),
    classed("search-found__about", made("span", page.tool ? told.dataset.asks ?? "" : "", ...marked(page.tool || page.about, words))),
  ], words));
  if (parts.length) {
    const below = parts.map(([id, heading]) => made("li", linked(page.url, id, marked(heading, words), words)));
    item.append(classed("search-found__parts", made("ul", ...below)));
  }
  return item;
};

/** A text with what was searched for marked. @param {string} text @param {Set<string>} words */
const marked = (text, words) =>
  pieces(text, words).map((piece) => (piece.isFound ? made("mark", piece.text) : piece.text));

/**
 * The page that a result leads to marks the words too (theme/found-words.js).
 * @param {string} url @param {string} id @param {(Node | string)[]} inside @param {Set<string>} words
 */
const linked = (url, id, inside, words) => {
  const link = made("a", ...inside);
  const to = new URL(`../${url}`, address);
  to.searchParams.set("h", [...words].slice(0, MOST_WORDS).join(" "));
  to.hash = id;
  link.href = to.href;
  return link;
};

/** @param {boolean} isOpen */
const turn = (isOpen) => {
  if (toggle.checked === isOpen) return;
  toggle.checked = isOpen;
  toggle.dispatchEvent(new Event("change"));
};

field.addEventListener("input", show);
field.addEventListener("focus", () => turn(true));
form.addEventListener("reset", () => {
  field.focus();
  requestAnimationFrame(show); // the field is emptied after this
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  all(list, "a")[0]?.click();
});
whole.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    turn(false);
    field.blur();
  }
  const step = WAY[/** @type {keyof typeof WAY} */ (event.key)];
  if (!step) return;
  const stops = [field, ...all(whole, "[data-part=found]:not([hidden]) a, [data-part=doors]:not([hidden]) a")];
  const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  stops[(at + step + stops.length) % stops.length]?.focus();
  event.preventDefault();
});
whole.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !whole.contains(relatedTarget)) turn(false);
});
// A link to a place on this very page would leave the search open above it.
whole.addEventListener("click", (event) => {
  if (pressed(event, "a")) turn(false);
});

// A script and no JSON, as browsers let no page that is opened from a folder fetch one.
const script = made("script");
script.src = address.href;
script.addEventListener("load", () => {
  index = opened(/** @type {any} */ (globalThis).searchIndex);
  const asked = new URLSearchParams(location.search).get("q");
  if (asked && !field.value) {
    field.value = asked;
    field.focus();
  }
  show();
});
document.body.append(script);
if (document.activeElement === field) turn(true);

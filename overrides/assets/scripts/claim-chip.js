// A chip is a link to its claim's card on another page. This opens the short card in place instead, as a native
// popover: the browser then sees to Escape, to a press outside, to the order of the Tab key and to where the focus
// returns. The cards stand in a few files for the whole site (macros/render/evidence/claim_panels.py), one of which is fetched
// when a reader first opens a chip of its part.
import { all, fetchScript, made, pressed } from "./dom.js";
import { showWhatIsDue } from "./review-date.js";

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const isAble = "popover" in HTMLElement.prototype && Boolean(own.dataset.claims);
const files = new URL(own.dataset.claims ?? "", document.baseURI);
const root = new URL("../../", files);

/** Makes a button of each chip. */
const begin = () => {
  for (const chip of all(document, "a.claim-chip", HTMLAnchorElement)) chip.replaceWith(makeButton(chip));
  document.addEventListener("click", show);
};

/** Before the press opens the card. On the document, so that copies of a chip do it too. @param {Event} event */
const show = (event) => {
  const chip = pressed(event, ".claim-chip");
  if (!chip) return;
  const card = document.getElementById(`claim-popover-${chip.dataset.claim}`);
  if (card) place(card, chip);
  else if (chip instanceof HTMLButtonElement) {
    event.preventDefault(); // else the browser would close again what open() has opened by then
    open(chip);
  }
};

/** @param {HTMLAnchorElement} chip */
function makeButton(chip) {
  const button = made("button", ...chip.childNodes);
  button.type = "button";
  button.className = chip.className;
  button.ariaLabel = chip.ariaLabel;
  Object.assign(button.dataset, chip.dataset, { card: chip.href });
  return button;
}

/**
 * The first time that a chip is pressed. Where its file cannot be had, the chip is the link that it was.
 * @param {HTMLButtonElement} chip
 */
async function open(chip) {
  const { claim = "", card = "" } = chip.dataset;
  try {
    const of = /\/all-claims\/([\w-]+?)(?:\.html|\/)/.exec(card)?.[1] ?? "";
    await fetchScript(new URL(`${of}.js`, files).href);
    const popover = panelOf(claim);
    for (const other of document.querySelectorAll(`button.claim-chip[data-claim="${claim}"]`)) {
      other.setAttribute("popovertarget", popover.id); // from now on the browser does it alone
    }
    if (document.contains(chip)) chip.click();
  } catch {
    location.assign(card);
  }
}

/** @param {string} claim */
function panelOf(claim) {
  const there = document.getElementById(`claim-popover-${claim}`); // a second press while the file was on its way
  if (there) return there;
  const template = document.createElement("template");
  template.innerHTML = /** @type {any} */ (window).claimPanels[claim];
  for (const link of all(template.content, "a", HTMLAnchorElement)) link.href = new URL(link.getAttribute("href") ?? "", root).href;
  showWhatIsDue(template.content);
  const popover = /** @type {HTMLElement} */ (template.content.firstElementChild);
  document.body.append(popover);
  return popover;
}

/**
 * Below the chip, and inside the window's width. On a narrow window the stylesheet puts the card at its foot instead.
 * @param {HTMLElement} popover @param {Element} chip
 */
function place(popover, chip) {
  const box = chip.getBoundingClientRect();
  const root = document.documentElement;
  const width = 28 * parseFloat(getComputedStyle(root).fontSize); // components/claim.css
  const left = Math.max(8, Math.min(box.left, root.clientWidth - width - 8));
  popover.style.setProperty("--popover-left", `${left + scrollX}px`);
  popover.style.setProperty("--popover-top", `${box.bottom + scrollY + 4}px`);
}

if (isAble) begin();

// @ts-check
// A chip is a link to its claim's card on another page. Where the page carries the short card as a template
// (macros/render/templates/page_sources.html), this opens it in place instead, as a native popover: the browser
// then sees to Escape, to a press outside, to the order of the Tab key and to where the focus returns.
(() => {
  if (!("popover" in HTMLElement.prototype)) return;

  const templates = /** @type {NodeListOf<HTMLTemplateElement>} */ (document.querySelectorAll("template[data-claim]"));
  const cards = new Map([...templates].map(({ dataset, content }) => [dataset.claim, content.firstElementChild]));
  for (const chip of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.claim-chip"))) {
    const card = cards.get(chip.dataset.claim);
    if (!card) continue;
    if (!card.isConnected) document.body.append(card);
    chip.replaceWith(makeButton(chip, card.id));
  }

  // Before the press opens the card. On the document, so that copies of a chip do it too.
  document.addEventListener("click", (event) => {
    const chip = event.target instanceof Element ? event.target.closest("button.claim-chip") : null;
    const popover = document.getElementById(chip?.getAttribute("popovertarget") ?? "");
    if (chip && popover) place(popover, chip);
  });

  /** @param {HTMLAnchorElement} chip @param {string} popover The id of the card that it opens */
  function makeButton(chip, popover) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = chip.className;
    button.append(...chip.childNodes);
    button.setAttribute("popovertarget", popover);
    return button;
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
})();

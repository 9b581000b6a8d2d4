// @ts-check
// A chip is a link to its claim's card on another page. Where the page carries the short card as a template
// (macros/render/templates/page_sources.html), this opens it in place instead, as a native popover: the browser
// then sees to Escape, to a press outside, to the order of the Tab key and to where the focus returns.
(() => {
  if (!("popover" in HTMLElement.prototype)) return;

  for (const template of /** @type {NodeListOf<HTMLTemplateElement>} */ (
    document.querySelectorAll("template[data-claim]")
  )) {
    const claim = template.dataset.claim ?? "";
    const chips = /** @type {NodeListOf<HTMLAnchorElement>} */ (
      document.querySelectorAll(`a.claim-chip[data-claim="${claim}"]`)
    );
    if (!chips.length) continue;
    const popover = makePopover(template, `claim-popover-${claim}`);
    for (const chip of chips) chip.replaceWith(makeButton(chip, popover));
    document.body.append(popover);
  }

  /**
   * The card, with a button that closes it: on a phone there may be nothing else left to press.
   * @param {HTMLTemplateElement} template @param {string} id
   */
  function makePopover(template, id) {
    const popover = document.createElement("div");
    popover.id = id;
    popover.popover = "auto";
    popover.className = "claim-popover md-typeset";
    popover.setAttribute("role", "dialog");
    popover.setAttribute("aria-label", "The evidence for this statement");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "claim-popover__close";
    close.textContent = "Close";
    close.setAttribute("popovertarget", id);
    close.setAttribute("popovertargetaction", "hide");
    popover.append(template.content.cloneNode(true), close);
    return popover;
  }

  /** @param {HTMLAnchorElement} chip @param {HTMLElement} popover */
  function makeButton(chip, popover) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = chip.className;
    button.append(...chip.childNodes);
    button.setAttribute("popovertarget", popover.id);
    // Before the press opens the card. The card is as wide as the stylesheet says, so only its corner is set here.
    button.addEventListener("click", () => place(popover, button));
    return button;
  }

  /**
   * Below the chip, and inside the window's width. On a narrow window the stylesheet puts the card at its foot instead.
   * @param {HTMLElement} popover @param {HTMLElement} button
   */
  function place(popover, button) {
    const chip = button.getBoundingClientRect();
    const root = document.documentElement;
    const width = 28 * parseFloat(getComputedStyle(root).fontSize);
    const left = Math.max(8, Math.min(chip.left, root.clientWidth - width - 8));
    popover.style.setProperty("--popover-left", `${left + scrollX}px`);
    popover.style.setProperty("--popover-top", `${chip.bottom + scrollY + 4}px`);
  }
})();

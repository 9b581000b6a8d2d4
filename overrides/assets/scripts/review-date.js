// @ts-check
// Shows what says "this is past its review date": the notice above a page and the mark on a claim. The day is worked
// out on the device, because an offline copy may be years old. From the day after the review date on.
(() => {
  const today = Days.today();

  /** @param {ParentNode} part */
  const show = (part) => {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-review-due][hidden]"))) {
      if (today > (element.dataset.reviewDue ?? "")) element.hidden = false;
    }
  };

  show(document);
  for (const template of document.querySelectorAll("template")) show(template.content);
})();

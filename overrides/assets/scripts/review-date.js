// @ts-check
// Shows what says "this is past its review date": the notice above a page and the mark on a claim. The day is worked
// out on the device, because an offline copy may be years old. From the day after the review date on.

/** @param {ParentNode} part */
function showWhatIsDue(part) {
  const today = Days.today();
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-review-due][hidden]"))) {
    if (today > (element.dataset.reviewDue ?? "")) element.hidden = false;
  }
}

showWhatIsDue(document);
for (const template of document.querySelectorAll("template")) showWhatIsDue(template.content);

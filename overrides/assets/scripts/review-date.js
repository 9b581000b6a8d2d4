// @ts-check
// Shows what says "this is past its review date": the notice above a page and the mark on a claim. The day is worked
// out on the device, because an offline copy may be years old. From the day after the review date on.

/** @param {ParentNode} part */
function showWhatIsDue(part) {
  const today = Days.today();
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-review-due]"))) {
    if (today <= (element.dataset.reviewDue ?? "")) continue;
    if (element.hidden) element.hidden = false;
    else if (element.matches(".claim-chip, .grade")) {
      const mark = document.createElement("span");
      mark.className = `${element.classList[0]}__recheck`;
      mark.textContent = "being re-checked";
      element.append(mark);
      delete element.dataset.reviewDue; // once is enough
    }
  }
}

showWhatIsDue(document);
for (const template of document.querySelectorAll("template")) showWhatIsDue(template.content);

// Shows what says "this is past its review date": the notice above a page and the mark on a claim. The day is worked
// out on the device, because an offline copy may be years old. From the day after the review date on.
import * as Days from "./days.js";
import { all, classed, made } from "./dom.js";

/** @param {ParentNode} part */
export function showWhatIsDue(part) {
  const today = Days.today();
  for (const element of all(part, "[data-review-due]")) {
    if (today <= (element.dataset.reviewDue ?? "")) continue;
    if (element.hidden) element.hidden = false;
    else if (element.matches(".claim-chip, .grade")) {
      element.append(classed(`${element.classList[0]}__recheck`, made("span", "being re-checked")));
      delete element.dataset.reviewDue; // once is enough
    }
  }
}

showWhatIsDue(document);
for (const template of all(document, "template", HTMLTemplateElement)) showWhatIsDue(template.content);

// A part of a page on paper.
import * as Days from "./days.js";
import { all } from "./dom.js";

/**
 * Prints while the page and its parts carry classes that the styles for paper go by.
 * @param {[element: Element, ...classes: string[]][]} marks
 */
export const printWith = (...marks) => {
  for (const [element, ...names] of marks) element.classList.add(...names);
  const clean = () => {
    for (const [element, ...names] of marks) element.classList.remove(...names);
  };
  addEventListener("afterprint", clean, { once: true });
  print();
};

/** The picture of the page's address stands on the sheet before it is printed, where the site knows its address. */
export const putAddress = async () => {
  const place = document.querySelector("[data-qr]");
  if (!(place instanceof HTMLElement) || place.querySelector("img")) return;
  const code = new Image();
  code.alt = "";
  code.src = place.dataset.qr ?? "";
  place.append(code);
  await code.decode().catch(() => code.remove()); // paper without it still says the address in words
};

/** Paper says on which day it was printed, by a button of ours or by the browser's own menu. @param {ParentNode} sheet */
export const dated = (sheet) =>
  addEventListener("beforeprint", () => {
    for (const today of all(sheet, "[data-part=today]")) today.textContent = Days.inWords(Days.today());
  });

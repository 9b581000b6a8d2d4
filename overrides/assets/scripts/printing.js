// A part of a page on paper.

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

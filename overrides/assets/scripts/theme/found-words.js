// Marks the words that led here from search: its results carry them in the address (?h=).
import { made } from "../dom.js";

addEventListener("load", () => {
  const words = (new URLSearchParams(location.search).get("h") ?? "").split(/[\s*+\-:~^]+/).filter(Boolean);
  const text = document.querySelector("[data-md-component=content]");
  if (!words.length || !text) return;
  words.sort((one, other) => other.length - one.length); // "knees" before the "knee" in it
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // Words that stand beside each other are marked as one.
  const found = new RegExp(`(?:${escaped.join("|")})(?:\\s+(?:${escaped.join("|")}))*`, "gi");

  const texts = document.createNodeIterator(text, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const shown = [];
  for (let node; (node = /** @type {Text | null} */ (texts.nextNode())); ) {
    if (node.parentElement?.offsetHeight && !node.parentElement.closest("textarea, select")) shown.push(node);
  }
  for (const node of shown) {
    const places = [...node.data.matchAll(found)];
    for (const { 0: word, index } of places.reverse()) {
      const after = node.splitText(index);
      after.splitText(word.length);
      const mark = made("mark");
      after.replaceWith(mark);
      mark.append(after);
    }
  }
});

// A link that brings a starting point to the planner.
import * as Answers from "../../decisions/answers.js";

/**
 * The answers that a link brings, and whether some of it could not be read; null where there is no such link. They go
 * from the address: lists of visited pages hold those.
 * @param {HTMLElement} whole @param {Tool} tool
 */
export const brought = (whole, tool) => {
  const found = Answers.fromLink(whole, location.hash);
  if (!found) return null;
  try {
    history.replaceState(history.state, "", location.pathname + location.search);
  } catch {
    // A browser may refuse this for a file.
  }
  return Answers.known(tool, found.pairs);
};

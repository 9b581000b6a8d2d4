// The file of all saved things, out and in. What is missing here is added; what would go is named first, and goes only
// after a yes. The dialog and the sentences stand in the page (macros/render/page/templates/_bring_in.html).
import * as Days from "./days.js";
import { all, find, made, part, tell } from "./dom.js";
import { handOver } from "./hand-over.js";
import * as Saved from "./saved.js";

/** @type {Record<string, string>} */
const KINDS = { decision: "Answers", options: "Choices", planner: "Your weeks", appointment: "Your appointment sheet" };

/** Hands everything saved to the reader as one file, and says whether there was anything. */
export const takeOut = () => {
  const text = Saved.pack();
  if (text) handOver(text, "application/json", "running-bones-joints-saved.json");
  return text !== null;
};

/**
 * Takes in what the reader chooses as a file, and tells what became of it once that is shown.
 * @param {HTMLElement} root @param {() => void} show
 */
export const takesFiles = (root, show) => {
  const chosen = part(root, "file", HTMLInputElement);
  chosen.addEventListener("change", async () => {
    const file = chosen.files?.[0];
    if (!file) return;
    const became = await bringIn(root, file);
    chosen.value = "";
    show();
    tell(root, became);
  });
};

/** Takes a file in, and says what became of it, as data-says has it. @param {Element} root @param {File} file */
const bringIn = async (root, file) => {
  const text = file.size > Saved.MOST_BYTES ? "" : await file.text();
  const asked = Saved.look(text);
  if (!asked) return "none";
  const isAgreed = asked.replaces.length > 0 && (await agreed(root, asked.replaces));
  const { adds, replaces, left, same } = Saved.look(text) ?? asked; // another tab may have saved since
  if (!adds.length && !replaces.length && !same) return "none";
  const known = asked.replaces.map(([name]) => name);
  const taken = isAgreed ? replaces.filter(([name]) => known.includes(name)) : [];
  if (!Saved.takeIn([...adds, ...taken.map(([name, value]) => /** @type {[string, unknown]} */ ([name, value]))])) return "file-refused";
  if (left) return "some";
  return taken.length < replaces.length ? "kept-mine" : "all";
};

/**
 * Whether the reader agrees that the things named go.
 * @param {Element} root @param {[name: string, value: any, here: any][]} replaces @returns {Promise<boolean>}
 */
const agreed = (root, replaces) => {
  const dialog = part(root, "replace", HTMLDialogElement);
  find(dialog, "ul").replaceChildren(...replaces.map((one) => made("li", inWords(...one))));
  dialog.returnValue = "";
  for (const button of all(dialog, "button", HTMLButtonElement)) button.onclick = () => dialog.close(button.value);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "replace"), { once: true });
  });
};

/** @param {string} name @param {any} value @param {any} here */
const inWords = (name, value, here) => {
  const [kind = "", id = ""] = name.split(".");
  const what = kind in { decision: 0, options: 0 } ? `${KINDS[kind]}: ${id.replaceAll("-", " ")}` : (KINDS[kind] ?? kind);
  if (!here.date) return what;
  const [mine, theirs] = [here, value].map(({ date }) => Days.inWords(date));
  return mine === theirs ? `${what}, of ${mine}` : `${what}, of ${mine} here and of ${theirs} in the file`;
};

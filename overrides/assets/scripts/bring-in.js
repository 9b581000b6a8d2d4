// @ts-check
// A file of saved things that a reader brings in. What is missing here is added; what would go is named first, and goes
// only after a yes. The dialog and the sentences stand in the page (macros/render/page/templates/_bring_in.html).
(() => {
  "use strict";

  const KINDS = { decision: "Answers", options: "Choices", planner: "Your weeks", appointment: "Your appointment sheet" };

  /** Takes a file in, and says what became of it, as data-says has it. */
  const bringIn = async (root, file) => {
    const text = file.size > Saved.MOST_BYTES ? "" : await file.text();
    const asked = Saved.look(text);
    if (!asked) return "none";
    const isAgreed = asked.replaces.length > 0 && (await agreed(root, asked.replaces));
    const { adds, replaces, left, same } = Saved.look(text) ?? asked; // another tab may have saved since
    if (!adds.length && !replaces.length && !same) return "none";
    const known = asked.replaces.map(([name]) => name);
    const taken = isAgreed ? replaces.filter(([name]) => known.includes(name)) : [];
    if (!Saved.takeIn([...adds, ...taken.map(([name, value]) => [name, value])])) return "file-refused";
    if (left) return "some";
    return taken.length < replaces.length ? "kept-mine" : "all";
  };

  /** Whether the reader agrees that the things named go. */
  const agreed = (root, replaces) => {
    const dialog = root.querySelector('[data-part="replace"]');
    const lines = replaces.map(([name, value, here]) => {
      const line = document.createElement("li");
      line.textContent = inWords(name, value, here);
      return line;
    });
    dialog.querySelector("ul").replaceChildren(...lines);
    dialog.returnValue = "";
    for (const button of dialog.querySelectorAll("button")) button.onclick = () => dialog.close(button.value);
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "replace"), { once: true });
    });
  };

  const inWords = (name, value, here) => {
    const [kind, id] = name.split(".");
    const what = kind in { decision: 0, options: 0 } ? `${KINDS[kind]}: ${id.replaceAll("-", " ")}` : KINDS[kind];
    if (!here.date) return what;
    const [mine, theirs] = [here, value].map(({ date }) => Days.inWords(date));
    return mine === theirs ? `${what}, of ${mine}` : `${what}, of ${mine} here and of ${theirs} in the file`;
  };

  Object.assign(globalThis, { BringIn: { bringIn } });
})();

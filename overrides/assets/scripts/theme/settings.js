// @ts-check
// Puts on the colours that the reader chose, or that the device asks for, before the page is painted, and changes them
// when asked. It stands right behind the buttons that it serves. As Material's partials/javascripts/{base,palette}.html
// and its program do in inline scripts and later; refused or broken storage is survived.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scope = new URL(script.dataset.scope ?? ".", location.href);
  document.documentElement.classList.replace("no-js", "js");

  const name = `${scope.pathname}.__palette`; // as the theme calls it, so that an older choice counts
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(name) ?? "null");
    } catch {
      return null;
    }
  };
  /** @param {unknown} value */
  const keep = (value) => {
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // Storage may be refused or full: the setting then lasts for this page only.
    }
  };

  const choices = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[name=__palette]"));
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  /** @param {HTMLInputElement} choice */
  const colours = ({ dataset }) => ({
    media: dataset.mdColorMedia,
    scheme: dataset.mdColorScheme,
    primary: dataset.mdColorPrimary,
    accent: dataset.mdColorAccent,
  });
  /** @param {HTMLInputElement} chosen */
  const putOn = (chosen) => {
    for (const [name, value] of Object.entries(colours(chosen))) {
      document.body.setAttribute(`data-md-color-${name}`, value ?? "");
    }
    for (const choice of choices) {
      choice.checked = choice === chosen;
      /** @type {HTMLElement} */ (choice.nextElementSibling).hidden = choice !== chosen;
    }
  };

  choices.forEach((choice, index) => {
    choice.addEventListener("change", () => {
      putOn(choice);
      keep({ index, color: colours(choice) });
    });
    choice.addEventListener("keydown", ({ key }) => {
      if (key !== "Enter") return;
      const next = choices[(index + 1) % choices.length];
      next?.click();
      next?.focus();
    });
  });
  const saved = kept()?.index;
  const first = choices[saved] ?? choices[Number(dark)];
  if (first) putOn(first);
})();

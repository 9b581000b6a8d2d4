// @ts-check
// Puts on the colours that the reader chose, or that the device asks for, before the page is painted.
// As Material's partials/javascripts/palette.html, and the device's wish is honoured on the first visit too.
(() => {
  const get = /** @type {(key: string) => any} */ (/** @type {any} */ (window).__md_get);
  const saved = get("__palette")?.color;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const scheme = saved?.scheme ?? (dark ? "slate" : "default");
  document.body.setAttribute("data-md-color-scheme", scheme);
  for (const [name, value] of Object.entries(saved ?? {})) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
})();

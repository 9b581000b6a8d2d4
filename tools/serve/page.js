// @ts-check
// In every page that `make serve` shows: loads it again when it was built again, and shows what is wrong until it is
// mended. Readers never get it.
(() => {
  /** @type {HTMLElement | null} */
  let box = null;
  let wasAway = false;
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const given = new URL(own.src).searchParams.get("given") ?? "";
  const news = new EventSource(`/__serve/news?page=${encodeURIComponent(location.pathname)}&given=${given}`);

  news.onmessage = ({ data }) => {
    const { pages = [], styles = false, problems } = JSON.parse(data);
    if (problems) show(problems);
    else if (problems === "") hide();
    if (styles) renewStyles();
    else if (pages.includes("*") || pages.includes(location.pathname)) location.reload();
    else if (wasAway && !problems) location.reload();
    wasAway = false;
  };
  news.onerror = () => {
    wasAway = true; // the browser asks again by itself
  };
  addEventListener("pagehide", () => news.close());

  /** @param {string} problems */
  function show(problems) {
    hide();
    box = document.createElement("div");
    box.id = "serve-problems";
    box.setAttribute("role", "alert");
    const inside = box.attachShadow({ mode: "open" });
    const style = document.createElement("style");
    style.textContent = `
      :host { position: fixed; inset: auto 0 0; z-index: 9999; max-block-size: 70vh; overflow: auto; color: #fff; background: #7a1f1f; }
      h2 { margin: 0; padding: 1rem 1rem 0; font: bold 1rem sans-serif; }
      pre { margin: 0; padding: 1rem; font: 0.85rem/1.5 monospace; white-space: pre-wrap; }`;
    const heading = document.createElement("h2");
    heading.textContent = "Not built. This goes when it is mended:";
    const text = document.createElement("pre");
    text.textContent = problems;
    inside.append(style, heading, text);
    document.body.append(box);
  }

  function hide() {
    box?.remove();
    box = null;
  }

  function renewStyles() {
    for (const link of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"))) {
      const address = new URL(link.href);
      address.searchParams.set("saved", String(Date.now()));
      link.href = address.href;
    }
  }
})();

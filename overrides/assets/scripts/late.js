// What waits with its layout (stylesheets/base.css) gets it part by part, a frame each, once the page is there: no part
// keeps an answer waiting, and the scroll bar tells the truth. At once where the address leads into the page, because
// a place is only known when all above it is laid out.
const parts = [...document.querySelectorAll("[data-late]")];

const next = () => {
  parts.shift()?.removeAttribute("data-late");
  if (parts.length) requestAnimationFrame(next);
};

if (location.hash) for (const part of parts) part.removeAttribute("data-late");
else addEventListener("load", () => requestAnimationFrame(next));

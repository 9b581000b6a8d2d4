// Reads the page out, part by part, with a voice of the device. Each sentence is handed over by itself, so that to pause
// is to take back the one that is read: not every browser goes on after a pause of its own.
import { act, find } from "../dom.js";
import { localVoice } from "../local-voice.js";
import { foldedIn, partsIn, sentencesOf, wordsOf } from "./listen.words.js";

const page = find(document, "#main-content");
const button = find(document, "button[data-listen]", HTMLButtonElement);
const bar = find(document, ".listen-bar");
const turn = find(bar, "[data-do=turn]", HTMLButtonElement);
const speed = find(bar, "select", HTMLSelectElement);
const folded = find(bar, "[data-folded]").dataset.folded ?? "";

/** @type {HTMLElement | undefined} The part that is read; none once all are and the folds are named */
let here;
/** @type {string[]} What is left of it, the sentence that is read first */
let left = [];
/** @type {SpeechSynthesisUtterance | undefined} */
let spoken;

const begin = () => {
  bar.hidden = false;
  button.ariaPressed = "true";
  here = undefined;
  readPart(partsIn(page)[0]);
  turn.focus({ preventScroll: true });
};

const stop = () => {
  const isHere = bar.contains(document.activeElement);
  hush();
  mark(undefined);
  bar.hidden = true;
  button.ariaPressed = "false";
  if (isHere) button.focus({ preventScroll: true });
};

/** @param {HTMLElement} part */
const readPart = (part) => {
  mark(part);
  left = sentencesOf(wordsOf(part));
  speak();
};

const speak = () => {
  const voice = localVoice(speechSynthesis.getVoices());
  if (!voice) return stop();
  spoken = Object.assign(new SpeechSynthesisUtterance(left[0]), { voice, lang: voice.lang, rate: Number(speed.value) });
  const own = spoken;
  spoken.onend = () => own === spoken && goOn();
  spoken.onerror = () => own === spoken && stop();
  turn.textContent = turn.dataset.pause ?? "";
  speechSynthesis.speak(spoken);
};

const goOn = () => {
  left.shift();
  if (left.length) return speak();
  const next = here && partsIn(page).find((part) => follows(part, /** @type {HTMLElement} */ (here)));
  if (next) return readPart(next);
  left = here ? foldedIn(page) : [];
  mark(undefined);
  if (!left.length) return stop();
  left.unshift(folded);
  speak();
};

/** @param {Element} part @param {Element} other */
const follows = (part, other) => other.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING;

const hush = () => {
  spoken = undefined;
  speechSynthesis.cancel();
};

/** Shows the place, and brings it into view where it is not. @param {HTMLElement | undefined} part */
const mark = (part) => {
  here?.classList.remove("listen__here");
  here = part;
  if (!part) return;
  part.classList.add("listen__here");
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  part.scrollIntoView({ block: "nearest", behavior: isCalm ? "auto" : "smooth" });
};

button.addEventListener("click", () => (bar.hidden ? begin() : stop()));
bar.addEventListener("click", (event) =>
  act(event, {
    stop,
    turn: () => {
      if (!spoken) return speak();
      hush();
      turn.textContent = turn.dataset.on ?? "";
    },
  }),
);
bar.addEventListener("keydown", ({ key }) => key === "Escape" && stop());
speed.addEventListener("change", () => {
  if (!spoken) return;
  hush();
  speak(); // the sentence from its beginning
});
addEventListener("pagehide", stop);
begin();

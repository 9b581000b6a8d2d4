// Shows "Listen" where the device has a voice for it. What reads the page is fetched when it is pressed (wanted/listen.js).
import { all, made } from "../dom.js";
import { localVoice } from "../local-voice.js";

const [button] = all(document, "button[data-listen]", HTMLButtonElement);
if (button && "speechSynthesis" in window) {
  const show = () => {
    button.hidden = !localVoice(speechSynthesis.getVoices());
  };
  speechSynthesis.onvoiceschanged = show; // browsers find their voices in their own time
  addEventListener("load", show);
  const fetchReader = () => {
    // Safari lets a page speak later only if it spoke while it was pressed.
    const voice = localVoice(speechSynthesis.getVoices());
    if (voice) speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(""), { voice }));
    document.body.append(Object.assign(made("script"), { src: button.dataset.listen }));
  };
  button.addEventListener("click", fetchReader, { once: true });
}

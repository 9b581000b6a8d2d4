// How a text is cut into what a voice says in one breath.
import assert from "node:assert/strict";
import { test } from "node:test";

import { localVoice } from "../../overrides/assets/scripts/local-voice.js";
import { sentencesOf, tidy } from "../../overrides/assets/scripts/wanted/listen.words.js";

test("a text is read sentence by sentence, and a number or a short form ends none", () => {
  assert.deepEqual(sentencesOf("It may help. “Does it?” Up to 3.5 km, e.g. on grass. (Not you!)"), [
    "It may help.", "“Does it?”", "Up to 3.5 km, e.g. on grass.", "(Not you!)",
  ]);
  assert.deepEqual(sentencesOf("A heading"), ["A heading"]);
});

test("spaces, arrows and what a mark leaves behind are not read", () => {
  assert.equal(tidy("  Go on\n  with it , now . →"), "Go on with it, now.");
  assert.equal(tidy("Group one, 20, "), "Group one, 20");
});

/** @param {string} lang @param {boolean} localService */
const voice = (lang, localService) => /** @type {SpeechSynthesisVoice} */ ({ lang, localService });

test("only a voice of the device reads, a British one before others", () => {
  const [far, american, british, french] = [voice("en-GB", false), voice("en-US", true), voice("en_GB", true), voice("fr-FR", true)];
  assert.equal(localVoice([far, american, french, british]), british);
  assert.equal(localVoice([far, american, french]), american);
  assert.equal(localVoice([far, french]), undefined);
  assert.equal(localVoice([voice("end", true)]), undefined);
});

// The device's own voices. Others send what they read to somebody, so they are never used.

/** The voice to read with, a British one if there is one, or none. @param {SpeechSynthesisVoice[]} voices */
export const localVoice = (voices) => {
  const own = voices.filter(({ localService, lang }) => localService === true && /^en\b/i.test(lang.replace("_", "-")));
  return own.find(({ lang }) => /^en.gb\b/i.test(lang)) ?? own[0];
};

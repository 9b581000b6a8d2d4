// Words as search compares them. tools/search_index.py parts the words of pages in the same way.

/** Words that most questions hold and that tell no page from another. */
const STOP = new Set(
  ("a about after all also am an and any anyone are as at be because been being but by can could did do does " +
    "doing dont for from get getting go going good got had has have having he her him his how i if im in into is " +
    "it its ive just keep like me more much my need new not of off ok okay on one or our out own people really " +
    "safe shall she should so some still take than that the their them then there these they thing this to too up " +
    "us use very was we were what when where which while who why will with would you your").split(" "),
);

/** The words of a text, small and without signs. @param {string} text */
export const wordsIn = (text) =>
  text.toLowerCase().normalize("NFC").replace(/['’]s(?![\p{L}\p{N}])|['’]/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];

/** Those that say what is asked for. All of them, if none does. @param {string} text */
export const tellingWords = (text) => {
  const words = wordsIn(text);
  const telling = words.filter((word) => !STOP.has(word));
  return [...new Set(telling.length ? telling : words)];
};

/** What "run", "runs", "runner" and "running" share. Coarse on purpose: two words that share it may be a little apart. */
export const stem = (/** @type {string} */ word) => {
  if (word.length < 4) return word;
  let rest = word.replace(/ies$/, "y").replace(/(ss|x|ch|sh)es$/, "$1").replace(/([^sui])s$/, "$1");
  rest = rest.replace(/^(.*[aeiouy].*?)(?:ing|ed)$/, "$1").replace(/([bdgmnprt])\1(?:er)?$/, "$1");
  return rest.length > 3 ? rest.replace(/e$/, "") : rest;
};

/**
 * How many letters are wrong, missing, too many or in each other's place; Infinity where they are more than `most`.
 * The optimal string alignment distance (Boytsov 2011, https://doi.org/10.1145/1963190.1963191).
 * @param {string} typed @param {string} meant @param {number} most
 */
export const slips = (typed, meant, most) => {
  if (Math.abs(typed.length - meant.length) > most) return Infinity;
  /** @type {number[]} */
  let beforeLast = [];
  let last = Array.from({ length: meant.length + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row++) {
    const now = [row];
    for (let at = 1; at <= meant.length; at++) {
      const isSame = typed[row - 1] === meant[at - 1];
      now.push(Math.min(slipsAt(last, at) + 1, slipsAt(now, at - 1) + 1, slipsAt(last, at - 1) + Number(!isSame)));
      if (typed[row - 1] === meant[at - 2] && typed[row - 2] === meant[at - 1]) now[at] = Math.min(slipsAt(now, at), slipsAt(beforeLast, at - 2) + 1);
    }
    if (Math.min(...now) > most) return Infinity;
    [beforeLast, last] = [last, now];
  }
  const least = slipsAt(last, meant.length);
  return least > most ? Infinity : least;
};

/** So many as a row counts up to there; nothing is reached from outside of it. @param {number[]} row @param {number} at */
const slipsAt = (row, at) => row[at] ?? Infinity;

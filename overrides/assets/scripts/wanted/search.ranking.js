// Which pages answer what a reader typed, the best first. It knows words and where they stand, and nothing of health.
import { slips, stem, tellingWords, wordsIn } from "./search.words.js";

// What a word counts for by where it stands: in a page's title, among the lay words that its front matter names, in what
// it is about, in its opening (which holds the short answer), in a heading, in the text below one.
const WEIGHTS = [10, 8, 5, 4, 3, 1];
const HEADING = 4, TEXT = 5;
// A word that only begins like the typed one, and one that is a letter or two off it, beside the same word.
const BEGINS = 0.7, SLIPPED = 0.8;
// What it adds that a reader typed all of a page's lay words for something, or of another name for a glossary term.
const ASKED_AS = 14, ALSO = 8;
// What a term's own name counts for where only one of its other names was typed.
const MEANT = 0.5;
const MOST_PAGES = 12, MOST_PARTS = 2;
// A heading that so many pages have ("Sources") says nothing of one of them.
const COMMON = 3;
const LEAST_OF_BEST = 0.15;

/**
 * @typedef {{ words: string[], weight: number }} Family Written words that a typed word stands for
 * @typedef {{ page: IndexedPage, parts: [string, string][], score: number }} Found
 */

/** An index, ready to be asked. @param {SearchIndex} index */
export const opened = ({ pages, also, words }) => {
  const written = new Map(words.split(",").map((line) => /** @type {[string, string]} */ (parted(line))));
  /** @type {Map<string, string[]>} */
  const families = new Map();
  for (const word of written.keys()) added(families, stem(word), word);
  // A place is a number: a page has its first four, and then two for each part.
  const pageAt = pages.flatMap((page, number) => Array(TEXT - 1 + 2 * page.parts.length).fill(number));
  const starts = pages.map((_, number) => pageAt.indexOf(number));
  const names = [
    ...pages.flatMap(({ lay = [] }, page) => lay.map((name) => ({ page, stems: stemsOf(name), means: /** @type {string[]} */ ([]), adds: ASKED_AS }))),
    ...also.flatMap(({ term, also, url }) =>
      also.split(", ").map((name) => ({ page: pages.findIndex((page) => page.url === url), stems: stemsOf(name), means: stemsOf(term), adds: ALSO })),
    ),
  ];
  /** @type {Map<string, number>} */
  const headings = new Map();
  for (const [, heading] of pages.flatMap(({ parts }) => parts)) headings.set(heading, (headings.get(heading) ?? 0) + 1);
  return { pages, written, families, pageAt, starts, names, headings };
};

/** The pages for what was typed, and the words that were found for it. @param {ReturnType<typeof opened>} index @param {string} typed */
export const ranked = (index, typed) => {
  const asked = tellingWords(typed).map((word) => family(index, word));
  const known = asked.filter(({ words }) => words.length);
  const stems = new Set(known.flatMap(({ words }) => words.map(stem)));
  const named = index.names.filter((name) => name.stems.every((part) => stems.has(part)));
  const meant = [...new Set(named.flatMap(({ means }) => means))].filter((part) => !stems.has(part));
  const queries = [
    ...known,
    ...meant.map((part) => ({ words: index.families.get(part) ?? [], weight: MEANT })),
  ].map((query) => weighed(index, query));
  const all = sum(queries.slice(0, known.length).map(({ rare }) => rare));

  /** @type {number[]} */
  const scores = index.pages.map(() => 0);
  /** @type {number[]} */
  const covered = index.pages.map(() => 0);
  queries.forEach(({ rare, byPage }, number) => {
    for (const [page, roles] of byPage) {
      add(scores, page, rare * counted(roles));
      if (number < known.length) add(covered, page, rare);
    }
  });
  covered.forEach((part, page) => scale(scores, page, all ? (part / all) ** 1.5 : 1));
  /** @type {Map<number, number>} */
  const names = new Map();
  for (const { page, stems: parts, adds } of named) {
    const share = sum(queries.slice(0, known.length).map(({ rare, own }) => (parts.some((part) => own.has(part)) ? rare : 0)));
    names.set(page, Math.max(names.get(page) ?? 0, adds * share));
  }
  for (const [page, adds] of names) if (page >= 0) add(scores, page, adds);
  index.pages.forEach(({ weight = 1 }, page) => scale(scores, page, weight));

  const best = Math.max(...scores);
  const found = index.pages
    .map((page, number) => ({ page, score: scores[number] ?? 0, number }))
    .filter(({ score }) => score > best * LEAST_OF_BEST)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_PAGES)
    .map(({ page, score, number }) => ({ page, score, parts: partsOf(index, page, number, queries) }));
  return { found, words: new Set(queries.flatMap(({ words }) => words)) };
};

/**
 * The words that a typed one stands for: its own family, or what begins with it, or what it is a slip of.
 * @param {ReturnType<typeof opened>} index @param {string} typed @returns {Family}
 */
const family = ({ families, written }, typed) => {
  const own = families.get(stem(typed)) ?? [];
  if (own.length) return { words: own, weight: 1 };
  const begun = typed.length > 2 ? [...written.keys()].filter((word) => word.startsWith(typed)) : [];
  if (begun.length) return { words: begun, weight: BEGINS };
  const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  let least = most;
  /** @type {string[]} */
  let near = [];
  for (const word of most ? written.keys() : []) {
    if (word.length < 4 || /\d/.test(word)) continue;
    const off = slips(typed, word, least);
    if (off > least) continue;
    near = off < least ? [word] : [...near, word];
    least = off;
  }
  return { words: [...new Set(near.flatMap((word) => families.get(stem(word)) ?? []))], weight: SLIPPED };
};

/** How rare a family is among pages, and in which roles it stands on each. @param {ReturnType<typeof opened>} index @param {Family} query */
const weighed = (index, { words, weight }) => {
  /** @type {Map<number, number[]>} */
  const byPage = new Map();
  /** @type {Set<number>} */
  const places = new Set(words.flatMap((word) => placesOf(index, word)));
  for (const place of places) added(byPage, index.pageAt[place], roleOf(index, place));
  const pages = index.pages.length;
  const rare = weight * Math.log(1 + (pages - byPage.size + 0.5) / (byPage.size + 0.5));
  return { words, rare, byPage, places, own: new Set(words.map(stem)) };
};

/** What a word counts for on a page where it stands in these roles. @param {number[]} roles */
const counted = (roles) => {
  const times = roles.filter((role) => role === TEXT).length;
  return sum([...new Set(roles)].map((role) => WEIGHTS[role] ?? 0)) + Math.log2(times || 1) / 2;
};

/**
 * The parts of a page that hold all that was typed, those first that say it in their headings.
 * @param {ReturnType<typeof opened>} index @param {IndexedPage} page @param {number} number
 * @param {ReturnType<typeof weighed>[]} queries
 */
const partsOf = (index, page, number, queries) => {
  const first = (index.starts[number] ?? 0) + HEADING;
  return page.parts
    .map((part, at) => {
      const heading = first + 2 * at;
      const has = queries.map(({ places, rare }) => rare * (2 * Number(places.has(heading)) + Number(places.has(heading + 1))));
      return { part, score: sum(has), all: has.every(Boolean) };
    })
    .filter(({ part, score, all }) => score && all && (index.headings.get(part[1]) ?? 0) < COMMON)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_PARTS)
    .map(({ part }) => part);
};

/** @param {ReturnType<typeof opened>} index @param {number} place */
const roleOf = ({ pageAt, starts }, place) => {
  const role = place - (starts[pageAt[place]] ?? 0);
  return role < HEADING ? role : HEADING + ((role - HEADING) % 2);
};

/** Where a word stands: the index holds the step from each place to the next. @param {ReturnType<typeof opened>} index @param {string} word */
const placesOf = ({ written }, word) => {
  let at = 0;
  return (written.get(word) ?? "").split(" ").map((step) => (at += parseInt(step, 36)));
};

/** @param {string} line */
const parted = (line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)];

/** @param {string} name */
const stemsOf = (name) => tellingWords(name).map(stem);

/** @template K, V @param {Map<K, V[]>} map @param {K} key @param {V} value */
const added = (map, key, value) => {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
};

/** @param {number[]} numbers @param {number} at @param {number} more */
const add = (numbers, at, more) => {
  numbers[at] = (numbers[at] ?? 0) + more;
};

/** @param {number[]} numbers @param {number} at @param {number} so */
const scale = (numbers, at, so) => {
  numbers[at] = (numbers[at] ?? 0) * so;
};

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);

/** A text in pieces, those that were searched for marked out. @param {string} text @param {Set<string>} words */
export const pieces = (text, words) =>
  text.split(/([\p{L}\p{N}'’]+)/u).map((piece) => ({ text: piece, isFound: wordsIn(piece).some((word) => words.has(word)) }));

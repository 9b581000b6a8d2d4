// Which page comes first for what is typed, over an index of a few made-up pages. Nothing here is the guide's own words.
import assert from "node:assert/strict";
import { test } from "node:test";

import { opened, pieces, ranked } from "../../overrides/assets/scripts/wanted/search.ranking.js";
import { slips, stem, tellingWords, wordsIn } from "../../overrides/assets/scripts/wanted/search.words.js";

/** @typedef {{ title: string, about?: string, opening?: string, lay?: string[], weight?: number, parts?: [string, string][] }} Made */

/** An index as tools/search_index.py makes it. @param {Record<string, Made>} pages @param {SearchIndex["also"]} [also] */
const made = (pages, also = []) => {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  let at = 0;
  for (const { title, about = "", opening = "", lay = [], parts = [] } of Object.values(pages)) {
    for (const text of [title, lay.join(", "), about, opening, ...parts.flat()]) {
      for (const word of new Set(wordsIn(text))) places.set(word, [...(places.get(word) ?? []), at]);
      at += 1;
    }
  }
  const steps = (/** @type {number[]} */ numbers) => numbers.map((to, index) => (to - (numbers[index - 1] ?? 0)).toString(36));
  return opened({
    pages: Object.entries(pages).map(([url, { title, about = "", lay, weight, parts = [] }]) => ({
      url, title, about, lay, weight, parts: parts.map(([heading], number) => [`part-${number}`, heading]),
    })),
    also,
    words: [...places].map(([word, numbers]) => `${word} ${steps(numbers).join(" ")}`).join(","),
  });
};

/** @param {ReturnType<typeof made>} index @param {string} typed */
const found = (index, typed) => ranked(index, typed).found.map(({ page }) => page.url);

const BIRDS = made(
  {
    herons: { title: "Can I feed herons?", about: "What herons eat", parts: [["Fish", "They wade for fish and frogs"], ["Sources", "Pond"]] },
    ponds: { title: "Ponds", about: "Water for birds", opening: "A pond draws herons", parts: [["Depth", "Frogs like it"], ["Sources", "Pond"]] },
    owls: { title: "Barn owls", about: "Night birds", lay: ["screech bird", "night noise"], parts: [["Sources", "Barn"]] },
    list: { title: "All sayings", weight: 0.9, parts: [["Herons eat frogs", "One herons frogs fish saying"], ["Owls", "Owls owls"]] },
    words: { title: "Words", weight: 0.3, parts: [["Ponds", "Also called mini lake, puddle garden"]] },
  },
  [{ term: "Ponds", also: "mini lake, puddle garden", url: "ponds" }],
);

test("a title counts for more than an opening, and that for more than a list", () => {
  assert.deepEqual(found(BIRDS, "herons"), ["herons", "ponds", "list"]);
});

test("words that every question has count for nothing", () => {
  assert.deepEqual(found(BIRDS, "what can i do about the herons"), found(BIRDS, "herons"));
  assert.deepEqual(tellingWords("what do I do"), ["what", "do", "i"]);
});

test("one and many, and what is done, are the same word", () => {
  for (const typed of ["heron", "HERONS", "heron’s", "heron-feeding"]) assert.equal(found(BIRDS, typed)[0], "herons", typed);
});

test("a letter or two may be wrong, missing, too many or swapped", () => {
  for (const typed of ["hrons", "heronns", "hernos", "herins"]) assert.equal(found(BIRDS, typed)[0], "herons", typed);
  assert.deepEqual(found(BIRDS, "hxrxns"), []);
});

test("a word that is right is not taken for one that is near it", () => {
  const index = made({ a: { title: "Disc" }, b: { title: "Disk" } });
  assert.deepEqual(found(index, "disk"), ["b"]);
});

test("the beginning of a word is enough", () => {
  assert.equal(found(BIRDS, "scree")[0], "owls");
});

test("a page is found by its lay words, which may be parts of what is typed", () => {
  assert.equal(found(BIRDS, "what is that night noise near my pond")[0], "owls");
});

test("half of its lay words is not what they stand for", () => {
  const pages = { a: { title: "A", lay: ["dodgy knee"] }, b: { title: "Knee", about: "Of a knee", opening: "A dodgy one" } };
  assert.deepEqual([found(made(pages), "knee")[0], found(made(pages), "dodgy knee")[0]], ["b", "a"]);
});

test("another name of a term leads to the term's page and its words", () => {
  const { found: pages, words } = ranked(BIRDS, "mini lake");
  assert.deepEqual([pages[0].page.url, words.has("ponds")], ["ponds", true]);
});

test("whoever holds more of what was typed comes first", () => {
  const pages = { some: { title: "Frogs", about: "Frogs", opening: "Frogs" }, all: { title: "A", parts: /** @type {[string, string][]} */ ([["B", "Frogs at depth"]]) } };
  assert.equal(found(made(pages), "frogs depth")[0], "all");
});

test("parts that hold all of it are shown, by heading first, and none that many pages have", () => {
  const [first] = ranked(BIRDS, "fish").found;
  assert.deepEqual([first.page.url, first.parts], ["herons", [["part-0", "Fish"]]]);
  assert.deepEqual(ranked(BIRDS, "barn").found[0].parts, []);
});

test("what is nowhere finds nothing", () => {
  for (const typed of ["zebra", "", "  ", "?!", "q"]) assert.deepEqual(found(BIRDS, typed), [], typed);
});

test("words are parted as the index parts them", () => {
  assert.deepEqual(wordsIn("Knee's, KNEES’ don't walk-run 5.5 Née a_b"), ["knee", "knees", "dont", "walk", "run", "5", "5", "née", "a", "b"]);
});

test("the stem of words", () => {
  for (const family of ["run runs running runner runners", "injury injuries", "jog jogging jogged jogger", "class classes", "shoe shoes", "exercise exercises exercising", "stretch stretches stretching"]) {
    assert.equal(new Set(family.split(" ").map(stem)).size, 1, family);
  }
  for (const [one, other] of [["shoulder", "should"], ["arthritis", "arthrit"], ["spring", "spr"], ["bus", "bu"]]) assert.notEqual(stem(one), stem(other));
});

test("slips are counted up to a most", () => {
  assert.deepEqual([slips("abcd", "abcd", 2), slips("abdc", "abcd", 2), slips("abc", "abcd", 2), slips("axcx", "abcd", 2), slips("xxxx", "abcd", 2), slips("a", "abcd", 2)], [0, 1, 1, 2, Infinity, Infinity]);
});

test("what was searched for is marked in a text that stays as it is", () => {
  const shown = pieces("Heron’s <b>: owl", new Set(["heron"]));
  assert.deepEqual([shown.map(({ text }) => text).join(""), shown.filter(({ isFound }) => isFound).map(({ text }) => text)], ["Heron’s <b>: owl", ["Heron’s"]]);
});

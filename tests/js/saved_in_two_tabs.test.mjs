// Nothing that a reader saved is lost: by another tab, by a full store, by clearing one thing.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ANSWERS, DIARY, diary, entry, notes } from "./diaries.mjs";
import { PREFIX, device, tool } from "./tab.mjs";

const two = (reader = device()) => {
  reader.put(DIARY, JSON.stringify([entry({ note: "old" })]));
  return { reader, tabs: [reader.open(), reader.open()] };
};

test("entries of two tabs are both saved and both shown", () => {
  const { reader, tabs } = two();
  const [one, other] = tabs.map((tab) => tool(tab, DIARY, []));
  one.change([...one.shown, entry({ note: "one" })]);
  assert.deepEqual(notes(other.shown), ["old", "one"]);
  other.change([...other.shown, entry({ note: "other" })]);
  assert.deepEqual(notes(one.shown), ["old", "one", "other"]);
  assert.deepEqual(notes(reader.open().Saved.read(DIARY)).sort(), ["old", "one", "other"]);
});

test("a tab that was told nothing reads again before it writes", () => {
  const { reader, tabs } = two();
  const [one, other] = tabs.map((tab) => tool(tab, DIARY, []));
  tabs[1].asleep = true;
  one.change([entry({ note: "one" })]); // "old" is deleted here
  other.change([...other.shown, entry({ note: "other" })]);
  assert.equal(other.said, "kept");
  assert.deepEqual(notes(reader.open().Saved.read(DIARY)).sort(), ["one", "other"]);
  assert.deepEqual(notes(other.shown).sort(), ["one", "other"], "the deleted entry does not come back");
});

test("a tab that wakes shows what was saved meanwhile", () => {
  const { tabs } = two();
  const [one, other] = tabs.map((tab) => tool(tab, DIARY, []));
  tabs[1].asleep = true;
  one.change([...one.shown, entry({ note: "one" })]);
  tabs[1].wake();
  assert.deepEqual(notes(other.shown), ["old", "one"]);
});

test("an entry that both tabs changed stays in both versions", () => {
  const { reader, tabs } = two();
  const [one, other] = tabs.map((tab) => tool(tab, DIARY, []));
  tabs[1].asleep = true;
  one.change([entry({ note: "changed here" })]);
  other.change([entry({ note: "changed there" })]);
  assert.deepEqual(notes(reader.open().Saved.read(DIARY)).sort(), ["changed here", "changed there"]);
});

test("a tool may change in place what it was given", () => {
  const { reader, tabs } = two();
  const [one, other] = tabs.map((tab) => tool(tab, DIARY, []));
  one.shown.push(entry({ note: "pushed" }));
  one.change(one.shown);
  other.shown.shift();
  other.change(other.shown);
  assert.deepEqual(notes(reader.open().Saved.read(DIARY)), ["pushed"]);
});

test("two entries of the same content are two", () => {
  const { reader, tabs } = two();
  const one = tool(tabs[0], DIARY, []);
  one.change([entry(), entry()]);
  one.change([entry(), entry(), entry({ note: "more" })]);
  assert.equal(reader.open().Saved.read(DIARY).length, 3);
});

test("clearing in one tab clears the other; no longer saving leaves what is on its screen", () => {
  /** @type {["clear" | "stop", string, number][]} */
  const ways = [["clear", "cleared", 0], ["stop", "elsewhere", 1]];
  for (const [act, says, left] of ways) {
    const { reader, tabs } = two();
    const [one, other] = tabs.map((tab) => tool(tab, DIARY, []));
    one[act]();
    assert.deepEqual([other.said, other.shown.length, other.kept()], [says, left, false]);
    other.change([...other.shown, entry({ note: "later" })]);
    assert.equal(reader.text(DIARY), null, "nothing is saved again until the reader asks");
    assert.equal(reader.open().Saved.read(DIARY), null);
  }
});

test("a tab that slept through clearing does not save it all again", () => {
  const { reader, tabs } = two();
  const [one, other] = tabs.map((tab) => tool(tab, DIARY, []));
  tabs[1].asleep = true;
  one.clear();
  other.change([...other.shown, entry({ note: "later" })]);
  assert.equal(other.said, "elsewhere");
  assert.equal(reader.text(DIARY), null);
});

test("what one tab saves appears in an empty one, and joins what another has written", () => {
  const reader = device();
  const [one, empty, written] = [reader.open(), reader.open(), reader.open()].map((tab) => tool(tab, DIARY, []));
  written.change([entry({ note: "unsaved" })]);
  one.change([entry({ note: "one" })]);
  one.keep();
  assert.deepEqual(notes(written.shown).sort(), ["one", "unsaved"]);
  assert.deepEqual(notes(empty.shown).sort(), ["one", "unsaved"]);
  assert.deepEqual(notes(one.shown).sort(), ["one", "unsaved"]);
  assert.equal(empty.said, "kept");
});

test("ticks of two tabs join, and a tick taken away in one stays away", () => {
  const reader = device();
  reader.put("checklist.first", '["one","two"]');
  const tabs = [reader.open(), reader.open()];
  const [one, other] = tabs.map((tab) => tool(tab, "checklist.first", [], { drafts: false }));
  tabs[1].asleep = true;
  one.change(["two", "three"]);
  other.change(["one", "two", "four"]);
  assert.deepEqual([...reader.open().Saved.read("checklist.first")].sort(), ["four", "three", "two"]);
});

test("words that two tabs wrote into one field stay, both of them", () => {
  const reader = device();
  const name = "appointment.summary";
  const sheet = (/** @type {string} */ worry, more = {}) => ({ words: { worry, ...more }, without: [] });
  reader.put(name, JSON.stringify(sheet("")));
  const tabs = [reader.open(), reader.open()];
  const [one, other] = tabs.map((tab) => tool(tab, name, sheet("")));
  tabs[1].asleep = true;
  one.change(sheet("Is it the bone?", { hope: "To run." }));
  other.change(sheet("How long?"));
  assert.deepEqual(other.shown.words, { worry: "Is it the bone?\nHow long?", hope: "To run." });
});

// A store that is full or refused

test("a full store is said, and what was saved before is still there", () => {
  const { reader, tabs } = two();
  const one = tool(tabs[0], DIARY, []);
  reader.full();
  one.change([...one.shown, entry({ note: "too much" })]);
  assert.deepEqual([one.said, one.shown.length], ["refused", 2]);
  assert.deepEqual(notes(reader.open().Saved.read(DIARY)), ["old"]);
  reader.roomy();
  one.keep();
  assert.deepEqual(notes(reader.open().Saved.read(DIARY)), ["old", "too much"]);
});

test("where the store is refused, the tool works and says so", () => {
  const one = tool(device().open({ refused: true }), DIARY, []);
  one.change([entry()]);
  assert.equal(one.said, "not-kept");
  one.keep();
  assert.deepEqual([one.said, one.shown.length], ["refused", 1]);
});

test("nothing is in the store of the device before the reader asks, and nothing of the tool after clearing", () => {
  const reader = device();
  const tab = reader.open();
  const one = tool(tab, DIARY, []);
  one.change([entry()]);
  assert.deepEqual(reader.texts(), {});
  assert.equal(tab.Drafts.read(DIARY).length, 1);
  one.keep();
  assert.deepEqual(Object.keys(reader.texts()), [PREFIX + DIARY]);
  assert.equal(tab.Drafts.read(DIARY), null);
  one.clear();
  assert.deepEqual([reader.texts(), tab.Drafts.read(DIARY)], [{}, null]);
});

// Clearing one thing, and taking it back

test("what is cleared comes back as it was, with what cannot be read, and other tabs hear of both", () => {
  const phone = device();
  const [tab, other] = [phone.open(), phone.open()];
  phone.put(DIARY, JSON.stringify([...diary(2, 0), { date: "never" }]));
  const diaryThere = tool(other, DIARY, []);
  const before = phone.texts();
  const gone = tab.run(() => tab.Saved.clear(DIARY));
  assert.deepEqual([phone.texts(), diaryThere.shown], [{}, []]);
  assert.equal(tab.run(gone.putBack), true);
  assert.deepEqual([phone.texts(), diaryThere.shown], [before, diary(2, 0)]);
});

test("a list that was cleared joins what was saved since; anything else that was saved since stays, and false says so", () => {
  const tab = device().open();
  tab.Saved.write("checklist.first", ["one"]);
  tab.Saved.write("decision.way", ANSWERS);
  const [list, answers] = ["checklist.first", "decision.way"].map((name) => tab.Saved.clear(name));
  tab.Saved.write("checklist.first", ["two"]);
  const newer = { ...ANSWERS, date: "2026-11-21" };
  tab.Saved.write("decision.way", newer);
  assert.deepEqual([tab.run(list.putBack), tab.Saved.read("checklist.first")], [true, ["two", "one"]]);
  assert.deepEqual([tab.run(answers.putBack), tab.Saved.read("decision.way")], [false, newer]);
  assert.deepEqual(JSON.parse(answers.file).saved, { "decision.way": ANSWERS });
});

test("where the store has no room for all of it by then, nothing comes back in part", () => {
  const phone = device();
  const tab = phone.open();
  tab.Saved.write(DIARY, diary(2, 0));
  phone.put(`unread.${DIARY}`, JSON.stringify(["cut off"]));
  phone.full();
  const { putBack } = tab.run(() => tab.Saved.clear(DIARY));
  phone.put("later.thing", "1"); // room for the diary, and not for what is apart
  const before = phone.texts();
  assert.equal(tab.run(putBack), false);
  assert.deepEqual(phone.texts(), before);
});

test("what is of a kind that nobody knows is listed, read by nobody, and goes along in the file as it is", () => {
  const phone = device();
  const tab = phone.open();
  phone.put("later.thing", '{"v":9}');
  assert.deepEqual([tab.Saved.names(), tab.Saved.all(), tab.Saved.unread("later.thing")], [["later.thing"], [], ['{"v":9}']]);
  assert.deepEqual(JSON.parse(tab.Saved.pack() ?? "").unread, { "later.thing": ['{"v":9}'] });
});

test("a draft that was cleared comes back", () => {
  const tab = device().open();
  tab.Drafts.write("checklist.first", ["one"]);
  const [name] = tab.Drafts.names();
  const putBack = tab.run(() => tab.Drafts.clear(name));
  assert.deepEqual(tab.Drafts.names(), []);
  tab.run(putBack);
  assert.deepEqual(tab.Drafts.read("checklist.first"), ["one"]);
});

// Nothing that a reader saved is lost: by a file, by another tab, by a line that cannot be read, by a full store.
import assert from "node:assert/strict";
import { test } from "node:test";

import { SEEDS, diary, entry } from "./diaries.mjs";
import { PREFIX, device, tool } from "./tab.mjs";

const DIARY = "diary.pain";
const ANSWERS = { version: "1", date: "2026-11-20", answers: { urgent: "no" } };
/** @param {Record<string, unknown>} saved */
const file = (saved) => JSON.stringify({ format: "running-bones-joints/saved/1", saved });
/** @param {DiaryEntry[]} entries */
const notes = (entries) => entries.map(({ note }) => note);
/** @param {ReturnType<ReturnType<typeof device>["open"]>} tab @param {string} text */
const taken = ({ Saved }, text) => {
  const found = Saved.look(text);
  return { done: found && Saved.takeIn(found.adds), replaces: found?.replaces.map(([name]) => name), left: found?.left };
};

// Files

test("a file with one entry adds it to a diary of a hundred, and one that is here already is not doubled", () => {
  const tab = device().open();
  tab.Saved.write(DIARY, diary(100, 0));
  const same = tab.Saved.read(DIARY)[4];
  assert.equal(taken(tab, file({ [DIARY]: [entry({ note: "new" }), same] })).done, true);
  assert.equal(tab.Saved.read(DIARY).length, 101);
});

test("ticks of a file join the ticks that are here", () => {
  const tab = device().open();
  tab.Saved.write("checklist.first", ["one", "two"]);
  taken(tab, file({ "checklist.first": ["two", "three"] }));
  assert.deepEqual(tab.Saved.read("checklist.first"), ["one", "two", "three"]);
});

test("answers, choices, weeks and the sheet are never replaced without a question that names them", () => {
  const others = {
    "decision.sore-today": ANSWERS,
    "options.sore-knee": { matters: {}, sure: {}, leans: "", notes: "mine" },
    "appointment.summary": { words: { worry: "mine" }, without: [] },
    "planner.weeks": {
      version: "1", date: "2026-11-20", start: "2026-11-23", key: "a1", plan: "first", from: 0, to: 2, strength: true,
      days: [0, 2], answers: {}, notes: {}, weeks: {},
    },
  };
  const changed = { date: "2026-11-21", notes: "theirs", words: { worry: "theirs" } };
  const tab = device().open();
  for (const [name, value] of Object.entries(others)) {
    assert.equal(tab.Saved.write(name, value), true, name);
    const parts = Object.entries(changed).filter(([part]) => part in value && !(name === "planner.weeks" && part === "notes"));
    const text = file({ [name]: { ...value, ...Object.fromEntries(parts) } });
    assert.deepEqual(taken(tab, text).replaces, [name]);
    assert.deepEqual(tab.Saved.read(name), value);
    assert.deepEqual(taken(tab, file({ [name]: value })).replaces, [], "the same is no question");
  }
});

test("entries of a file that cannot be read are counted, and the others come in", () => {
  const tab = device().open();
  const found = taken(tab, file({ [DIARY]: [entry(), entry({ date: "9999-99-99" }), null], "other.thing": 1 }));
  assert.equal(found.left, 3);
  assert.equal(tab.Saved.read(DIARY).length, 1);
});

test("where a file does not fit into the store, nothing of it is taken and nothing here is lost", () => {
  const reader = device();
  const tab = reader.open();
  reader.put(DIARY, JSON.stringify([entry(), { date: "broken" }]));
  const before = reader.texts();
  reader.full();
  assert.equal(taken(tab, file({ "checklist.a": ["one"], [DIARY]: diary(50, 1) })).done, false);
  assert.deepEqual(reader.texts(), before);
});

for (const seed of SEEDS) {
  test(`everything saved comes back from its own file on another device (${seed})`, () => {
    const [from, to] = [device().open(), device().open()];
    const saved = { [DIARY]: diary([0, 1, 99, 365][seed % 4], seed), "checklist.first": ["one"], "decision.sore-today": ANSWERS };
    for (const [name, value] of Object.entries(saved)) assert.equal(from.Saved.write(name, value), true);
    const text = from.Saved.pack() ?? "";
    assert.ok(new TextEncoder().encode(text).length < from.Saved.MOST_BYTES);
    assert.equal(taken(to, new TextDecoder().decode(new TextEncoder().encode(text))).done, true);
    assert.deepEqual(Object.fromEntries(to.Saved.all()), saved);
  });
}

test("a store that is full to the brim makes a file that can be brought in", () => {
  const notes = diary(365, 1);
  const ticks = Array.from({ length: 50_000 }, (_, number) => String(number % 10));
  for (const [kind, value] of [["diary", notes], ["checklist", ticks]]) {
    const [from, to] = [device().open(), device().open()];
    let count = 0;
    while (from.Saved.write(`${kind}.${count}`, value)) count += 1;
    assert.ok(count > 10);
    const text = from.Saved.pack() ?? "";
    assert.ok(new TextEncoder().encode(text).length < to.Saved.MOST_BYTES);
    assert.equal(taken(to, text).done, true);
    assert.equal(to.Saved.all().length, count);
  }
});

// What cannot be read

test("an entry that cannot be read hides no other, and the next save keeps it aside", () => {
  const reader = device();
  const broken = { date: "9999-99-99", note: "mine" };
  reader.put(DIARY, JSON.stringify([entry({ note: "a" }), broken, entry({ note: "b" })]));
  const shown = tool(reader.open(), DIARY, []);
  assert.deepEqual(notes(shown.shown), ["a", "b"]);
  assert.equal(shown.unreadable, 1);
  shown.change([...shown.shown, entry({ note: "c" })]);
  assert.equal(shown.said, "kept");
  const again = reader.open();
  assert.deepEqual(notes(again.Saved.read(DIARY)), ["a", "b", "c"]);
  assert.deepEqual(again.Saved.unread(DIARY).map((text) => JSON.parse(text)), [broken]);
  assert.deepEqual(JSON.parse(JSON.parse(again.Saved.packUnread(DIARY) ?? "").unread[DIARY][0]), broken);
});

for (const [kind, text] of [
  ["a text that is cut off", '{"v":1,"value":[{"da'],
  ["a text of a later version", '{"v":2,"value":[]}'],
  ["a value of another shape", '"words"'],
]) {
  test(`${kind} is kept as it is`, () => {
    const reader = device();
    reader.put(DIARY, text);
    const shown = tool(reader.open(), DIARY, []);
    assert.deepEqual([shown.said, shown.unreadable], ["not-kept", 1]);
    shown.change([entry()]);
    shown.keep();
    assert.equal(shown.said, "kept");
    const { Saved } = reader.open();
    assert.deepEqual([Saved.read(DIARY).length, Saved.unread(DIARY)], [1, [text]]);
    assert.deepEqual(JSON.parse(Saved.pack() ?? "").unread, { [DIARY]: [text] });
  });
}

test("what cannot be read stays when saving stops, and goes when all is cleared or it is removed", () => {
  const reader = device();
  reader.put(DIARY, JSON.stringify([entry(), null]));
  const shown = tool(reader.open(), DIARY, []);
  shown.stop();
  assert.deepEqual([reader.text(DIARY), shown.unreadable, shown.shown.length], [null, 1, 1]);
  shown.keep();
  shown.clear();
  assert.deepEqual(reader.texts(), {});
  reader.put(DIARY, JSON.stringify([entry(), null]));
  const { Saved } = reader.open();
  Saved.removeUnread(DIARY);
  assert.deepEqual([Saved.read(DIARY).length, Saved.unread(DIARY)], [1, []]);
});

test("where there is no room to set it aside, the save is refused and all stays as it was", () => {
  const reader = device();
  reader.put(DIARY, JSON.stringify([entry(), { broken: true }]));
  const before = reader.texts();
  const shown = tool(reader.open(), DIARY, []);
  reader.full();
  shown.change([entry(), entry({ note: "new" })]);
  assert.equal(shown.said, "refused");
  assert.deepEqual(reader.texts(), before);
});

test("what was saved before there were versions is read, and carries one from the next save on", () => {
  const reader = device();
  reader.put("checklist.first", '["one"]');
  const list = tool(reader.open(), "checklist.first", []);
  assert.deepEqual(list.shown, ["one"]);
  list.change(["one", "two"]);
  assert.equal(reader.text("checklist.first"), '{"v":1,"value":["one","two"]}');
});

for (const name of ["constructor.a", "__proto__.a", "toString.pain", "diary.constructor", "decision.__proto__", "diary", "diary.pain.more"]) {
  test(`${name} names nothing that can be saved`, () => {
    const tab = device().open();
    assert.equal(tab.Saved.write(name, []), false);
    assert.equal(tab.Saved.read(name), null);
    assert.equal(taken(tab, `{"format": "running-bones-joints/saved/1", "saved": {"${name}": []}}`).left, 1);
  });
}

for (const date of ["9999-99-99", "2026-02-31", "2026-13-01", "yesterday", ""]) {
  test(`answers of “${date}” are not shown as saved answers`, () => {
    const reader = device();
    reader.put("decision.sore-today", JSON.stringify({ ...ANSWERS, date }));
    assert.equal(reader.open().Saved.read("decision.sore-today"), null);
  });
}

// Two tabs

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

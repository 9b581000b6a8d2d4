// Nothing that a reader saved is lost: by a file, or by a line that cannot be read.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ANSWERS, DIARY, SEEDS, diary, entry, notes } from "./diaries.mjs";
import { device, tool } from "./tab.mjs";

/** @param {Record<string, unknown>} saved */
const file = (saved) => JSON.stringify({ format: "running-bones-joints/saved/1", saved });
/** @param {ReturnType<ReturnType<typeof device>["open"]>} tab @param {string} text */
const taken = ({ Saved }, text) => {
  const found = Saved.look(text);
  return { done: found && Saved.takeIn(found.adds), replaces: found?.replaces.map(([name]) => name), left: found?.left };
};

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

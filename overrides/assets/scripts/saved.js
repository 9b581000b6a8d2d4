// @ts-check
// What the reader asked to keep on this device, and the one file in which all of it travels.
// Storage may be refused, full, or filled by others, and other tabs write to it: nothing here throws, nothing is
// believed unseen, and nothing that is there is written over unread. Types: docs-dev/scripts.d.ts
(() => {
  "use strict";

  const PREFIX = "running-bones-joints.";
  const ASIDE = `${PREFIX}unread.`; // what could not be read, word for word; no name of ours begins so
  const FORMAT = "running-bones-joints/saved/1";
  const MOST_DIARY_ENTRIES = 365;
  const CHANGED = "guide-saved"; // an event in this tab; other tabs get the browser's own, "storage"

  // Browsers store some five million signs for a site. As a file of UTF-8, with spaces between, all of it stays below.
  const MOST_BYTES = 32_000_000;

  const stored = (use) => {
    try {
      return use(localStorage);
    } catch {
      return false;
    }
  };

  const textOf = (key) => stored((storage) => storage.getItem(key)) || null;
  const put = (key, text) => stored((storage) => !storage.setItem(key, text));
  const drop = (key) => stored((storage) => storage.removeItem(key));
  const opened = (name) => Shapes.opened(name, Shapes.kindOf(name) && textOf(PREFIX + name));

  /** What can be read of what is saved under a name; null for nothing. */
  const read = (name) => opened(name).value;

  // What cannot be read

  const aside = (name) => {
    try {
      const texts = JSON.parse(textOf(ASIDE + name) ?? "[]");
      return texts.every((text) => typeof text === "string") ? texts : [];
    } catch {
      return [];
    }
  };

  /** What is saved under a name and cannot be read, as it was. */
  const unread = (name) => [...new Set([...aside(name), ...opened(name).unread])];

  /** Before a text is written over: what of it cannot be read moves to a place of its own. */
  const setAside = (name) => !opened(name).unread.length || put(ASIDE + name, JSON.stringify(unread(name)));

  /** What cannot be read, as the text of a file; null where there is nothing. */
  const packUnread = (name) => {
    const texts = unread(name);
    return texts.length ? JSON.stringify({ format: FORMAT, saved: {}, unread: { [name]: texts } }, null, 1) : null;
  };

  const removeUnread = (name) => {
    const { value, unread: left } = opened(name);
    if (left.length) value === null ? drop(PREFIX + name) : put(PREFIX + name, Shapes.boxed(value));
    drop(ASIDE + name);
  };

  // Writing

  /** Saves a value in place of what is there. Whether it is saved now; if not, all is as it was. */
  const write = (name, value) => Shapes.fits(name, value) && setAside(name) && put(PREFIX + name, Shapes.boxed(value));

  /**
   * Saves what changed since `base`, what this tab read or saved last (null: nothing). What another tab saved meanwhile
   * stays. "elsewhere": another tab removed what was saved, or saved what cannot go together with it; nothing is written.
   */
  const update = (name, base, mine) => {
    if (base !== null && stored((storage) => storage.getItem(PREFIX + name)) === null) return { said: "elsewhere", value: mine };
    const theirs = read(name);
    const value = Merging.merged(name, base, mine, theirs);
    if (value === null) return { said: "elsewhere", value: mine };
    if (theirs !== null && Shapes.textOf(value) === Shapes.textOf(theirs)) return { said: "kept", value: theirs };
    return write(name, value) ? { said: "kept", value } : { said: "refused", value: mine };
  };

  /** Removes what is saved. What cannot be read stays, unless all is to go; other tabs are told that it went. */
  const remove = (name, all = false) => {
    const texts = unread(name);
    if (all) put(PREFIX + name, CLEARED);
    drop(PREFIX + name);
    if (all) drop(ASIDE + name);
    else if (texts.length) put(ASIDE + name, JSON.stringify(texts));
  };

  const CLEARED = "null"; // stands for a moment, so that other tabs can tell clearing from no longer saving

  /** Calls back when another tab saves or removes, or a file is taken in: "saved", "removed" or "cleared". */
  const watch = (name, use) => {
    addEventListener("storage", ({ key, newValue }) => {
      if (key === null) use("removed");
      else if (key === PREFIX + name) {
        if (newValue === null) use("removed");
        else if (newValue === CLEARED) use("cleared");
        else if (read(name) !== null) use("saved");
      }
    });
    addEventListener(CHANGED, ({ detail }) => detail === name && use("saved"));
    // A tab that the browser had put to sleep was told nothing.
    const look = () => document.visibilityState === "visible" && use(read(name) === null ? "removed" : "saved");
    addEventListener("pageshow", ({ persisted }) => persisted && look());
    document.addEventListener("visibilitychange", look);
  };

  // All of it, and the file

  const names = () => {
    const keys = (stored(Object.keys) || []).filter((key) => key.startsWith(PREFIX));
    return keys.map((key) => key.slice(PREFIX.length)).filter(Shapes.kindOf);
  };

  /** Everything saved, as pairs of name and value. */
  const all = () => names().map((name) => [name, read(name)]).filter(([, value]) => value !== null);

  /** Everything saved, as the text of a file; null where there is nothing. What cannot be read goes along as it is. */
  const pack = () => {
    const saved = all();
    const keys = (stored(Object.keys) || []).filter((key) => key.startsWith(ASIDE)).map((key) => key.slice(ASIDE.length));
    const left = [...new Set([...names(), ...keys])].map((name) => [name, unread(name)]).filter(([, texts]) => texts.length);
    if (!saved.length && !left.length) return null;
    const more = left.length ? { unread: Object.fromEntries(left) } : {};
    return JSON.stringify({ format: FORMAT, saved: Object.fromEntries(saved), ...more }, null, 1);
  };

  /**
   * What a file brings: `adds` can be taken in and replaces nothing, `replaces` would stand in place of what is saved
   * here, `left` tells how many things in it cannot be read. Null where it is no file of this guide.
   */
  const look = (text) => {
    try {
      const { format, saved } = JSON.parse(text.replace(/^\ufeff/, ""));
      if (format !== FORMAT) return null;
      const found = { adds: [], replaces: [], left: 0, same: 0 };
      for (const [name, value] of Object.entries(saved)) place(found, name, Shapes.sorted(name, value));
      return found;
    } catch {
      return null;
    }
  };

  const place = (found, name, { value, unread: left }) => {
    found.left += left.length;
    if (value === null) return;
    const here = read(name);
    const both = here !== null && Shapes.isList(name) ? together(here, value) : value;
    if (here !== null && Shapes.textOf(both) === Shapes.textOf(here)) found.same += 1;
    else if (here === null || Shapes.isList(name)) found.adds.push([name, both]);
    else found.replaces.push([name, value, here]);
  };

  /** A list and what another one has more. */
  const together = (here, more) => {
    const known = new Set(here.map(Shapes.textOf));
    return [...here, ...more.filter((entry) => !known.has(Shapes.textOf(entry)))];
  };

  /** Saves pairs of name and value, all of them or, where the store is full or refused, none. */
  const takeIn = (pairs) => {
    const before = pairs.flatMap(([name]) => [PREFIX + name, ASIDE + name].map((key) => [key, textOf(key)]));
    const done = pairs.every(([name, value]) => write(name, value));
    if (!done) putBack(before);
    else for (const [name] of pairs) dispatchEvent(new CustomEvent(CHANGED, { detail: name }));
    return done;
  };

  /** Puts texts back as they were. What grew goes first, so that the rest finds its room again. */
  const putBack = (before) => {
    const grown = ([key, text]) => (textOf(key) ?? "").length - (text ?? "").length;
    for (const [key, text] of before.sort((one, other) => grown(other) - grown(one))) {
      if (text === null) drop(key);
      else if (textOf(key) !== text) put(key, text);
    }
  };

  Object.assign(globalThis, {
    Saved: {
      FORMAT,
      MOST_BYTES,
      MOST_DIARY_ENTRIES,
      all,
      fits: Shapes.fits,
      look,
      pack,
      packUnread,
      read,
      remove,
      removeUnread,
      takeIn,
      unread,
      update,
      watch,
      write,
    },
  });
})();

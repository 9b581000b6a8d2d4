// Browser tabs without a browser: the guide's scripts, a store that all tabs share and that can be full, and the events
// by which tabs hear of each other.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const SCRIPTS = new URL("../../overrides/assets/scripts/", import.meta.url);
// In the order in which tools/bundles.py joins them.
const NAMES = ["days", "numbers", "shapes", "merging", "saved", "drafts", "keeping", "answers", "tools/pain-diary.file"];
const compiled = NAMES.map((name) => {
  const file = new URL(`${name}.js`, SCRIPTS);
  return new vm.Script(readFileSync(file, "utf8"), { filename: file.pathname });
});

export const PREFIX = "running-bones-joints.";

const store = (quota, told = () => {}) => {
  const items = {};
  const size = () => Object.entries(items).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  const methods = {
    getItem: (key) => (Object.hasOwn(items, key) ? items[key] : null),
    setItem(key, text) {
      const before = methods.getItem(key);
      if (size() - (before === null ? 0 : key.length + before.length) + key.length + text.length > quota()) {
        throw new Error("QuotaExceededError");
      }
      items[key] = text;
      if (before !== text) told(key, text);
    },
    removeItem(key) {
      const was = Object.hasOwn(items, key);
      delete items[key];
      if (was) told(key, null);
    },
  };
  return new Proxy(items, { get: (_, name) => methods[name] ?? items[name] });
};

/** A device with one browser. `full()` lets it store no letter more. */
export const device = () => {
  const tabs = [];
  let quota = 5_242_880;
  let from = null;
  const news = []; // tabs hear of each other when the one that writes has done
  const items = store(() => quota, (key, newValue) => news.push([from, { key, newValue }]));
  const settle = () => {
    for (let one = news.shift(); one; one = news.shift()) {
      for (const tab of tabs) if (tab !== one[0] && !tab.asleep) tab.hear("storage", one[1]);
    }
  };

  const open = ({ refused = false } = {}) => {
    const heard = [];
    const listen = (type, use) => heard.push([type, use]);
    const tab = {
      asleep: false,
      settle,
      hear: (type, event) => heard.filter(([name]) => name === type).forEach(([, use]) => use(event)),
    };
    const mine = new Proxy(items, {
      get(target, name) {
        from = tab; // so that the tab that writes is not told
        return target[name];
      },
    });
    const context = vm.createContext({
      CustomEvent: class {
        constructor(type, { detail }) {
          Object.assign(this, { type, detail });
        }
      },
      TextDecoder,
      addEventListener: listen,
      console,
      dispatchEvent: (event) => tab.hear(event.type, event),
      document: { visibilityState: "visible", addEventListener: listen },
      sessionStorage: store(() => 5_242_880),
    });
    Object.defineProperty(context, "localStorage", {
      get: () => {
        if (refused) throw new Error("SecurityError");
        return mine;
      },
    });
    for (const script of compiled) script.runInContext(context);
    Object.assign(tab, { guide: context, wake: () => Object.assign(tab, { asleep: false }).hear("visibilitychange", {}) });
    tabs.push(tab);
    return tab;
  };

  return {
    full: () => (quota = Object.entries(items).reduce((sum, [key, text]) => sum + key.length + text.length, 0)),
    open,
    put(name, text) {
      items.setItem(PREFIX + name, text);
      settle();
    },
    roomy: () => (quota = 5_242_880),
    text: (name) => items.getItem(PREFIX + name),
    texts: () => ({ ...items }),
  };
};

/** A tool that keeps a value, as own-notes.js and checklist.js do: what it shows, and what it says last. */
export const tool = (tab, name, empty, more) => {
  const made = { shown: empty, said: "", unreadable: 0 };
  const keeping = tab.guide.Keeping.keeping(
    name,
    {
      value: () => made.shown,
      take: (value) => (made.shown = value ?? empty),
      tell: (what) => (made.said = what),
      unread: (count) => (made.unreadable = count),
    },
    more,
  );
  keeping.begin();
  const act = (what) => () => {
    keeping[what]();
    tab.settle();
  };
  return Object.assign(made, {
    kept: keeping.kept,
    keep: act("keep"),
    stop: act("stop"),
    clear: act("clear"),
    change(value) {
      made.shown = value;
      act("changed")();
    },
  });
};

/** A value as any realm would have it. */
export const plain = (value) => JSON.parse(JSON.stringify(value));

/** A run of numbers from 0 to 1 that is the same each time (mulberry32). */
export const dice = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

// Browser tabs without a browser: the guide's scripts, a store that all tabs share and that can be full, and the events
// by which tabs hear of each other. The scripts are one and the same for all tabs, and whose turn it is decides which
// store and which events they find.
import * as Drafts from "../../overrides/assets/scripts/drafts.js";
import * as Keeping from "../../overrides/assets/scripts/keeping.js";
import * as Saved from "../../overrides/assets/scripts/saved.js";

export const PREFIX = "running-bones-joints.";
const ROOM = 5_242_880;

/** @typedef {(event: object) => void} Heard */
/** @typedef {{ items: Storage, session: Storage, isRefused: boolean, heard: [type: string, use: Heard][] }} Own */
/**
 * @typedef {{
 *   asleep: boolean, Drafts: typeof Drafts, Saved: typeof Saved, hear(type: string, event: object): void,
 *   run<T>(work: () => T): T, wake(): void,
 * }} Tab
 */

/** @type {Own | null} The tab whose turn it is */
let now = null;

const turn = () => {
  if (!now) throw new Error("no tab is open here");
  return now;
};

/** @param {string} type @param {Heard} use */
const listen = (type, use) => turn().heard.push([type, use]);

const globals = {
  localStorage: () => {
    if (turn().isRefused) throw new Error("SecurityError");
    return turn().items;
  },
  sessionStorage: () => turn().session,
  addEventListener: () => listen,
  dispatchEvent: () => (/** @type {Event} */ event) => heard(turn(), event.type, event),
  document: () => ({ visibilityState: "visible", addEventListener: listen }),
};
for (const [name, get] of Object.entries(globals)) Object.defineProperty(globalThis, name, { configurable: true, get });

/** @param {Own} own @param {string} type @param {object} event */
const heard = (own, type, event) => {
  for (const [name, use] of own.heard) if (name === type) use(event);
};

/** @param {() => number} quota @param {(key: string, text: string | null) => void} told @returns {Storage} */
const store = (quota, told = () => {}) => {
  /** @type {Record<string, string>} */
  const items = {};
  const methods = {
    getItem: (/** @type {string} */ key) => items[key] ?? null,
    setItem(/** @type {string} */ key, /** @type {string} */ text) {
      const before = methods.getItem(key);
      const without = sizeOf(items) - (before === null ? 0 : key.length + before.length);
      if (without + key.length + text.length > quota()) throw new Error("QuotaExceededError");
      items[key] = text;
      if (before !== text) told(key, text);
    },
    removeItem(/** @type {string} */ key) {
      const was = key in items;
      delete items[key];
      if (was) told(key, null);
    },
  };
  const get = (/** @type {object} */ _, /** @type {string} */ name) =>
    /** @type {Record<string, unknown>} */ (methods)[name] ?? items[name];
  return /** @type {Storage} */ (/** @type {unknown} */ (new Proxy(items, { get })));
};

/** @param {object} items */
const sizeOf = (items) => Object.entries(items).reduce((sum, [key, text]) => sum + key.length + text.length, 0);

/** A device with one browser. `full()` lets it store no letter more. */
export const device = () => {
  /** @type {(Tab & { own: Own })[]} */
  const tabs = [];
  let quota = ROOM;
  /** @type {[Own | null, { key: string, newValue: string | null }][]} */
  const news = []; // tabs hear of each other when the one that writes has done
  const items = store(() => quota, (key, newValue) => news.push([now, { key, newValue }]));
  const settle = () => {
    for (let one = news.shift(); one; one = news.shift()) {
      for (const tab of tabs) if (tab.own !== one[0] && !tab.asleep) tab.hear("storage", one[1]);
    }
  };

  /** @returns {Tab} */
  const open = ({ refused = false } = {}) => {
    /** @type {Own} */
    const own = { items, session: store(() => ROOM), isRefused: refused, heard: [] };
    /** @type {Tab["run"]} */
    const take = (work) => {
      const before = now;
      now = own;
      try {
        return work();
      } finally {
        now = before;
      }
    };
    /** @type {Tab & { own: Own }} */
    const tab = {
      own,
      asleep: false,
      Drafts: within(take, Drafts),
      Saved: within(take, Saved),
      hear: (type, event) => take(() => heard(own, type, event)),
      run: (work) => {
        const done = take(work);
        settle();
        return done;
      },
      wake() {
        tab.asleep = false;
        tab.hear("visibilitychange", {});
      },
    };
    tabs.push(tab);
    return tab;
  };

  return {
    full: () => void (quota = sizeOf({ ...items })),
    open,
    /** @param {string} name @param {string} text */
    put(name, text) {
      items.setItem(PREFIX + name, text);
      settle();
    },
    roomy: () => void (quota = ROOM),
    /** @param {string} name */
    text: (name) => items.getItem(PREFIX + name),
    /** @returns {Record<string, string>} */
    texts: () => ({ ...items }),
  };
};

/**
 * A module whose functions work in a tab.
 * @template {object} M @param {Tab["run"]} run @param {M} module @returns {M}
 */
const within = (run, module) => {
  const inside = Object.entries(module).map(([name, value]) => [
    name,
    typeof value === "function" ? (/** @type {unknown[]} */ ...given) => run(() => value(...given)) : value,
  ]);
  return Object.fromEntries(inside);
};

/**
 * A tool that keeps a value, as own-notes.js does: what it shows, and what it says last.
 * @param {Tab} tab @param {string} name @param {any} empty @param {{ drafts?: boolean }} [more]
 */
export const tool = (tab, name, empty, more) => {
  const made = { shown: empty, said: "", unreadable: 0 };
  const keeper = tab.run(() =>
    Keeping.keeping(
      name,
      {
        value: () => made.shown,
        take: (value) => void (made.shown = value ?? empty),
        tell: (what) => void (made.said = what),
        unread: (count) => void (made.unreadable = count),
      },
      more,
    ),
  );
  tab.run(() => keeper.begin());
  return Object.assign(made, {
    kept: keeper.kept,
    keep: () => tab.run(() => keeper.keep()),
    stop: () => tab.run(() => keeper.stop()),
    clear: () => tab.run(() => keeper.clear()),
    /** @param {any} value */
    change(value) {
      made.shown = value;
      tab.run(() => keeper.changed());
    },
  });
};

/** A run of numbers from 0 to 1 that is the same each time (mulberry32). @param {number} seed */
export const dice = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

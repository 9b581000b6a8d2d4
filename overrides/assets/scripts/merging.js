// Two tabs, or a tab and a file, that both hold something of a reader's: what comes of the two. Each side counts by what
// it added, changed and took away since `base`, what both knew last. Types: docs-dev/scripts.d.ts
import * as Shapes from "./shapes.js";

/**
 * The value of both. Null where they cannot be one: two plans, or two texts that are too long together.
 * @param {string} name @param {any} base @param {any} mine @param {any} theirs
 */
export const merged = (name, base, mine, theirs) => {
  if (theirs === null) return mine;
  if (Shapes.isList(name)) return lists(base ?? [], mine, theirs);
  if (Shapes.kindOf(name) === "planner" && mine.key !== theirs.key) {
    if (base && base.key === theirs.key) return mine;
    return base && Shapes.textOf(base) === Shapes.textOf(mine) ? theirs : null;
  }
  const value = parts(base ?? {}, mine, theirs);
  return Shapes.fits(name, value) ? value : null;
};

/**
 * Their entries that I did not take away, then mine that they did not have. In their order, so that two tabs that
 * answer each other come to rest. Two entries of the same content are two.
 * @param {unknown[]} base @param {unknown[]} mine @param {unknown[]} theirs
 */
const lists = (base, mine, theirs) => {
  const was = numbered(base);
  const here = numbered(mine);
  const there = numbered(theirs);
  const stay = [...there].filter(([key]) => here.has(key) || !was.has(key));
  const come = [...here].filter(([key]) => !there.has(key) && !was.has(key));
  return [...stay, ...come].map(([, entry]) => entry);
};

/** @param {unknown[]} list */
const numbered = (list) => {
  const found = new Map();
  for (const entry of list) {
    let number = 1;
    while (found.has(`${number} ${Shapes.textOf(entry)}`)) number += 1;
    found.set(`${number} ${Shapes.textOf(entry)}`, entry);
  }
  return found;
};

/** @param {any} base @param {any} mine @param {any} theirs @returns {Record<string, any>} */
const parts = (base, mine, theirs) => {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const pairs = [...names].map((name) => [name, part(base[name], mine[name], theirs[name])]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
};

/** @param {any} base @param {any} mine @param {any} theirs @returns {any} */
const part = (base, mine, theirs) => {
  const [was, here, there] = [base, mine, theirs].map((value) => Shapes.textOf(value));
  if (here === there || there === was) return mine;
  if (here === was) return theirs;
  if ([mine, theirs].every((value) => value && typeof value === "object" && !Array.isArray(value))) {
    return parts(base ?? {}, mine, theirs);
  }
  return areTexts(mine, theirs) ? both(mine, theirs) : mine ?? theirs;
};

/** Whether these are a reader's own words, and no id or version. @param {any[]} values */
const areTexts = (...values) =>
  values.every((value) => typeof value === "string" && value) && values.some((value) => /[^a-z0-9.-]/.test(value));

/** @param {string} mine @param {string} theirs */
const both = (mine, theirs) => {
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : `${theirs}\n${mine}`;
};

// What may decide in scripts: bare numbers in a comparison, in a smallest or largest, as a constant or a default; and
// texts that something is compared with or looked up by. 0 and 1 say nothing by themselves, nor do places in a list.
// Arguments: a folder of scripts. Standard output: {file, line, column, start, end, value} per line.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { parse } from "acorn";

/** @typedef {import("acorn").AnyNode} Node */

const COMPARES = new Set(["===", "!==", "==", "!=", "<", "<=", ">", ">=", "in"]);
const ASKS = new Set(["endsWith", "has", "includes", "indexOf", "startsWith"]);
const CLAMPS = new Set(["max", "min"]);
const folder = process.argv[2];

/** @param {unknown} part @returns {part is Node} */
const isNode = (part) => typeof part === "object" && part !== null && "type" in part && typeof part.type === "string";

/** Every node with those above it, the nearest first. @param {Node} node @param {Node[]} above @returns {Generator<[Node, Node[]]>} */
function* nodes(node, above = []) {
  yield [node, above];
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) yield* nodes(child, [node, ...above]);
  }
}

/** @param {Node} node */
const isFunction = ({ type }) => /Function/.test(type);

/** The name of the method that an expression names; "" for none. @param {Node} node */
const methodOf = (node) => (node.type === "MemberExpression" && node.property.type === "Identifier" ? node.property.name : "");

/** Whether a node calls one of these methods. @param {Node} node @param {Set<string>} names */
const isMethod = (node, names) => node.type === "CallExpression" && names.has(methodOf(node.callee));

/** @param {Node} node */
const compares = (node) => node.type === "BinaryExpression" && COMPARES.has(node.operator);

/** @param {Node} node @param {Node[]} above */
const isKey = (node, [parent]) => parent?.type === "Property" && parent.key === node && !parent.computed;

/** Whether a value is written out: made of nothing but literals. @param {Node} init */
const isWritten = (init) =>
  [...nodes(init)].every(([node, above]) => isKey(node, above) || !/Identifier|Call|Function|Template/.test(node.type));

/** Up to the function that a node stands in. @param {Node[]} above */
const around = (above) => above.slice(0, above.findIndex(isFunction) < 0 ? undefined : above.findIndex(isFunction));

/** @param {Node} one @param {Node} below What of it holds the number */
const letsDecide = (one, below) =>
  compares(one) ||
  isMethod(one, CLAMPS) ||
  (one.type === "VariableDeclarator" && Boolean(one.init) && isWritten(/** @type {Node} */ (one.init))) ||
  (one.type === "SwitchCase" && one.test === below);

/** @param {Node} node @param {Node[]} above */
const numberDecides = (node, above) => {
  const [parent] = above;
  if (parent.type === "MemberExpression" && parent.computed && parent.property === node) return false;
  if (parent.type === "AssignmentPattern" && parent.right === node) return true;
  return around(above).some((one, at, all) => letsDecide(one, all[at - 1] ?? node));
};

/** @param {Node} node @param {Node[]} above */
const textDecides = (node, above) => {
  const [parent, next, after] = above;
  if (parent.type === "SwitchCase") return parent.test === node;
  if (parent.type === "ArrayExpression") return ASKS.has(methodOf(next));
  if (parent.type === "Property") return after.type === "MemberExpression" && after.computed && after.object === next;
  return compares(parent) || isMethod(parent, ASKS);
};

/** What decides in a node: a number or a text; null where nothing does. @param {Node} node @param {Node[]} above */
const decidingIn = (node, above) => {
  if (node.type === "Identifier") return isKey(node, above) && textDecides(node, above) ? node.name : null;
  if (node.type !== "Literal") return null;
  const { value } = node;
  if (typeof value === "number") return ![0, 1].includes(value) && numberDecides(node, above) ? value : null;
  return typeof value === "string" && textDecides(node, above) ? value : null;
};

for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
  if (!file.endsWith(".js")) continue;
  const tree = parse(readFileSync(join(folder, file), "utf8"), {
    ecmaVersion: "latest",
    locations: true,
    sourceType: "module",
  });
  for (const [node, above] of nodes(tree)) {
    const value = above.length ? decidingIn(node, above) : null;
    const { start, end, loc } = node;
    if (value === null || !loc) continue;
    console.log(JSON.stringify({ file, line: loc.start.line, column: loc.start.column + 1, start, end, value }));
  }
}

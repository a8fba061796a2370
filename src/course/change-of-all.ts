/** Finds a loop over a store that changes all it passes, where it should ask whose each one is. */

import { rootOf } from "../check/source/at-place.ts";
import { findInSource } from "../check/source/found.ts";
import type { Found } from "../check/source/found.ts";
import { within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, child, findAll, isFunction, list, nameOf, receiverOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { declarationsOf } from "../check/source/variables.ts";

/** What a loop goes through, and what it does each time; null where a node is no such loop. */
function loopIn(node: Node): { through: Node; body: Node } | null {
  const isForEach = calledName(node) === "forEach";
  const [callback] = isForEach ? list(node, "arguments").filter(isFunction) : [];
  const through = /^For(Of|In)Statement$/.test(node.type)
    ? child(node, "right")
    : callback
      ? receiverOf(node)
      : null;
  const body = child(callback ?? node, "body");
  return through && body ? { through, body } : null;
}

/** Whether an expression is a whole store of the program, and no part that was looked up. */
function isWhole(source: Source, node: Node): boolean {
  const calls = findAll(node, ({ type }) => type === "CallExpression").map((call) => calledName(call) ?? "");
  // Object.keys(store), store.keys(), store
  const [given] = list(node, "arguments");
  const root = nameOf(rootOf(given ?? node));
  const declared = declarationsOf(source, root ?? "");
  return (
    calls.every((name) => /^(keys|values|entries)$/.test(name)) &&
    declared.length > 0 &&
    declared.every(({ local }) => !local)
  );
}

function asks({ type }: Node): boolean {
  return /^(If|Switch)Statement$|^(Conditional|Logical)Expression$/.test(type);
}

function changes(node: Node): boolean {
  if (node.type === "UnaryExpression") return Reflect.get(node, "operator") === "delete";
  if (node.type === "AssignmentExpression") return child(node, "left")?.type === "MemberExpression";
  return node.type === "CallExpression" && calledName(node) !== "push";
}

/**
 * The line that a loop over a whole store does for each of its entries without asking which one it is; null where there
 * is none.
 *
 * @param code the functions in which to look. Where these tell of an event, its listeners are looked through as well
 */
export function changeOfAll(source: Source, code: readonly Found[]): Found | null {
  const tells = within(code, (node) => calledName(node) === "emit").length > 0;
  const listeners = tells
    ? findInSource(source, (node) => /^(on|once|addListener)$/.test(calledName(node) ?? ""))
    : [];
  for (const { file, node } of within([...code, ...listeners], (one) => loopIn(one) !== null)) {
    const loop = loopIn(node);
    if (!loop || !isWhole(source, loop.through)) continue;
    if (findAll(loop.body, asks).length > 0 || findAll(loop.body, changes).length === 0) continue;
    const [only, ...others] = list(loop.body, "body");
    return { file, node: only && others.length === 0 ? only : node };
  }
  return null;
}

/** Finds a copy of refreshTokens that is made once, when the program starts: what login adds later is not in it. */

import { functionsAt } from "../check/source/at-place.ts";
import { findInSource, placeOfFound } from "../check/source/found.ts";
import { callsFunction } from "../check/source/calls.ts";
import type { Found } from "../check/source/found.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, child, isFunction, list, nameOf, receiverOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";

/** The name of what a node copies into a new list: new Set(names), [...names], names.slice(). */
export function copiedName(node: Node): string | null {
  const [first, ...others] = list(node, "arguments");
  if (node.type === "NewExpression" && calledName(node) === "Set") return nameOf(first ?? null);
  if (node.type === "ArrayExpression") {
    const [only, ...more] = list(node, "elements");
    return only?.type === "SpreadElement" && more.length === 0 ? nameOf(child(only, "argument")) : null;
  }
  const name = calledName(node) ?? "";
  if (/^(from|structuredClone)$/.test(name) && others.length === 0) return nameOf(first ?? null);
  return name === "slice" && !first ? nameOf(receiverOf(node)) : null;
}

/** Whether a function is called outside of all functions, and nowhere else, with refreshTokens in one place. */
function getsStoreAtStart(source: Source, called: Node, at: number): boolean {
  const inside: boolean[] = [];
  const calls = findInSource(source, (node, ancestors) => {
    if (!callsFunction(source, node, called)) return false;
    inside.push(ancestors.some(isFunction));
    return true;
  });
  return (
    calls.length > 0 &&
    !inside.includes(true) &&
    calls.every(({ node }) => nameOf(list(node, "arguments")[at] ?? null) === "refreshTokens")
  );
}

/** The line that makes the copy; null where there is none, or where it may be made for each request. */
export function copyMadeOnce(source: Source): Found | null {
  const found = findInSource(source, (node) => copiedName(node) !== null).find(({ file, node }) => {
    const name = copiedName(node);
    const around = functionsAt(source, placeOfFound({ file, node }));
    const [owner, ...others] = around;
    if (!owner) return name === "refreshTokens";
    const at = list(owner, "params").findIndex((one) => nameOf(one) === name);
    return others.length === 0 && at >= 0 && getsStoreAtStart(source, owner, at);
  });
  return found ?? null;
}

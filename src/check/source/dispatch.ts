/** Finds the code for a request in a program that asks for method and path itself, in place of registering a route. */

import { findInSource } from "./found.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";
import { child, findAll, isFunction, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * The branches that are for a request: of an `if` or a `case` whose test holds the path, or the method and the path as one
 * text; or the function that stands under that text in an object.
 */
export function branchesFor(source: Source, method: string, path: string): Found[] {
  const others = METHODS.filter((other) => other !== method);
  const isForRequest = (test: Node) => {
    const texts = findAll(test, (node) => stringOf(node) !== null).map((node) => stringOf(node) ?? "");
    return (
      texts.some((text) => text === path || text === `${method} ${path}`) &&
      !texts.some((text) => others.includes(text.toUpperCase()))
    );
  };
  const branchOf = (node: Node): Node | null => {
    const test = node.type === "Property" ? child(node, "key") : child(node, "test");
    if (!test || !isForRequest(test)) return null;
    if (node.type === "IfStatement") return child(node, "consequent");
    if (node.type === "SwitchCase") return node;
    const value = node.type === "Property" ? child(node, "value") : null;
    return value && isFunction(value) ? value : null;
  };
  return findInSource(source, () => true).flatMap(({ file, node }) => {
    const branch = branchOf(node);
    return branch ? [{ file, node: branch }] : [];
  });
}

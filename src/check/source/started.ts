/** Finds the functions that a program runs while it starts. */

import { findInSource } from "./found.ts";
import type { Found } from "./found.ts";
import { functionsCalled } from "./calls.ts";
import { within } from "./making.ts";
import type { Source } from "./source.ts";
import { calledName, child, isFunction, nameOf } from "./syntax.ts";

/** The constructors of the classes of this name. */
export function constructorsOf(source: Source, className: string): Found[] {
  const classes = findInSource(
    source,
    (node) => /^Class(Declaration|Expression)$/.test(node.type) && nameOf(child(node, "id")) === className,
  );
  return within(classes, (node, ancestors) => {
    const method = ancestors.at(-1);
    return isFunction(node) && method !== undefined && Reflect.get(method, "kind") === "constructor";
  });
}

/** The functions of the program that are called outside of all functions: by a name, or where they are written. */
export function functionsAtStart(source: Source): Found[] {
  const calls = findInSource(
    source,
    ({ type }, ancestors) =>
      (type === "CallExpression" || type === "NewExpression") && !ancestors.some(isFunction),
  );
  const called = calls.flatMap(({ file, node }) => {
    const callee = child(node, "callee");
    if (callee && isFunction(callee)) return [{ file, node: callee }];
    return node.type === "NewExpression"
      ? constructorsOf(source, calledName(node) ?? "")
      : functionsCalled(source, node);
  });
  return called.filter(({ node }, at) => called.findIndex((one) => one.node === node) === at);
}

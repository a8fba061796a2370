/** Finds an assignment that stands where a question is asked: it counts as what was assigned. */

import type { Found } from "../check/source/found.ts";
import { resultsOf, within } from "../check/source/making.ts";
import { calledName, child, isFunction, list } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";

function isAssignment(node: Node | null): boolean {
  return node?.type === "AssignmentExpression" && Reflect.get(node, "operator") === "=";
}

/** The assignment that a condition, or the callback of a lookup, gives as its answer; null where there is none. */
export function assignmentAsked(functions: readonly Found[]): Found | null {
  const tests = within(functions, ({ type }) => type === "IfStatement" || type === "ConditionalExpression");
  const inTests = tests.flatMap(({ file, node }) => {
    const test = child(node, "test");
    // What a call gives is often kept and asked at once, on purpose.
    return test && child(test, "right")?.type !== "CallExpression" ? [{ file, node: test }] : [];
  });
  const lookups = within(functions, (node) => /^(filter|find\w*|some|every)$/.test(calledName(node) ?? ""));
  const answers = lookups.flatMap(({ file, node }) =>
    list(node, "arguments")
      .filter(isFunction)
      .flatMap((callback) => resultsOf({ file, node: callback })),
  );
  return [...inTests, ...answers].find(({ node }) => isAssignment(node)) ?? null;
}

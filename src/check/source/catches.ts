/** Finds the line that catches what another line throws. */

import type { Place } from "../transcript.ts";
import { nodesAt } from "./at-place.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";
import { child, contains, findAll, nameOf } from "./syntax.ts";

/**
 * The catch clause of the innermost try around a place; else the .catch(…) of the chain around it; null: there is none.
 */
export function catchAround(source: Source, place: Place): Found | null {
  const nodes = nodesAt(source, place);
  const statement = nodes.findLast((node) => {
    const block = node.type === "TryStatement" ? child(node, "block") : null;
    return block !== null && child(node, "handler") !== null && contains(block, place);
  });
  const clause = statement && child(statement, "handler");
  return clause ? { file: place.file, node: clause } : null;
}

/** The calls of .catch(…) on promises inside functions, in order. */
export function promiseCatches(functions: readonly Found[]): Found[] {
  return functions.flatMap(({ file, node: root }) =>
    findAll(root, (node) => {
      const callee = node.type === "CallExpression" ? child(node, "callee") : null;
      return callee?.type === "MemberExpression" && nameOf(callee) === "catch";
    }).map((node) => ({ file, node: child(child(node, "callee") ?? node, "property") ?? node })),
  );
}

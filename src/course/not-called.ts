/** Finds a function that is named where it should be called. */

import type { Found } from "../check/source/found.ts";
import { functionsNamed } from "../check/source/handlers.ts";
import { functionsOf, within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { child, nameOf } from "../check/source/syntax.ts";

/** The line of a route's code that is the name of a function of the program and nothing else: `tokens.remove;` */
export function namedOnly(source: Source, method: string, path: string): (Found & { name: string }) | null {
  const [found] = within(functionsOf(source, method, path), (node) => {
    const expression = node.type === "ExpressionStatement" ? child(node, "expression") : null;
    const isName = expression?.type === "Identifier" || expression?.type === "MemberExpression";
    return isName && functionsNamed(source, nameOf(expression) ?? "").length > 0;
  });
  const name = found && nameOf(child(found.node, "expression"));
  return found && name ? { ...found, name } : null;
}

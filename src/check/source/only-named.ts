/** Finds functions that are named where they should be called. */

import { findInSource } from "./found.ts";
import type { Found } from "./found.ts";
import { functionsNamed } from "./handlers.ts";
import { within } from "./making.ts";
import type { Source } from "./source.ts";
import { child, nameOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** A statement that is the name of a function of the program and nothing else, as in `tokens.remove;` */
export interface OnlyNamed extends Found {
  name: string;
  /** The functions of that name. */
  functions: Node[];
}

/**
 * All such statements.
 *
 * @param code the functions in which to look; all of the source unless told
 */
export function onlyNamed(source: Source, code?: readonly Found[]): OnlyNamed[] {
  const isStatement = ({ type }: Node) => type === "ExpressionStatement";
  const statements = code ? within(code, isStatement) : findInSource(source, isStatement);
  return statements.flatMap(({ file, node }) => {
    const expression = child(node, "expression");
    const isName = expression !== null && /^(Identifier|MemberExpression)$/.test(expression.type);
    const name = isName ? nameOf(expression) : null;
    const functions = name === null ? [] : functionsNamed(source, name).map((one) => one.node);
    return name !== null && functions.length > 0 ? [{ file, node, name, functions }] : [];
  });
}

/** Finds functions that are named where they should be called. */

import { findInSource } from "./found.ts";
import type { Found } from "./found.ts";
import { functionsMeant } from "./calls.ts";
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
    const functions = expression && isName ? functionsMeant(source, expression).map((one) => one.node) : [];
    return name !== null && functions.length > 0 ? [{ file, node, name, functions }] : [];
  });
}

/** What a method is asked in, by its name alone: if (!session.isActive). */
const ASKED_IN = /^(If|While)Statement$|^(Conditional|Logical|Unary)Expression$/;

/** A condition that asks for a method of the program, which is always there, in place of what it returns. */
export function methodAsked(source: Source, code: readonly Found[]): (Found & { name: string }) | null {
  const methods = new Set(
    findInSource(
      source,
      (node) => node.type === "MethodDefinition" && Reflect.get(node, "kind") === "method",
    ).flatMap(({ node }) => nameOf(child(node, "key")) ?? []),
  );
  const fields = new Set(
    findInSource(
      source,
      (node, ancestors) =>
        node.type === "PropertyDefinition" ||
        (node.type === "MethodDefinition" && Reflect.get(node, "kind") === "get") ||
        (node.type === "Property" && ancestors.at(-1)?.type === "ObjectExpression"),
    ).flatMap(({ node }) => nameOf(child(node, "key")) ?? []),
  );
  const [found] = within(code, (node, ancestors) => {
    const around = ancestors.at(-1);
    const name = node.type === "MemberExpression" ? nameOf(node) : null;
    const asks = around !== undefined && ASKED_IN.test(around.type) && child(around, "consequent") !== node;
    return asks && name !== null && methods.has(name) && !fields.has(name);
  });
  const name = found ? nameOf(found.node) : null;
  return found && name !== null ? { ...found, name } : null;
}

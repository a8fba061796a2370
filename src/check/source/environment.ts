/** The environment variables that a program reads. */

import { findInSource } from "./found.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";
import { child, isPartOf, list, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** Whether a node is process.env, or `env` imported from node:process. */
export function isEnvironment(node: Node | null): boolean {
  if (node?.type === "Identifier") return nameOf(node) === "env";
  return node?.type === "MemberExpression" && nameOf(node) === "env";
}

export interface Variable extends Found {
  name: string;
}

/** The variables that a program reads from process.env, each with its place, in the order of files and lines. */
export function variablesRead(source: Source): Variable[] {
  return findInSource(
    source,
    ({ type }) => type === "MemberExpression" || type === "VariableDeclarator",
  ).flatMap(({ file, node }) => {
    if (node.type === "MemberExpression") {
      const name = isEnvironment(child(node, "object")) ? nameOf(node) : null;
      return name === null ? [] : [{ file, node, name }];
    }
    const pattern = isEnvironment(child(node, "init")) ? child(node, "id") : null;
    return (pattern ? list(pattern, "properties") : []).flatMap((property) => {
      const name = nameOf(child(property, "key"));
      return name === null ? [] : [{ file, node: property, name }];
    });
  });
}

/** Those of the variables that should hold a key. */
export function secretsRead(source: Source): Variable[] {
  return variablesRead(source).filter(({ name }) => /secret|key|jwt|token|private/i.test(name));
}

/** The places where a program uses a text of its own when a variable for a key is not set. */
export function secretFallbacks(source: Source): Variable[] {
  return secretsRead(source).filter(({ file, node, name }) => {
    // const { JWT_SECRET = "text" } = process.env
    if (node.type === "Property") {
      const value = child(node, "value");
      return value?.type === "AssignmentPattern" && isText(child(value, "right"));
    }
    return (
      findInSource(
        source,
        (one) =>
          one.type === "LogicalExpression" &&
          ["||", "??"].includes(String(Reflect.get(one, "operator"))) &&
          isPartOf(node, child(one, "left")) &&
          isText(child(one, "right")),
      ).filter((found) => found.file === file && name !== "").length > 0
    );
  });
}

/** Whether a node is a string that is not empty. */
function isText(node: Node | null): boolean {
  return node !== null && (stringOf(node) ?? "") !== "";
}

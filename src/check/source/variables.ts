/** Finds where the source declares a variable. */

import type { Found } from "./handlers.ts";
import type { Source } from "./source.ts";
import { child, isFunction, list, nameOf, walk } from "./syntax.ts";
import type { Node } from "./syntax.ts";

export interface Declaration extends Found {
  /** The value that it is declared with; null where there is none. */
  init: Node | null;
  /** Whether it is declared inside a function. */
  local: boolean;
  constant: boolean;
}

/** Every declaration of a name, in the order of files and lines. */
export function declarationsOf(source: Source, name: string): Declaration[] {
  const declarations: Declaration[] = [];
  for (const { path, ast } of source.files) {
    if (!ast) continue;
    walk(ast, (node, ancestors) => {
      if (node.type !== "VariableDeclarator" || nameOf(child(node, "id")) !== name) return;
      const statement = ancestors.at(-1);
      const constant = statement !== undefined && Reflect.get(statement, "kind") === "const";
      declarations.push({
        file: path,
        node,
        init: child(node, "init"),
        local: ancestors.some(isFunction),
        constant,
      });
    });
  }
  return declarations;
}

/** Whether a node is an array literal without elements. */
export function isEmptyArray(node: Node | null): boolean {
  return node?.type === "ArrayExpression" && list(node, "elements").length === 0;
}

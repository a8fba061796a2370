/** Finds where the source declares a variable. */

import { addTo, onceForSource } from "./found.ts";
import type { Found } from "./found.ts";
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

const declarationsByName = onceForSource((source) => {
  const byName = new Map<string, Declaration[]>();
  for (const { path, ast } of source.files) {
    if (!ast) continue;
    walk(ast, (node, ancestors) => {
      const name = node.type === "VariableDeclarator" ? nameOf(child(node, "id")) : null;
      if (name === null) return;
      const statement = ancestors.at(-1);
      const constant = statement !== undefined && Reflect.get(statement, "kind") === "const";
      addTo(byName, name, {
        file: path,
        node,
        init: child(node, "init"),
        local: ancestors.some(isFunction),
        constant,
      });
    });
  }
  return byName;
});

/** Every declaration of a name, in the order of files and lines. */
export function declarationsOf(source: Source, name: string): readonly Declaration[] {
  return declarationsByName(source).get(name) ?? [];
}

/** Whether a node is an array literal without elements. */
export function isEmptyArray(node: Node | null): boolean {
  return node?.type === "ArrayExpression" && list(node, "elements").length === 0;
}

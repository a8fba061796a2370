/** Where a variable or a member that a line means is declared, also in another file, where several have the same name. */

import { findInSource, placeOfFound } from "./found.ts";
import type { Found } from "./found.ts";
import { nodesAt } from "./at-place.ts";
import { loadOfName } from "./modules.ts";
import { bindingOf } from "./scopes.ts";
import type { Source } from "./source.ts";
import { child, findAll, nameOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** Where a file declares a name: as a variable, or as a member of an object literal or a class. */
function declaredIn(source: Source, file: string, name: string): Found[] {
  return findInSource(source, (node) => {
    const key = node.type === "VariableDeclarator" ? child(node, "id") : child(node, "key");
    const declares = ["VariableDeclarator", "PropertyDefinition", "Property"].includes(node.type);
    return declares && nameOf(key) === name && child(node, "value")?.type !== "Identifier";
  }).filter((found) => found.file === file);
}

function innermost(nodes: readonly Node[], test: (node: Node) => boolean): Node | null {
  return nodes.findLast(test) ?? null;
}

/** The declaration of a member in the class around a line. */
function memberOfClass(source: Source, { file, node }: Found, name: string): Found | null {
  const around = innermost(nodesAt(source, placeOfFound({ file, node })), ({ type }) =>
    type.startsWith("Class"),
  );
  const [member] = around
    ? findAll(around, (inner) => {
        if (inner.type === "PropertyDefinition") return nameOf(child(inner, "key")) === name;
        const left = inner.type === "AssignmentExpression" ? child(inner, "left") : null;
        const value = child(inner, "right");
        return (
          left?.type === "MemberExpression" && nameOf(left) === name && value?.type === "ArrayExpression"
        );
      })
    : [];
  return member ? { file, node: member } : null;
}

/**
 * The declaration that an identifier or a member `this.name` means. An import is followed into its file, but only once.
 * null where the source does not show the declaration.
 */
export function declarationMeant(source: Source, use: Found, name: string): Found | null {
  const around = nodesAt(source, placeOfFound(use));
  const member = around.findLast(
    (node) => node.type === "MemberExpression" && (node === use.node || child(node, "property") === use.node),
  );
  if (member) {
    return child(member, "object")?.type === "ThisExpression" ? memberOfClass(source, use, name) : null;
  }
  const binding = bindingOf(source, use.node, name);
  if (binding?.by === "variable" && binding.path.length === 0) return { file: use.file, node: binding.node };
  const load = loadOfName(source, use.file, name);
  if (!load?.path) return null;
  const there = declaredIn(source, load.path, name);
  return there.length === 1 ? (there[0] ?? null) : null;
}

/** Whether two declarations are certainly not of the same variable. */
export function areDifferent(a: Found | null, b: Found | null): boolean {
  return a !== null && b !== null && a.node !== b.node;
}

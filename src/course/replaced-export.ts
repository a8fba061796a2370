/**
 * Finds a list that its own file replaces with another, while other files keep the one that was exported: with
 * module.exports = { rows }, they have the list and not the variable (https://nodejs.org/api/modules.html#moduleexports).
 */

import { findInSource } from "../check/source/found.ts";
import type { Found } from "../check/source/found.ts";
import { loadsOf } from "../check/source/modules.ts";
import type { Source } from "../check/source/source.ts";
import { child, isFunction, nameOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";

/** Whether a node is module.exports or exports. */
function isExports(node: Node | null): boolean {
  if (node?.type === "Identifier") return nameOf(node) === "exports";
  return (
    node?.type === "MemberExpression" &&
    nameOf(node) === "exports" &&
    nameOf(child(node, "object")) === "module"
  );
}

/** Whether a file exports a variable by what it holds then: module.exports = { rows }, exports.rows = rows. */
function exportsValue(source: Source, path: string, name: string): boolean {
  const found = findInSource(source, (node, ancestors) => {
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    if (left?.type === "MemberExpression" && isExports(child(left, "object")))
      return nameOf(child(node, "right")) === name;
    const assignment = ancestors.at(-2);
    const isMember = node.type === "Property" && assignment?.type === "AssignmentExpression";
    const value = isMember && isExports(child(assignment, "left")) ? child(node, "value") : null;
    return value?.type === "Identifier" && nameOf(value) === name;
  });
  return found.some(({ file }) => file === path);
}

/** The line, in a function, that replaces an exported list which another file takes by its name; null: there is none. */
export function replacedExport(source: Source): Found | null {
  const loads = loadsOf(source);
  const [replacing] = findInSource(
    source,
    (node, ancestors) =>
      node.type === "AssignmentExpression" &&
      Reflect.get(node, "operator") === "=" &&
      child(node, "left")?.type === "Identifier" &&
      ancestors.some(isFunction),
  ).filter(({ file, node }) => {
    const name = nameOf(child(node, "left")) ?? "";
    const isTaken = loads.some((load) => load.path === file && load.names.includes(name));
    return isTaken && exportsValue(source, file, name);
  });
  return replacing ?? null;
}

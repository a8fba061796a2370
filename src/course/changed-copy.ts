/** Finds a copy that is changed and then let go: const next = { ...row }; next.used = true; and the row is as it was. */

import type { Found } from "../check/source/found.ts";
import { bare, calledName, child, findAll, isFunction, list, nameOf, walk } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";

/** Whether a value is a new object with the members of another: { ...row }, structuredClone(row), Object.assign({}, row). */
function isCopy(given: Node | null): boolean {
  const node = bare(given);
  if (!node) return false;
  if (list(node, "properties")[0]?.type === "SpreadElement") return true;
  const [first] = list(node, "arguments");
  if (calledName(node) === "assign")
    return first?.type === "ObjectExpression" && list(first, "properties").length === 0;
  return calledName(node) === "structuredClone";
}

/** The changes of a variable's members in a function; null where the variable is used for anything else. */
function onlyChanges(around: Node, name: string): Node[] | null {
  const changes: Node[] = [];
  let isUsed = false;
  walk(around, (node, ancestors) => {
    const [parent, outer] = [ancestors.at(-1), ancestors.at(-2)];
    if (nameOf(node) !== name || node.type !== "Identifier" || !parent) return;
    const isDeclared = parent.type === "VariableDeclarator" && child(parent, "id") === node;
    const isMemberName = child(parent, "property") === node && Reflect.get(parent, "computed") === false;
    const isKey = child(parent, "key") === node && child(parent, "value") !== node;
    if (isDeclared || isMemberName || isKey) return;
    const isChanged =
      outer !== undefined && (child(outer, "left") === parent || outer.type === "UpdateExpression");
    if (parent.type === "MemberExpression" && isChanged && outer) changes.push(outer);
    else isUsed = true;
  });
  return isUsed ? null : changes;
}

/** The first change in some functions of a copy that nobody uses; null: there is none. */
export function changedCopy(functions: readonly Found[]): Found | null {
  for (const { file, node: root } of functions) {
    for (const copy of findAll(root, (node) => isCopy(child(node, "init")))) {
      const around = findAll(root, (one) => isFunction(one) && one.start < copy.start && copy.end < one.end);
      const [change] = onlyChanges(around.at(-1) ?? root, nameOf(child(copy, "id")) ?? "") ?? [];
      if (change) return { file, node: change };
    }
  }
  return null;
}

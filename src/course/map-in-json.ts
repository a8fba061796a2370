/** Finds a Map or a Set that is written as JSON: JSON.stringify makes {} of either. */

import { findInSource } from "../check/source/found.ts";
import { functionsCalled } from "../check/source/calls.ts";
import type { Found } from "../check/source/found.ts";
import { resultsOf } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { bare, calledName, child, isFunction, list, nameOf, receiverOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { declarationsOf } from "../check/source/variables.ts";

/** How many names and calls a value is followed through. */
const DEEPEST = 4;

function isMapName(name: string | null): boolean {
  return name === "Map" || name === "Set";
}

/** The values that a name gets where it is declared, as a variable or as a member. */
function valuesOf(source: Source, name: string): Node[] {
  const members = findInSource(source, (node) => {
    if (node.type === "PropertyDefinition") return nameOf(child(node, "key")) === name;
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    return left?.type === "MemberExpression" && nameOf(left) === name;
  }).flatMap(({ node }) => child(node, "value") ?? child(node, "right") ?? []);
  return [...declarationsOf(source, name).flatMap(({ init }) => init ?? []), ...members];
}

/** Whether a value is a Map or a Set, as far as the source shows. */
function isMap(source: Source, given: Node | null, depth = 0): boolean {
  const node = bare(given);
  if (!node || depth > DEEPEST) return false;
  if (node.type === "NewExpression") return isMapName(calledName(node));
  const values =
    node.type === "CallExpression" && !receiverOf(node)
      ? functionsCalled(source, node).flatMap((one) => resultsOf(one).map((result) => result.node))
      : valuesOf(source, nameOf(node) ?? "");
  return values.some((one) => isMap(source, one, depth + 1));
}

/** The values that JSON is made of: those in an object or a list, each by itself. */
function partsOf(source: Source, given: Node, depth = 0): Node[] {
  const node = bare(given) ?? given;
  if (depth > DEEPEST) return [];
  const inside = [
    ...list(node, "elements"),
    ...list(node, "properties").flatMap((one) => child(one, "value") ?? []),
  ];
  if (inside.length > 0) return inside.flatMap((one) => partsOf(source, one, depth + 1));
  const named = node.type === "Identifier" ? declarationsOf(source, nameOf(node) ?? "") : [];
  const objects = named.flatMap(({ init }) => (init?.type === "ObjectExpression" ? [init] : []));
  return objects.length > 0 ? objects.flatMap((one) => partsOf(source, one, depth + 1)) : [node];
}

/** Whether `this` is a Map or a Set: in a class that extends one. */
function isInMap(ancestors: readonly Node[]): boolean {
  const around = ancestors.findLast(({ type }) => type.startsWith("Class") && type !== "ClassBody");
  return around !== undefined && isMapName(nameOf(child(around, "superClass")));
}

/** The first call of JSON.stringify that is given a Map or a Set, and nothing that says how to write it; null: none. */
export function mapInJson(source: Source): Found | null {
  const [saysHow] = findInSource(source, (node) => nameOf(child(node, "key")) === "toJSON");
  if (saysHow) return null;
  const [found] = findInSource(source, (node, ancestors) => {
    const [value, replacer] = list(node, "arguments");
    if (calledName(node) !== "stringify" || nameOf(receiverOf(node)) !== "JSON" || !value) return false;
    if (replacer && (isFunction(replacer) || nameOf(replacer) !== null)) return false;
    if (value.type === "ThisExpression") return isInMap(ancestors);
    return partsOf(source, value).some((one) => isMap(source, one));
  });
  return found ?? null;
}

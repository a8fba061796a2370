/** Small functions for ESTree nodes (https://github.com/estree/estree), as acorn makes them. */

import type { Node } from "acorn";
import type { Place } from "../transcript.ts";

export type { Node };

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/**
 * The nodes below a node, kept with it once they were looked up: rules walk the same trees many times, and a tree never
 * changes. A WeakMap would take longer to look into.
 */
const BELOW = Symbol("below");

interface LookedThrough {
  [BELOW]?: readonly Node[];
}

/** The nodes directly below one, in source order. */
export function childrenOf(node: Node & LookedThrough): readonly Node[] {
  const known = node[BELOW];
  if (known) return known;
  const children: Node[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  node[BELOW] = children;
  return children;
}

/** A member of a node that is itself a node; else null. */
export function child(node: Node, name: string): Node | null {
  const value: unknown = Reflect.get(node, name);
  return isNode(value) ? value : null;
}

/** A member of a node that is a list of nodes; else an empty list. */
export function list(node: Node, name: string): Node[] {
  const value: unknown = Reflect.get(node, name);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text of a string literal or of a template without expressions; null for anything else. */
export function stringOf(node: Node): string | null {
  const value: unknown = Reflect.get(node, "value");
  if (node.type === "Literal" && typeof value === "string") return value;
  if (node.type !== "TemplateLiteral" || list(node, "expressions").length > 0) return null;
  const [only] = list(node, "quasis");
  const cooked: unknown = only ? Reflect.get(Object(Reflect.get(only, "value")), "cooked") : null;
  return typeof cooked === "string" ? cooked : null;
}

/** The name and the value of a declaration, a member or an assignment: id = init, key: value, left = right. */
export function pairOf(node: Node): { name: string | null; value: Node | null } {
  return {
    name: nameOf(child(node, "id") ?? child(node, "key") ?? child(node, "left")),
    value: child(node, "init") ?? child(node, "value") ?? child(node, "right"),
  };
}

/** The pattern and the flags of a regular expression between slashes; null for anything else. */
export function regexOf(node: Node | null): { pattern: string; flags: string } | null {
  const regex: unknown = node?.type === "Literal" ? Reflect.get(node, "regex") : null;
  if (typeof regex !== "object" || regex === null) return null;
  return { pattern: String(Reflect.get(regex, "pattern")), flags: String(Reflect.get(regex, "flags")) };
}

/** The name of an identifier, of a private name, or of a property with a plain name; else null. */
export function nameOf(node: Node | null): string | null {
  if (!node) return null;
  const name: unknown = Reflect.get(node, "name");
  if ((node.type === "Identifier" || node.type === "PrivateIdentifier") && typeof name === "string")
    return name;
  if (node.type === "MemberExpression") {
    const property = child(node, "property");
    return property && (Reflect.get(node, "computed") === true ? stringOf(property) : nameOf(property));
  }
  return null;
}

/** A node without wrappers that keep its value. */
export function bare(node: Node | null): Node | null {
  if (!node) return null;
  const wrapped = [
    "TSAsExpression",
    "TSNonNullExpression",
    "TSSatisfiesExpression",
    "ChainExpression",
    "ParenthesizedExpression",
    "AwaitExpression",
  ];
  return wrapped.includes(node.type) ? bare(child(node, "expression") ?? child(node, "argument")) : node;
}

export function isFunction(node: Node): boolean {
  return ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].includes(node.type);
}

/**
 * Calls `visit` for a node and all nodes below it, parents first. `ancestors` go from the outermost to the parent; it is
 * one list that goes along with the walk, so it is read at once and never kept.
 */
export function walk(root: Node, visit: (node: Node, ancestors: readonly Node[]) => void): void {
  const ancestors: Node[] = [];
  const go = (node: Node) => {
    visit(node, ancestors);
    ancestors.push(node);
    for (const next of childrenOf(node)) go(next);
    ancestors.pop();
  };
  go(root);
}

/** All nodes for which `test` holds: a node itself, and those below it. */
export function findAll(root: Node, test: (node: Node, ancestors: readonly Node[]) => boolean): Node[] {
  const found: Node[] = [];
  walk(root, (node, ancestors) => {
    if (test(node, ancestors)) found.push(node);
  });
  return found;
}

/** The values that a function returns; those that a generator yields as well. */
export function returned(node: Node): Node[] {
  const body = child(node, "body");
  if (!body) return [];
  if (body.type !== "BlockStatement") return [body];
  const ends = findAll(
    body,
    (inner, ancestors) => /^(Return|Yield)/.test(inner.type) && !ancestors.some(isFunction),
  );
  return ends.flatMap((one) => child(one, "argument") ?? []);
}

/**
 * Where a node begins.
 *
 * @param file absolute
 */
export function placeOf(file: string, node: Node): Place {
  const start = node.loc?.start;
  return { file, line: start?.line ?? 1, column: (start?.column ?? 0) + 1 };
}

/** Whether a node is another node of the same file, or stands in it. */
export function isPartOf(node: Node, whole: Node | null): boolean {
  return whole !== null && whole.start <= node.start && node.end <= whole.end;
}

/** Whether a place lies inside a node. */
export function contains(node: Node, place: Place): boolean {
  if (!node.loc) return false;
  const { start, end } = node.loc;
  const column = place.column - 1;
  const after = place.line > start.line || (place.line === start.line && column >= start.column);
  const before = place.line < end.line || (place.line === end.line && column <= end.column);
  return after && before;
}

/** The name of the function, method or class that a node calls; null where it calls none, or not by a name. */
export function calledName(node: Node): string | null {
  return node.type === "CallExpression" || node.type === "NewExpression"
    ? nameOf(child(node, "callee"))
    : null;
}

/** The object on which a node calls a method; null where it does not. */
export function receiverOf(node: Node): Node | null {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  return callee?.type === "MemberExpression" ? child(callee, "object") : null;
}

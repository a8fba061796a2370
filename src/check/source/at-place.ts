/** Finds what stands in the source at a place that a stack trace names. */

import type { Place } from "../transcript.ts";
import type { Source } from "./source.ts";
import { child, contains, findAll, isFunction, nameOf, placeOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

function astOf(source: Source, file: string): Node | null {
  return source.files.find(({ path }) => path === file)?.ast ?? null;
}

/** The nodes around a place, the outermost first. */
export function nodesAt(source: Source, place: Place): Node[] {
  const ast = astOf(source, place.file);
  return ast ? findAll(ast, (node) => contains(node, place)) : [];
}

/** The call at a place. V8 gives the place of the method's name, of `f` in `f()`, or of `new`. */
export function callAt(source: Source, place: Place): Node | null {
  const calls = nodesAt(source, place).filter(
    ({ type }) => type === "CallExpression" || type === "NewExpression",
  );
  const startsHere = (call: Node) => {
    const callee = child(call, "callee");
    const method = callee?.type === "MemberExpression" ? child(callee, "property") : callee;
    const starts = [call, method].flatMap((node) => (node ? [placeOf(place.file, node)] : []));
    return starts.some(({ line, column }) => line === place.line && column === place.column);
  };
  return calls.find(startsHere) ?? calls.at(-1) ?? null;
}

/** What is read or called at a place: the member whose name stands there, else the name itself. */
export function readAt(source: Source, place: Place): Node | null {
  const nodes = nodesAt(source, place);
  const member = nodes.findLast((node) => {
    const property = node.type === "MemberExpression" ? child(node, "property") : null;
    if (!property) return false;
    const { line, column } = placeOf(place.file, property);
    return line === place.line && column === place.column;
  });
  return member ?? nodes.findLast(({ type }) => type === "Identifier") ?? null;
}

/** The beginning of a chain of members and calls: `a` in `a.b.c()`. */
export function rootOf(node: Node | null): Node | null {
  if (node?.type === "MemberExpression") return rootOf(child(node, "object"));
  if (node?.type === "CallExpression") return rootOf(child(node, "callee"));
  if (
    node?.type === "ChainExpression" ||
    node?.type === "TSNonNullExpression" ||
    node?.type === "TSAsExpression"
  )
    return rootOf(child(node, "expression"));
  return node;
}

/** The functions around a place, the outermost first. */
export function functionsAt(source: Source, place: Place): Node[] {
  return nodesAt(source, place).filter(isFunction);
}

/** The text of a node in the source. */
export function textOf(source: Source, file: string, { start, end }: Node): string {
  return source.files.find(({ path }) => path === file)?.text.slice(start, end) ?? "";
}

/** Whether a call gives a function or a router to Express: app.use(x), router.post("/path", x). */
export function isRegistration(node: Node): boolean {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  const verbs = ["use", "all", "get", "post", "put", "patch", "delete"];
  return callee?.type === "MemberExpression" && verbs.includes(nameOf(callee) ?? "");
}

/** Finds the code for a request in programs that keep their routes in a table, and the texts that stand for a path. */

import type { Layer, Place, Request } from "../transcript.ts";
import { callAt } from "./at-place.ts";
import { addTo, findInSource, onceForSource } from "./found.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";
import { calledName, child, list, nameOf, placeOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** A row of a table of routes, or a call that registers one: what it holds for a request, besides texts. */
export interface Row extends Found {
  handlers: readonly Node[];
}

/** The values that a row holds directly: of a list, of an object, of a call. */
function partsOf(node: Node): Node[] {
  if (node.type === "ArrayExpression") return list(node, "elements");
  if (node.type === "ObjectExpression")
    return list(node, "properties").flatMap((one) => child(one, "value") ?? []);
  if (node.type === "CallExpression") return list(node, "arguments");
  const key = node.type === "Property" ? child(node, "key") : null;
  return key && stringOf(key) !== null ? [key, child(node, "value")].flatMap((one) => one ?? []) : [];
}

/** What stands under the name of the method in an object: { post: handler }. */
function forMethod(node: Node, method: string): Node {
  const named = list(node, "properties").find(
    (one) => nameOf(child(one, "key"))?.toLowerCase() === method.toLowerCase(),
  );
  return (named && child(named, "value")) ?? node;
}

/** The lists, objects, calls and named texts that may be rows, with the texts and the other values that each holds. */
const rowsIn = onceForSource((source) =>
  findInSource(source, (node) => partsOf(node).length > 0).map(({ file, node }) => {
    const parts = partsOf(node).map((part) => ({ part, text: pathIn(source, part) }));
    const texts = parts.flatMap(({ text }) => text ?? []);
    const others = parts.filter(({ text }) => text === null).map(({ part }) => part);
    return { file, node, texts, others };
  }),
);

/** The rows of tables that are for a request: ["/token", handler], { path: "/token", handler }, "POST /token": handler. */
export function rowsFor(source: Source, method: string, path: string): Row[] {
  const verbs = METHODS.filter((other) => other !== method.toLowerCase());
  const isOther = (name: string) => verbs.includes(name.toLowerCase().split(" ")[0] ?? "");
  const both = `${method} ${path}`.toUpperCase();
  return rowsIn(source).flatMap(({ file, node, texts, others }) => {
    const called = calledName(node) ?? "";
    const isIt = texts.some((text) => text === path || text.toUpperCase() === both);
    if (!isIt || called === "use" || isOther(called) || texts.some(isOther)) return [];
    const handlers = others.map((one) => forMethod(one, method));
    return handlers.length > 0 ? [{ file, node, handlers }] : [];
  });
}

/** The only row of a table, or call, that names a method and a path: ["get", "/token", …]; null: none, or several. */
export function rowWithMethod(source: Source, method: string, path: string): Place | null {
  const [verb, both] = [method.toLowerCase(), `${method} ${path}`.toLowerCase()];
  const [only, ...more] = rowsIn(source).filter((row) => {
    const texts = row.texts.map((text) => text.toLowerCase());
    return texts.includes(both) || (texts.includes(path.toLowerCase()) && texts.includes(verb));
  });
  return only && more.length === 0 ? placeOf(only.file, only.node) : null;
}

/** The texts that stand in nodes of a type, by the names that they have there. */
function textsIn(type: "Property" | "VariableDeclarator") {
  const [name = "", value = ""] = type === "Property" ? ["key", "value"] : ["id", "init"];
  return onceForSource((source) => {
    const texts = new Map<string, string[]>();
    for (const { node } of findInSource(source, (one) => one.type === type)) {
      const [named, given] = [nameOf(child(node, name)), child(node, value)];
      const text = given && stringOf(given);
      if (named !== null && text) addTo(texts, named, text);
    }
    return texts;
  });
}

const textsOfFields = textsIn("Property");
const textsOfVariables = textsIn("VariableDeclarator");

/**
 * The text of a path as it is written: a literal, a constant, a field of a constant; the end of a text that is joined
 * from several. null: the source does not show it.
 */
export function pathIn(source: Source, node: Node): string | null {
  const text = stringOf(node);
  if (text !== null) return text;
  if (node.type === "TemplateLiteral") {
    const last = list(node, "quasis").at(-1);
    const cooked: unknown = last ? Reflect.get(Object(Reflect.get(last, "value")), "cooked") : null;
    return typeof cooked === "string" && cooked.startsWith("/") ? cooked : null;
  }
  const right = node.type === "BinaryExpression" ? child(node, "right") : null;
  if (right) return pathIn(source, right);
  const name = nameOf(node);
  if (name === null) return null;
  const byName = node.type === "MemberExpression" ? textsOfFields : textsOfVariables;
  const texts = new Set(byName(source).get(name));
  const [only] = texts;
  return texts.size === 1 && only !== undefined ? only : null;
}

/**
 * The line that speaks of a request's path: where a loop registers the routes of a table, the row; else the line that
 * registered the route.
 */
export function placeOfRoute(
  source: Source,
  { method, path }: Request,
  registered: Place | null | undefined,
): Place | null {
  if (!registered) return null;
  const call = callAt(source, registered);
  const [first] = call ? list(call, "arguments") : [];
  const [row, ...others] = rowsFor(source, method, path).filter(({ node }) => node !== call);
  const isNamed = !first || pathIn(source, first) !== null;
  return isNamed || !row || others.length > 0 ? registered : placeOf(row.file, row.node);
}

/**
 * The only text of the source that says a route's path, where the line that registers the route does not say it itself: in
 * a table, or a constant. null: the line says it, or there is no such text, or several.
 */
export function textOfPath(source: Source, { methods, path, place }: Layer): Place | null {
  const call = place && callAt(source, place);
  const [first] = call ? list(call, "arguments") : [];
  if (!first || stringOf(first) !== null) return null;
  const texts = [path, ...methods.map((method) => `${method} ${path}`.toUpperCase())];
  const [only, ...others] = findInSource(source, (node) => {
    const text = stringOf(node);
    return text !== null && (text === path || texts.includes(text.toUpperCase()));
  });
  return only && others.length === 0 ? placeOf(only.file, only.node) : null;
}

/** Finds the code for a request in programs that keep their routes in a table, and the texts that stand for a path. */

import type { Place, Request } from "../transcript.ts";
import { callAt } from "./at-place.ts";
import type { Source } from "./source.ts";
import { calledName, child, findAll, list, nameOf, placeOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** A row of a table of routes, or a call that registers one: what it holds for a request, besides texts. */
export interface Row {
  file: string;
  node: Node;
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

/** The rows of tables that are for a request: ["/token", handler], { path: "/token", handler }, "POST /token": handler. */
export function rowsFor(source: Source, method: string, path: string): Row[] {
  const others = METHODS.filter((other) => other !== method.toLowerCase());
  const isOther = (name: string) => others.includes(name.toLowerCase().split(" ")[0] ?? "");
  return source.files.flatMap(({ path: file, ast }) => {
    const nodes = ast ? findAll(ast, () => true) : [];
    return nodes.flatMap((node) => {
      const parts = partsOf(node);
      const texts = parts.map((part) => pathIn(source, part));
      const called = calledName(node) ?? "";
      const isIt = texts.some(
        (text) => text === path || text?.toUpperCase() === `${method} ${path}`.toUpperCase(),
      );
      if (
        !isIt ||
        called === "use" ||
        isOther(called) ||
        texts.some((text) => text !== null && isOther(text))
      )
        return [];
      const handlers = parts.filter((_, index) => texts[index] === null).map((one) => forMethod(one, method));
      return handlers.length > 0 ? [{ file, node, handlers }] : [];
    });
  });
}

/** The only row of a table, or call, that names a method and a path: ["get", "/token", …]; null: none, or several. */
export function rowWithMethod(source: Source, method: string, path: string): Place | null {
  const rows = source.files.flatMap(({ path: file, ast }) => {
    const nodes = ast ? findAll(ast, () => true) : [];
    return nodes.flatMap((node) => {
      const texts = partsOf(node).map((part) => pathIn(source, part)?.toLowerCase());
      const isIt = texts.includes(path.toLowerCase()) && texts.includes(method.toLowerCase());
      const both = texts.includes(`${method} ${path}`.toLowerCase());
      return isIt || both ? [placeOf(file, node)] : [];
    });
  });
  const [only] = rows;
  return only && rows.length === 1 ? only : null;
}

/** The texts of the constants and fields of this name in the source. */
function textsNamed(source: Source, name: string, isField: boolean): string[] {
  return source.files.flatMap(({ ast }) =>
    ast
      ? findAll(ast, ({ type }) => type === (isField ? "Property" : "VariableDeclarator")).flatMap((node) => {
          const value = child(node, isField ? "value" : "init");
          const text = value && stringOf(value);
          return nameOf(child(node, isField ? "key" : "id")) === name && text ? [text] : [];
        })
      : [],
  );
}

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
  const texts = new Set(textsNamed(source, name, node.type === "MemberExpression"));
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

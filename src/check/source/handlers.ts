/** Finds the functions that handle a route. */

import type { Place } from "../transcript.ts";
import { branchesFor } from "./dispatch.ts";
import { exportedAs } from "./default-exports.ts";
import type { Source, SourceFile } from "./source.ts";
import { pathIn, rowsFor } from "./tables.ts";
import { child, contains, findAll, isFunction, list, nameOf, placeOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

export interface Found {
  file: string;
  node: Node;
}

/** A node's place in the learner's source. */
export function placeOfFound({ file, node }: Found): Place {
  return placeOf(file, node);
}

/** The place of the first one that is there; null where none is. */
export function firstPlace(...found: readonly (Found | undefined | null)[]): Place | null {
  const first = found.find(Boolean);
  return first ? placeOfFound(first) : null;
}

/** Every node of the source for which `test` holds, in the order of files and lines. */
export function findInSource(
  source: Source,
  test: (node: Node, ancestors: readonly Node[]) => boolean,
): Found[] {
  return source.files.flatMap(({ path, ast }) =>
    ast ? findAll(ast, test).map((node) => ({ file: path, node })) : [],
  );
}

function fileOf(source: Source, path: string): SourceFile | null {
  return source.files.find((file) => file.path === path) ?? null;
}

/** The functions with a name: declarations, variables, methods, properties and assignments. */
export function functionsNamed(source: Source, name: string): Found[] {
  const named = namedInSource(source, name);
  return named.length > 0 ? named : exportedAs(source, name);
}

function namedInSource(source: Source, name: string): Found[] {
  return findInSource(source, (node) => {
    if (node.type === "FunctionDeclaration") return nameOf(child(node, "id")) === name;
    return false;
  }).concat(
    findInSource(source, ({ type }) =>
      [
        "VariableDeclarator",
        "Property",
        "MethodDefinition",
        "PropertyDefinition",
        "AssignmentExpression",
      ].includes(type),
    ).flatMap(({ file, node }) => {
      const key = child(node, "id") ?? child(node, "key") ?? child(node, "left");
      const value = child(node, "init") ?? child(node, "value") ?? child(node, "right");
      return value && isFunction(value) && nameOf(key) === name ? [{ file, node: value }] : [];
    }),
  );
}

/**
 * The functions that an argument of app.post(…) stands for: the argument itself, a name, a member, a bound or wrapped
 * function.
 */
function functionsBehind(source: Source, file: string, node: Node): Found[] {
  if (isFunction(node)) return [{ file, node }];
  if (node.type === "ArrayExpression")
    return list(node, "elements").flatMap((one) => functionsBehind(source, file, one));
  if (node.type === "CallExpression") {
    const callee = child(node, "callee");
    const object =
      callee?.type === "MemberExpression" && nameOf(callee) === "bind" ? child(callee, "object") : null;
    if (object) return functionsBehind(source, file, object);
    const inside = list(node, "arguments").flatMap((argument) => functionsBehind(source, file, argument));
    const name = nameOf(callee);
    return inside.length > 0 || name === null ? inside : functionsNamed(source, name);
  }
  const name = nameOf(node);
  if (name === null) return [];
  const named = functionsNamed(source, name);
  const owner = node.type === "MemberExpression" ? classOf(source, child(node, "object")) : null;
  const own = owner
    ? named.filter((found) => findAll(owner, (inner) => inner === found.node).length > 0)
    : [];
  return own.length > 0 ? own : named;
}

/** The class of `new X()`, or of a variable that is declared with it. */
function classOf(source: Source, object: Node | null): Node | null {
  const made = object?.type === "NewExpression" ? object : madeBy(source, nameOf(object));
  const name = made && nameOf(child(made, "callee"));
  const [found] = findInSource(
    source,
    (node) =>
      /^Class(Declaration|Expression)$/.test(node.type) &&
      name !== null &&
      nameOf(child(node, "id")) === name,
  );
  return found?.node ?? null;
}

function madeBy(source: Source, variable: string | null): Node | null {
  const [found] = findInSource(
    source,
    (node) =>
      node.type === "VariableDeclarator" &&
      variable !== null &&
      nameOf(child(node, "id")) === variable &&
      child(node, "init")?.type === "NewExpression",
  );
  return found ? child(found.node, "init") : null;
}

/** The functions that a node calls by name; what these call in turn is left out. */
function calledIn(source: Source, { node }: Found): Found[] {
  const calls = findAll(node, ({ type }) => type === "CallExpression");
  const names = new Set(calls.flatMap((call) => nameOf(child(call, "callee")) ?? []));
  return [...names].flatMap((name) => functionsNamed(source, name));
}

/**
 * The functions that are registered for a route, as far as the source shows. A route is found by its method and the path
 * that is registered: where a router is mounted on a prefix, by the last part of the path. A program that registers none
 * may ask for the request itself.
 */
export function registeredFor(source: Source, method: string, path: string): Found[] {
  const tail = `/${path.split("/").pop() ?? ""}`;
  const verbs = [method.toLowerCase(), "all"];
  const registrations = findInSource(source, (node) => {
    if (node.type !== "CallExpression") return false;
    const callee = child(node, "callee");
    return (
      callee?.type === "MemberExpression" &&
      verbs.includes(nameOf(callee) ?? "") &&
      isFor(source, node, path, tail)
    );
  });
  if (registrations.length === 0) {
    const branches = branchesFor(source, method, path);
    const rows = rowsFor(source, method, path);
    const inRows = rows.flatMap(({ file, handlers }) =>
      handlers.flatMap((one) => functionsBehind(source, file, one)),
    );
    return branches.length > 0 ? branches : dedupe(inRows);
  }
  return registrations.flatMap(({ file, node }) =>
    list(node, "arguments").flatMap((argument) =>
      pathIn(source, argument) === null ? functionsBehind(source, file, argument) : [],
    ),
  );
}

/** The functions that are registered for a route, and those that they call by name. */
export function handlersOf(source: Source, method: string, path: string): Found[] {
  const own = registeredFor(source, method, path);
  return dedupe([...own, ...own.flatMap((found) => calledIn(source, found))]);
}

function dedupe(found: Found[]): Found[] {
  return found.filter(({ node }, index) => found.findIndex((other) => other.node === node) === index);
}

/** Whether a call registers a handler for a path: app.post("/token", …), or app.route("/token").post(…). */
function isFor(source: Source, call: Node, path: string, tail: string): boolean {
  const [first] = list(call, "arguments");
  const written = first ? pathIn(source, first) : null;
  if (written !== null) return written === path || written === tail || written.startsWith(`${tail}/`);
  let object = child(child(call, "callee") ?? call, "object");
  while (object?.type === "CallExpression") {
    const inner = child(object, "callee");
    const [argument] = list(object, "arguments");
    if (nameOf(inner) === "route" && argument) return [path, tail].includes(pathIn(source, argument) ?? "");
    object = inner ? child(inner, "object") : null;
  }
  return false;
}

/** The innermost function around a place. */
export function functionAt(source: Source, place: Place): Found | null {
  const ast = fileOf(source, place.file)?.ast;
  const around = ast ? findAll(ast, (node) => isFunction(node) && contains(node, place)) : [];
  const node = around.at(-1);
  return node ? { file: place.file, node } : null;
}

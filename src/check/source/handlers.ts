/** Finds the functions that handle a route, and what they read of the request. */

import type { Place } from "../transcript.ts";
import { branchesFor } from "./dispatch.ts";
import type { Source, SourceFile } from "./source.ts";
import { child, contains, findAll, isFunction, list, nameOf, placeOf, stringOf } from "./syntax.ts";
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
      isFor(node, callee, path, tail)
    );
  });
  if (registrations.length === 0) return branchesFor(source, method, path);
  return registrations.flatMap(({ file, node }) =>
    list(node, "arguments").flatMap((argument) =>
      stringOf(argument) === null ? functionsBehind(source, file, argument) : [],
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
function isFor(call: Node, callee: Node, path: string, tail: string): boolean {
  const [first] = list(call, "arguments");
  const written = first ? stringOf(first) : null;
  if (written !== null) return written === path || written === tail || written.startsWith(`${tail}/`);
  let object = child(callee, "object");
  while (object?.type === "CallExpression") {
    const inner = child(object, "callee");
    const [argument] = list(object, "arguments");
    if (nameOf(inner) === "route" && argument) return [path, tail].includes(stringOf(argument) ?? "");
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

/** One way in which a handler reads the request. */
export interface Reading extends Found {
  /** The part of req: "body", "query", "params", "headers", "cookies"; or what the program takes for a part. */
  part: string;
  /**
   * In words, what it reads if no request has that: req.bodi.refreshToken, res.body.refreshToken, req.refreshToken.
   * Else null.
   */
  odd: string | null;
  /** The member of the part; null where the part is read as a whole. */
  key: string | null;
}

/** Whether people use this name for a refresh token. */
function isTokenName(name: string | null): boolean {
  return name !== null && /token/i.test(name);
}

/** Reads of something that no request has: req.bodi.x, req.refreshToken, or a read of the response by mistake. */
function oddReadings(file: string, root: Node): Reading[] {
  const names = list(root, "params").map((param) => nameOf(param));
  return findAll(root, (node) => node.type === "MemberExpression" && isTokenName(nameOf(node))).flatMap(
    (node): Reading[] => {
      const object = through(child(node, "object"));
      const key = nameOf(node);
      if (object?.type === "Identifier" && names.slice(0, 2).includes(nameOf(object)))
        return [{ file, node, part: key ?? "", key: null, odd: `${nameOf(object)}.${key}` }];
      const holder = object?.type === "MemberExpression" ? through(child(object, "object")) : null;
      const part = nameOf(object) ?? "";
      const index = holder ? names.indexOf(nameOf(holder)) : -1;
      const known = index === 0 && PARTS.includes(part);
      const odd = `${nameOf(holder)}.${part}.${key}`;
      return index >= 0 && index < 2 && !known ? [{ file, node, part, key, odd }] : [];
    },
  );
}

const PARTS = ["body", "query", "params", "headers", "cookies", "signedCookies"];

function isRequest(node: Node | null): boolean {
  return ["req", "request", "ctx", "_req", "rq"].includes(nameOf(node) ?? "");
}

/** What functions read of the request: req.body.x, const { x } = req.body, req.get("x"), and whole parts. */
export function readingsOf(functions: readonly Found[]): Reading[] {
  return functions.flatMap(({ file, node: root }) => {
    const requestNames = new Set(["req", "request"]);
    const [first] = list(root, "params");
    const name = nameOf(first ?? null);
    if (name !== null) requestNames.add(name);
    const isOwn = (node: Node | null) => isRequest(node) || requestNames.has(nameOf(node) ?? "");
    const readings: Reading[] = [];
    const byDestructuring = (pattern: Node, part: string) => {
      for (const property of list(pattern, "properties")) {
        readings.push({ file, node: property, part, key: nameOf(child(property, "key")) ?? "…", odd: null });
      }
    };
    for (const node of findAll(root, () => true)) {
      // ({ body }) => …, and const { body } = req
      const pattern =
        node === root
          ? first
          : node.type === "VariableDeclarator" && isOwn(child(node, "init"))
            ? child(node, "id")
            : null;
      if (pattern?.type === "ObjectPattern") {
        for (const property of list(pattern, "properties")) {
          const part = nameOf(child(property, "key")) ?? "";
          const value = child(property, "value");
          const inner = value?.type === "AssignmentPattern" ? child(value, "left") : value;
          if (PARTS.includes(part) && inner?.type === "ObjectPattern") byDestructuring(inner, part);
          else if (PARTS.includes(part)) readings.push({ file, node: property, part, key: null, odd: null });
        }
      }
      if (node.type === "CallExpression") {
        const callee = child(node, "callee");
        const isHeader =
          callee?.type === "MemberExpression" && ["get", "header"].includes(nameOf(callee) ?? "");
        const [argument] = list(node, "arguments");
        if (isHeader && isOwn(child(callee, "object")) && argument) {
          readings.push({ file, node, part: "headers", key: stringOf(argument), odd: null });
        }
      }
    }
    const members = findAll(root, (node) => node.type === "MemberExpression" && isOwn(child(node, "object")));
    for (const member of members) {
      const part = nameOf(member) ?? "";
      if (!PARTS.includes(part)) continue;
      const uses = findAll(root, (node) => {
        if (node.type === "MemberExpression") return through(child(node, "object")) === member;
        return (
          node.type === "VariableDeclarator" &&
          child(node, "id")?.type === "ObjectPattern" &&
          through(child(node, "init")) === member
        );
      });
      if (uses.length === 0) readings.push({ file, node: member, part, key: null, odd: null });
      for (const use of uses) {
        const pattern = child(use, "id");
        if (pattern) byDestructuring(pattern, part);
        else readings.push({ file, node: use, part, key: nameOf(use), odd: null });
      }
    }
    return [...readings, ...oddReadings(file, root)];
  });
}

/** A node without wrappers that keep its value: `x ?? {}`, `x || {}`, `x as T`, `x!`, `(x?.…)`. */
function through(node: Node | null): Node | null {
  if (!node) return null;
  if (node.type === "LogicalExpression") return through(child(node, "left"));
  if (
    [
      "TSAsExpression",
      "TSNonNullExpression",
      "ChainExpression",
      "ParenthesizedExpression",
      "AwaitExpression",
    ].includes(node.type)
  ) {
    return through(child(node, "expression") ?? child(node, "argument"));
  }
  return node;
}

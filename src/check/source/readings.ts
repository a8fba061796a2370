/** Finds what the functions that handle a route read of the request. */

import type { Found } from "./found.ts";
import { calledName, child, findAll, list, nameOf, receiverOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

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
  // const { token } = req.valid
  const taken = findAll(root, ({ type }) => type === "VariableDeclarator").flatMap((node): Reading[] => {
    const [pattern, from] = [child(node, "id"), through(child(node, "init"))];
    const part = nameOf(from) ?? "";
    const isOwn = from?.type === "MemberExpression" && nameOf(child(from, "object")) === names[0];
    if (pattern?.type !== "ObjectPattern" || !isOwn || PARTS.includes(part)) return [];
    return byDestructuring(file, pattern, part)
      .filter(({ key }) => isTokenName(key))
      .map((one) => ({ ...one, odd: `${names[0]}.${part}.${one.key}` }));
  });
  // parsed.data.token, const { token } = res.locals.input
  const takenOut = findAll(root, (node) => {
    const from = through(child(node, node.type === "VariableDeclarator" ? "init" : "object"));
    return from?.type === "MemberExpression" && PARSED.test(nameOf(from) ?? "");
  }).flatMap((node): Reading[] => {
    const pattern = child(node, "id");
    const from = nameOf(through(child(node, pattern ? "init" : "object"))) ?? "";
    const uses =
      pattern?.type === "ObjectPattern"
        ? byDestructuring(file, pattern, TAKEN_OUT)
        : [{ file, node, part: TAKEN_OUT, key: nameOf(node), odd: null }];
    return uses.filter(({ key }) => isTokenName(key)).map((one) => ({ ...one, odd: `${from}.${one.key}` }));
  });
  const read = findAll(root, (node) => node.type === "MemberExpression" && isTokenName(nameOf(node))).flatMap(
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
  return [...taken, ...read, ...takenOut];
}

/** The part of a reading from what a validation made of the body: it may have the token under another name. */
export const TAKEN_OUT = "taken out";
/** What people call that. */
const PARSED = /^(data|value|input|valid|validated|parsed|payload|dto)$/i;

const PARTS = ["body", "query", "params", "headers", "cookies", "signedCookies"];

function isRequest(node: Node | null): boolean {
  return ["req", "request", "ctx", "_req", "rq"].includes(nameOf(node) ?? "");
}

function byDestructuring(file: string, pattern: Node, part: string): Reading[] {
  return list(pattern, "properties").map((property) => {
    return { file, node: property, part, key: nameOf(child(property, "key")) ?? "…", odd: null };
  });
}

/** The readings of a line that takes members out of a part of the request. */
function readingsBy(file: string, use: Node, part: string): Reading[] {
  const pattern = child(use, "id");
  return pattern
    ? byDestructuring(file, pattern, part)
    : [{ file, node: use, part, key: nameOf(use), odd: null }];
}

/** Where members are taken out of an object: object.x, const { x } = object. */
function takenFrom(root: Node, isObject: (node: Node | null) => boolean): Node[] {
  return findAll(root, (node) => {
    if (node.type === "MemberExpression") return isObject(through(child(node, "object")));
    const takes = node.type === "VariableDeclarator" && child(node, "id")?.type === "ObjectPattern";
    return takes && isObject(through(child(node, "init")));
  });
}

/** Where members are taken out of what a variable holds. */
function membersOf(root: Node, variable: string | null): Node[] {
  if (variable === null) return [];
  return takenFrom(root, (object) => object?.type === "Identifier" && nameOf(object) === variable);
}

/** The name of the variable that gets a value; null where there is none. */
function variableOf(root: Node, value: Node): string | null {
  const [gets] = findAll(root, (node) => through(child(node, "init") ?? child(node, "right")) === value);
  const variable = gets && (child(gets, "id") ?? child(gets, "left"));
  return variable?.type === "Identifier" ? nameOf(variable) : null;
}

/** Whether a function puts the body together by itself: req.on("data", …). */
function collectsBody(root: Node): boolean {
  const listens = findAll(root, (node) => /^(on|once|addListener)$/.test(calledName(node) ?? ""));
  return listens.some((call) => list(call, "arguments").some((one) => stringOf(one) === "data"));
}

/** The line that cuts the token out of a text that was read into a variable: header.split(" ")[1]. null: none does. */
function cutOutOf(root: Node, reading: Node): Node | null {
  const variable = variableOf(root, reading);
  const [cut] = findAll(root, (node) => {
    const cuts = /^(split|slice|substring|substr|replace|match)$/.test(calledName(node) ?? "");
    return cuts && variable !== null && nameOf(receiverOf(node)) === variable;
  });
  return cut ?? null;
}

/** The member that a function is asked for beside the object: get(req.body, "refreshToken"). null: there is none. */
function keyAskedFor(root: Node, object: Node): string | null {
  const [call] = findAll(root, (node) => list(node, "arguments").some((one) => through(one) === object));
  const [key] = call ? list(call, "arguments").flatMap((one) => stringOf(one) ?? []) : [];
  return key ?? null;
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
          if (PARTS.includes(part) && inner?.type === "ObjectPattern")
            readings.push(...byDestructuring(file, inner, part));
          else if (PARTS.includes(part)) {
            const taken = membersOf(root, nameOf(inner ?? null));
            for (const use of taken) readings.push(...readingsBy(file, use, part));
            if (taken.length === 0) readings.push({ file, node: property, part, key: null, odd: null });
          }
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
    const collects = collectsBody(root);
    const parses = (node: Node) =>
      collects && calledName(node) === "parse" && nameOf(receiverOf(node)) === "JSON";
    const members = findAll(
      root,
      (node) => parses(node) || (node.type === "MemberExpression" && isOwn(child(node, "object"))),
    );
    for (const member of members) {
      const part = parses(member) ? "body" : (nameOf(member) ?? "");
      if (!PARTS.includes(part)) continue;
      const uses = takenFrom(root, (object) => object === member);
      // const body = req.body, and then body.token
      const all = uses.length > 0 ? uses : membersOf(root, variableOf(root, member));
      if (all.length === 0)
        readings.push({ file, node: member, part, key: keyAskedFor(root, member), odd: null });
      for (const use of all) readings.push(...readingsBy(file, use, part));
    }
    const found = readings.map((one) => ({ ...one, node: cutOutOf(root, one.node) ?? one.node }));
    return [...found, ...oddReadings(file, root)];
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

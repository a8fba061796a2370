/** Finds what the functions that handle a route read of the request. */

import type { Found } from "./found.ts";
import { child, findAll, list, nameOf, stringOf } from "./syntax.ts";
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

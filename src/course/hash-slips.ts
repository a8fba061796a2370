/** Finds where a hash is made twice, or not at all where hashes are kept. */

import { functionsCalled } from "../check/source/calls.ts";
import type { Found } from "../check/source/found.ts";
import { registeredFor } from "../check/source/handlers.ts";
import { functionsOf, within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { bare, calledName, child, findAll, list, nameOf, receiverOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { hashingTest, hashTest, isAnswering, keepingsOf, lookupsOf } from "./token-code.ts";

/** The call in a route that hands a hash over to a function which hashes that parameter once more; null: there is none. */
export function hashedTwice(source: Source, path: "/login" | "/token" | "/logout"): Found | null {
  const isHash = hashTest(source);
  const isHashing = hashingTest(source);
  const [call] = within(functionsOf(source, "POST", path), (node) => {
    const [called, ...others] = functionsCalled(source, node);
    if (!called || others.length > 0 || isHashing(node)) return false;
    return list(node, "arguments").some((given, at) => {
      const name = nameOf(list(called.node, "params")[at] ?? null);
      const again = (one: Node) =>
        isHashing(one) && list(one, "arguments").some((inner) => name !== null && nameOf(inner) === name);
      return name !== null && isHash(given) && findAll(called.node, again).length > 0;
    });
  });
  return call ?? null;
}

const LOOKS_UP = /^(has|includes|get|indexOf|delete)$/;

/** The name of a function, or of a method and the object that it is called on: tokens.get. */
function whatIsCalled(node: Node): string {
  return `${nameOf(receiverOf(node)) ?? ""}.${calledName(node) ?? ""}`;
}

/**
 * The call in POST /logout that hands the token itself to a function, or asks a store for it, where POST /token hands over
 * or asks for its hash; else a comparison of the token itself with a hash. null where there is none.
 */
export function loggedOutWithoutHash(source: Source): Found | null {
  const isHash = hashTest(source);
  const given = (path: "/token" | "/logout", hashed: boolean) =>
    within(functionsOf(source, "POST", path), (node) => {
      const [first] = list(node, "arguments");
      const isAsked = functionsCalled(source, node).length > 0 || LOOKS_UP.test(calledName(node) ?? "");
      const isToken = first?.type === "Identifier" && /token$/i.test(nameOf(first) ?? "");
      return first !== undefined && isAsked && (hashed ? isHash(first) : isToken && !isHash(first));
    });
  const isHashing = hashingTest(source);
  const hashed = new Set(given("/token", true).map(({ node }) => whatIsCalled(node)));
  const plain = given("/logout", false).filter(
    ({ node }) => hashed.has(whatIsCalled(node)) && !isHashing(node),
  );
  return plain.length === 1
    ? (plain[0] ?? null)
    : (askedWithoutHash(source, "/logout") ?? lookupWithoutHash(source));
}

/** Whether an expression is what the client sent as its token: req.body.refreshToken, req.cookies.rt ?? "", token. */
function isSentToken(node: Node): boolean {
  const plain = bare(node);
  if (plain?.type === "LogicalExpression") return isSentToken(child(plain, "left") ?? node);
  if (plain?.type !== "Identifier" && plain?.type !== "MemberExpression") return false;
  const isSent = /^(body|cookies|signedCookies)$/.test(nameOf(child(plain, "object")) ?? "");
  return isSent || (plain.type === "Identifier" && /token$/i.test(nameOf(plain) ?? ""));
}

/** What a logout that hashes nothing looks up by the token itself, where POST /token looks up by a hash. */
function lookupWithoutHash(source: Source): Found | null {
  const isHash = hashTest(source);
  const keysOf = (node: Node) =>
    node.type === "MemberExpression" ? [child(node, "property") ?? node] : list(node, "arguments");
  const isByHash = lookupsOf(source, "/token").some(({ node }) => keysOf(node).some(isHash));
  const code = functionsOf(source, "POST", "/logout");
  if (!isByHash || within(code, hashingTest(source)).length > 0) return null;
  const [lookup] = within(registeredFor(source, "POST", "/logout"), (node) => {
    const isLookup =
      (node.type === "MemberExpression" && Reflect.get(node, "computed") === true) ||
      (node.type === "CallExpression" && !isAnswering(node));
    return isLookup && keysOf(node).some(isSentToken);
  });
  return lookup ?? null;
}

/**
 * A question of a route that compares the token as it came with hashes: the list is given hashes only, or the field is
 * called so. null where there is none.
 */
export function askedWithoutHash(source: Source, path: "/token" | "/logout"): Found | null {
  const code = functionsOf(source, "POST", path);
  const keepings = keepingsOf(source, ["/login", "/token"]);
  const isHash = hashTest(source);
  const isPlainToken = (node: Node | undefined | null) =>
    node != null &&
    /^(Identifier|MemberExpression)$/.test(node.type) &&
    /token/i.test(nameOf(node) ?? "") &&
    !/hash|digest/i.test(nameOf(node) ?? "") &&
    !isHash(node);
  const holdsHashes = (name: string | null) => {
    const kept = keepings.filter(({ node }) => name !== null && nameOf(receiverOf(node)) === name);
    const firsts = kept.map(({ node }) => list(node, "arguments")[0]);
    return firsts.length > 0 && firsts.every((one) => one !== undefined && isHash(one));
  };
  const [asked] = within(code, (node) => {
    if (/^===?$/.test(String(Reflect.get(node, "operator")))) {
      const sides = [child(node, "left"), child(node, "right")];
      const isField = (one: Node | null) =>
        one?.type === "MemberExpression" && /hash|digest/i.test(nameOf(one) ?? "");
      return sides.some(isField) && sides.some(isPlainToken);
    }
    return (
      LOOKS_UP.test(calledName(node) ?? "") &&
      isPlainToken(list(node, "arguments")[0]) &&
      holdsHashes(nameOf(receiverOf(node)))
    );
  });
  return asked ?? null;
}

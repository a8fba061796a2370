/** Finds where a hash is made twice, or not at all where hashes are kept. */

import { functionsCalled } from "../check/source/calls.ts";
import type { Found } from "../check/source/found.ts";
import { functionsOf, within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, child, findAll, list, nameOf, receiverOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { hashingTest, hashTest, keepingsIn } from "./token-code.ts";

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

/**
 * The call in POST /logout that hands the token itself to a function of the program which POST /token hands its hash; null
 * where there is none.
 */
export function loggedOutWithoutHash(source: Source): Found | null {
  const isHash = hashTest(source);
  const given = (path: "/token" | "/logout", hashed: boolean) =>
    within(functionsOf(source, "POST", path), (node) => {
      const [first] = list(node, "arguments");
      const isOwn = functionsCalled(source, node).length > 0;
      const isToken = first?.type === "Identifier" && /token$/i.test(nameOf(first) ?? "");
      return first !== undefined && isOwn && (hashed ? isHash(first) : isToken && !isHash(first));
    });
  const isHashing = hashingTest(source);
  const hashed = new Set(given("/token", true).map(({ node }) => calledName(node)));
  const plain = given("/logout", false).filter(
    ({ node }) => hashed.has(calledName(node)) && !isHashing(node),
  );
  return plain.length === 1 ? (plain[0] ?? null) : null;
}

/**
 * A question of POST /token that compares the token as it came with hashes: the list is given hashes only, or the field is
 * called so. null where there is none.
 */
export function askedWithoutHash(source: Source): Found | null {
  const code = functionsOf(source, "POST", "/token");
  const isHash = hashTest(source);
  const isPlainToken = (node: Node | undefined | null) =>
    node != null &&
    /^(Identifier|MemberExpression)$/.test(node.type) &&
    /token/i.test(nameOf(node) ?? "") &&
    !/hash|digest/i.test(nameOf(node) ?? "") &&
    !isHash(node);
  const holdsHashes = (name: string | null) => {
    const kept = keepingsIn(code).filter(({ node }) => name !== null && nameOf(receiverOf(node)) === name);
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
      /^(has|includes|get|indexOf)$/.test(calledName(node) ?? "") &&
      isPlainToken(list(node, "arguments")[0]) &&
      holdsHashes(nameOf(receiverOf(node)))
    );
  });
  return asked ?? null;
}

/** Finds a removal by the token itself from a store whose keys are hashes: it takes nothing out. */

import { givenFor } from "../check/source/changed-text.ts";
import { findInSource } from "../check/source/found.ts";
import type { Found } from "../check/source/found.ts";
import { declarationBehind } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, child, findAll, list, nameOf, receiverOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { hashTest } from "./token-code.ts";

/** The store and the key of map.get(key), map.set(key, …), map.delete(key) or store[key]; null: it is none of these. */
function keyed(node: Node): { store: string; key: Node } | null {
  const isMember = node.type === "MemberExpression" && Reflect.get(node, "computed") === true;
  const isCall = /^(get|set|has|delete)$/.test(calledName(node) ?? "");
  const store = nameOf(isMember ? child(node, "object") : isCall ? receiverOf(node) : null);
  const key = isMember ? child(node, "property") : (list(node, "arguments")[0] ?? null);
  return store !== null && key ? { store, key } : null;
}

/** Whether a value comes from the request as it is; variables and parameters are followed. */
function isSent(source: Source, found: Found): boolean {
  const isPart = (one: Node) => /^(body|cookies|headers)$/.test(nameOf(one) ?? "");
  const given = givenFor(source, found);
  return (
    given.length > 0 &&
    given.every((one) => findAll((declarationBehind(source, one) ?? one).node, isPart).length > 0)
  );
}

/** The first of some removals that names the token, where the same store is asked or filled by a hash; null: none. */
export function removalByToken(source: Source, removals: readonly Found[]): Found | null {
  const isHash = hashTest(source);
  const stores = new Set<string>();
  findInSource(source, (node) => {
    const use = keyed(node);
    if (use && isHash(use.key)) stores.add(use.store);
    return false;
  });
  const found = removals.find(({ file, node }) => {
    const use = keyed(child(node, "argument") ?? node);
    const isPlain = use !== null && use.key.type === "Identifier" && !isHash(use.key);
    return isPlain && stores.has(use.store) && isSent(source, { file, node: use.key });
  });
  return found ?? null;
}

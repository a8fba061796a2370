/** Finds a list, Map or Set of the program that is asked for tokens, and into which nothing is ever put. */

import { findInSource } from "../check/source/found.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, list, nameOf, pairOf, receiverOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { isEmptyArray } from "../check/source/variables.ts";
import { lookupsOf } from "./token-code.ts";

/** Methods that put nothing into a list, a Map or a Set, and give it to nobody who could. */
const ONLY_ASKS = /^(find\w*|get|has|includes|indexOf|some|every|delete|clear)$/;

function isEmptyContainer(node: Node | null): boolean {
  if (node?.type !== "NewExpression") return isEmptyArray(node);
  return /^(Map|Set)$/.test(calledName(node) ?? "") && list(node, "arguments").length === 0;
}

/** Whether a name is given an empty container, and is used for nothing but questions and removals. */
function isNeverFilled(source: Source, name: string): boolean {
  const isDeclaration = (node: Node) => {
    const pair = pairOf(node);
    return pair.name === name && isEmptyContainer(pair.value);
  };
  const isQuestion = (node: Node) =>
    nameOf(receiverOf(node)) === name && ONLY_ASKS.test(calledName(node) ?? "");
  const uses = findInSource(source, (node) => nameOf(node) === name && node.type !== "MemberExpression");
  const harmless = findInSource(source, (node) => isDeclaration(node) || isQuestion(node));
  return findInSource(source, isDeclaration).length === 1 && uses.length === harmless.length;
}

/** The name of what POST /token asks although nothing is ever put into it; null where there is none. */
export function neverFilled(source: Source): string | null {
  const asked = lookupsOf(source, "/token").flatMap(({ node }) => nameOf(receiverOf(node)) ?? []);
  return asked.find((name) => isNeverFilled(source, name)) ?? null;
}

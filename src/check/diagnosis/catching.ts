/** Whether an answer comes from a place where the program catches an error: then the hidden error is the cause. */

import { isSuccess } from "../judge/read-transcript.ts";
import type { Source } from "../source/source.ts";
import { nodesAt } from "../source/at-place.ts";
import { child, contains, findAll, isFunction, list, nameOf } from "../source/syntax.ts";
import type { Node } from "../source/syntax.ts";
import type { Exchange, Place } from "../transcript.ts";
import { answeredAt, faultsOf } from "./read-evidence.ts";

/** Whether an answer was given in a catch of an accident. An error that the program itself threw is a way to answer. */
export function isAnsweredFromCatch(source: Source, exchange: Exchange | null): boolean {
  const at = answeredAt(exchange);
  if (!exchange?.response || !at || isSuccess(exchange.response) || faultsOf(exchange).length > 0)
    return false;
  const ast = source.files.find(({ path }) => path === at.file)?.ast;
  if (!ast) return false;
  const catching = findAll(ast, (node, ancestors) => {
    const around = ancestors.at(-1);
    if (!contains(node, at) || !around) return false;
    if (node.type === "CatchClause") {
      const block = child(around, "block");
      return block !== null && findAll(block, ({ type }) => type === "ThrowStatement").length === 0;
    }
    const callee = around.type === "CallExpression" ? child(around, "callee") : null;
    return isFunction(node) && nameOf(callee) === "catch" && callee?.type === "MemberExpression";
  });
  return catching.length > 0;
}

/**
 * Whether the answer that is given at a place, in a catch, holds the message of what was caught. The error as a whole
 * does not count: JSON makes {} of it.
 */
export function tellsCaught(source: Source, at: Place): boolean {
  const nodes = nodesAt(source, at);
  const catching = nodes.findLast((node) => node.type === "CatchClause" || isFunction(node)) ?? null;
  const param =
    catching?.type === "CatchClause"
      ? child(catching, "param")
      : ((catching && list(catching, "params")[0]) ?? null);
  const name = nameOf(param);
  const statement = nodes.findLast(({ type }) => /^(Expression|Return)Statement$/.test(type));
  if (name === null || !statement) return false;
  const message = (node: Node) =>
    node.type === "MemberExpression" &&
    ["message", "stack", "toString"].includes(nameOf(node) ?? "") &&
    nameOf(child(node, "object")) === name;
  return findAll(statement, message).length > 0;
}

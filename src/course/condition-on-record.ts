/** Finds the condition that turned a token away although the store held it. */

import { nodesAt } from "../check/source/at-place.ts";
import type { Found } from "../check/source/found.ts";
import type { Source } from "../check/source/source.ts";
import { child, findAll, nameOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import type { Place } from "../check/transcript.ts";
import { readsClock } from "./clock-comparisons.ts";

/** A condition on a member of what was looked up: `!session.used`, `session.expiresAt > Date.now()`. */
export interface ConditionOnRecord extends Found {
  /** Whether it is the wrong way round: it holds for a token that was never used, and has not ended. */
  inverted: boolean;
}

/** Whether a test reads a member of a record, without a look whether there is a record at all. */
function asksMember(test: Node): boolean {
  const members = findAll(
    test,
    (node) => node.type === "MemberExpression" && child(node, "object")?.type === "Identifier",
  );
  const guards = findAll(test, ({ type }) => type === "LogicalExpression" || type === "ChainExpression");
  const isOfRequest = /^(req|request|res|response|process|body)$/;
  return (
    guards.length === 0 &&
    members.some(
      (node) =>
        !readsClock(node) &&
        !isOfRequest.test(nameOf(child(node, "object")) ?? "") &&
        !/^Date|^Math/.test(nameOf(child(node, "object")) ?? ""),
    )
  );
}

function isInverted(test: Node): boolean {
  const operator = String(Reflect.get(test, "operator"));
  if (operator === "!") return child(test, "argument")?.type === "MemberExpression";
  const [left, right] = [child(test, "left"), child(test, "right")];
  const reads = (node: Node | null) => node !== null && findAll(node, readsClock).length > 0;
  return (/^>=?$/.test(operator) && reads(right)) || (/^<=?$/.test(operator) && reads(left));
}

/**
 * The condition around the line that refused a token which login had just given out.
 *
 * @param refusedAt where the refusal was sent
 */
export function conditionOnRecord(source: Source, refusedAt: Place | null): ConditionOnRecord | null {
  const around = refusedAt ? nodesAt(source, refusedAt) : [];
  const condition = around.findLast(({ type }) => type === "IfStatement");
  const test = condition && child(condition, "test");
  const branch = condition && child(condition, "consequent");
  if (!refusedAt || !condition || !test || !branch || !around.includes(branch) || !asksMember(test))
    return null;
  return { file: refusedAt.file, node: condition, inverted: isInverted(test) };
}

/** Finds the lines of POST /token that the rules about rotation and reuse point at. */

import type { Evidence } from "../check/diagnosis/mistake.ts";
import { answeredAt } from "../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../check/judge/read-transcript.ts";
import { placeOfFound } from "../check/source/found.ts";
import { functionsCalled } from "../check/source/calls.ts";
import type { Found } from "../check/source/found.ts";
import { within } from "../check/source/making.ts";
import { bare, calledName, child, findAll, isFunction, list, nameOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import type { Place } from "../check/transcript.ts";
import { callWithCondition } from "./call-lines.ts";
import { codeOf, removalsOf } from "./token-code.ts";

/** Where the answer to an exchange was given. */
export function answerPlace({ transcript }: Evidence, label: string): Place | null {
  return answeredAt(exchangeOf(transcript, label));
}

/** The nodes of POST /token for which `test` holds. */
export function inRenewal(
  { source }: Evidence,
  test: (node: Node, ancestors: readonly Node[]) => boolean,
): Found[] {
  return within(codeOf(source, "/token"), test);
}

/** The last node before a place in its function, or at it; null where there is none. */
export function lastBefore(found: readonly Found[], place: Place | null): Found | null {
  if (!place) return null;
  const before = found.filter(
    ({ file, node }) => file === place.file && (node.loc?.start.line ?? 0) <= place.line,
  );
  return before.at(-1) ?? null;
}

/** Where a renewal removes a whole list or several items: an assignment of a list, splice, clear, a loop of deletes. */
export function removalPlaces(evidence: Evidence): Place[] {
  const { source } = evidence;
  const code = codeOf(source, "/token");
  return [...removalsOf(source, "/token"), ...replacementsOf(evidence)].map((removal) =>
    placeOfFound(callWithCondition(source, code, removal) ?? removal),
  );
}

/**
 * Assignments of a list or an object to a variable outside of the handler; and where a store is given a new list for all
 * that a person had: users.set(name, new Map([[hash, end]])).
 */
export function replacementsOf(evidence: Evidence): Found[] {
  const isNew = (node: Node | undefined) =>
    node?.type === "ArrayExpression" ||
    (node?.type === "NewExpression" && /^(Map|Set)$/.test(calledName(node) ?? ""));
  return inRenewal(evidence, (node) => {
    const right = node.type === "AssignmentExpression" ? child(node, "right") : null;
    if (right?.type === "ArrayExpression" || right?.type === "ObjectExpression") return true;
    return calledName(node) === "set" && isNew(list(node, "arguments")[1]);
  });
}

/** Whether a node writes something: an assignment, a deletion, or a call whose name says so. */
export function isWriting(node: Node): boolean {
  if (node.type === "AssignmentExpression") return child(node, "left")?.type === "MemberExpression";
  if (node.type === "UnaryExpression") return Reflect.get(node, "operator") === "delete";
  const name = node.type === "CallExpression" ? nameOf(child(node, "callee")) : null;
  return (
    name !== null &&
    /^(set|put|add|push|del|delete\w*|update\w*|insert\w*|remove\w*|write\w*|save\w*|persist\w*|mark\w*|rotate\w*|replace\w*)$/i.test(
      name,
    )
  );
}

/** Calls that only ask, or have nothing to do with the store. */
const ASKS = /^(find\w*|get\w*|has\w*|read\w*|load\w*|verify\w*|jwtVerify|sign\w*|json|open|decode\w*)$/i;

/** Whether a call hands over something of what was looked up before it: await db.markUsed(row.hash). */
function isOfFound(around: Node, call: Node): boolean {
  const names = list(call, "arguments").flatMap((one) =>
    findAll(one, ({ type }) => type === "Identifier").flatMap((inner) => nameOf(inner) ?? []),
  );
  const found = findAll(around, (node) => {
    const init = node.type === "VariableDeclarator" ? bare(child(node, "init")) : null;
    const isAsking = init !== null && /^(find|get|load|lookup|read)/i.test(calledName(init) ?? "");
    return isAsking && node.end <= call.start && names.includes(nameOf(child(node, "id")) ?? "");
  });
  return found.length > 0;
}

/** Whether a called function itself asks a store, as one for a whole renewal does. Then the wait is inside of it. */
function isWholeRenewal(evidence: Evidence, around: Node | undefined, call: Node | null): boolean {
  if (!call || (around && isOfFound(around, call))) return false;
  return functionsCalled(evidence.source, call).some(
    ({ node }) => findAll(node, (one) => /^(find\w*|get|has)$/.test(calledName(one) ?? "")).length > 0,
  );
}

/**
 * The waits of POST /token that a good token meets: awaits, and calls that go on in a callback. A branch is left out,
 * because it is a refusal in most programs.
 */
export function waitsOf(evidence: Evidence): Found[] {
  return inRenewal(evidence, (node, ancestors) => {
    if (ancestors.some(({ type }) => type === "IfStatement")) return false;
    if (node.type === "AwaitExpression") {
      const call = child(node, "argument");
      return (
        !ASKS.test((call && calledName(call)) ?? "") &&
        !isWholeRenewal(evidence, ancestors.findLast(isFunction), call)
      );
    }
    const name = calledName(node);
    const hasCallback = list(node, "arguments").some(isFunction);
    return hasCallback && isWriting(node) && name !== null && !ASKS.test(name);
  });
}

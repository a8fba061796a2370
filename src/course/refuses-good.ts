/** Finds the condition that refuses what is good: it is the wrong way round, or looks something up that is. */

import { nodesAt } from "../check/source/at-place.ts";
import type { Found } from "../check/source/found.ts";
import { functionsOf, within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import {
  bare,
  calledName,
  child,
  contains,
  findAll,
  list,
  nameOf,
  receiverOf,
} from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import type { Place } from "../check/transcript.ts";
import { leavesWithNothing } from "./before-refusal.ts";
import { hasClock, isComparison } from "./clock-comparisons.ts";
import { asksForOthers, lookupBehind } from "./deciding-line.ts";
import { isRemoval } from "./token-code.ts";

/** Names of what must not be: a token that was used, a person who is blocked. A condition on these is right as it is. */
const BAD =
  /used|spent|revoked|expired|ended|block|lock|ban|retired|rotated|replaced|invalid|dead|stolen|reuse|replay|closed|old|prev|former|not(before|yet)|nbf|start|retry|fail|err|limit|denied|deny|black|missing|unknown/i;

function namesBad(node: Node): boolean {
  return findAll(node, (one) => BAD.test(nameOf(one) ?? "")).length > 0;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
};

/** Whether a value stands for nothing: null, undefined, -1 for a place in a list. */
function isNothing(node: Node): boolean {
  const value: unknown = Reflect.get(node, "value");
  if (node.type === "UnaryExpression") return Reflect.get(node, "operator") === "-";
  return nameOf(node) === "undefined" || (node.type === "Literal" && value === null);
}

const OF_TOKEN = /hash|token|digest|latest|current|newest|secret|jti|generation|version/i;

/** Whether a comparison holds for a token that is there, is the newest one, and has not ended. */
function comparesTheWrongWay(node: Node, operator: string): boolean {
  const [left, right] = [bare(child(node, "left")), bare(child(node, "right"))];
  if (!left || !right || namesBad(node)) return false;
  if (isComparison(node)) {
    if (hasClock(left) === hasClock(right)) return false;
    return hasClock(right) ? operator.startsWith(">") : operator.startsWith("<");
  }
  if (left.type === "UnaryExpression" && Reflect.get(left, "operator") === "typeof")
    return operator.startsWith("==") && Reflect.get(right, "value") === "string";
  if (operator.startsWith("!")) return isNothing(right) && /^(Identifier|MemberExpression)$/.test(left.type);
  const sides = [left, right];
  const isNamed = sides.every(({ type }) => /^(Identifier|MemberExpression|CallExpression)$/.test(type));
  return operator.startsWith("==") && isNamed && !sides.some(isNothing) && sides.every(speaksOfToken);
}

function speaksOfToken(node: Node): boolean {
  return findAll(node, (one) => OF_TOKEN.test(nameOf(one) ?? "")).length > 0;
}

/** The parts of a condition, each of which makes it hold. */
function partsOf(test: Node): Node[] {
  const isOr = test.type === "LogicalExpression" && Reflect.get(test, "operator") === "||";
  return isOr ? ["left", "right"].flatMap((side) => partsOf(bare(child(test, side)) ?? test)) : [test];
}

/** Whether a part of a condition holds for a token that is good, as far as it is written. */
function isWrongWayRound(part: Node): boolean {
  if (part.type === "BinaryExpression")
    return comparesTheWrongWay(part, String(Reflect.get(part, "operator")));
  if (part.type !== "UnaryExpression" || Reflect.get(part, "operator") !== "!") return false;
  const inner = bare(child(part, "argument"));
  if (!inner) return false;
  // What is not true of a bad token is true of a good one.
  if (inner.type === "LogicalExpression") return partsOf(inner).some(refusesBad);
  if (inner.type === "BinaryExpression")
    return comparesTheWrongWay(inner, OPPOSITE[String(Reflect.get(inner, "operator"))] ?? "");
  return inner.type === "MemberExpression" && BAD.test(nameOf(inner) ?? "");
}

/** Whether a part of a condition is one that good tokens pass: !session, session.expires < Date.now(). */
function refusesBad(part: Node): boolean {
  if (part.type === "UnaryExpression") return !isWrongWayRound(part);
  return part.type === "BinaryExpression" && (hasClock(part) || namesBad(part)) && !isWrongWayRound(part);
}

/** Whether a node answers with a status from 400 on, throws, leaves its function with nothing, or takes something away. */
function refuses(node: Node): boolean {
  const isStatus = (one: Node) => {
    const value: unknown = Reflect.get(one, "value");
    return one.type === "Literal" && typeof value === "number" && value >= 400 && value < 500;
  };
  const answers = (one: Node) =>
    /^(status|sendStatus|writeHead|code)$/.test(calledName(one) ?? "") &&
    list(one, "arguments").some(isStatus);
  return (
    findAll(
      node,
      (one) => one.type === "ThrowStatement" || leavesWithNothing(one) || answers(one) || isRemoval(one),
    ).length > 0
  );
}

/** Whether a condition that is certain to have held says that something is there: if (session), if (list.includes(x)). */
function saysThere(part: Node): boolean {
  return (
    part.type === "Identifier" ||
    /^(has|includes|some)$/.test(calledName(part) ?? "") ||
    (part.type === "MemberExpression" && receiverOf(part) === null && Reflect.get(part, "computed") === true)
  );
}

/**
 * The part of a condition that refuses what is good; null where none does as far as it is written, or more than one.
 *
 * @param at where the refusal was sent or thrown: the condition around it did hold
 */
export function refusesGood(source: Source, method: string, path: string, at: Place | null): Found | null {
  const guards = within(functionsOf(source, method, path), (node) => {
    const branch = node.type === "IfStatement" ? child(node, "consequent") : null;
    return branch !== null && refuses(branch);
  });
  const around = at ? nodesAt(source, at) : [];
  const holds = (guard: Found) => {
    const branch = child(guard.node, "consequent");
    return branch !== null && around.includes(branch) && at !== null && contains(branch, at);
  };
  const found = guards.flatMap((guard) => {
    const test = bare(child(guard.node, "test"));
    const parts = test ? partsOf(test) : [];
    const wrong = parts.filter(isWrongWayRound);
    const there = wrong.length === 0 && parts.length === 1 && holds(guard) ? parts.filter(saysThere) : [];
    return [...wrong, ...there].map((node) => ({ file: guard.file, node }));
  });
  if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  return lookupOfOthers(source, guards.find(holds) ?? null);
}

/** The lookup that finds others than the one that is asked for, before a condition refuses for want of it. */
function lookupOfOthers(source: Source, guard: Found | null): Found | null {
  const test = guard ? bare(child(guard.node, "test")) : null;
  const names = test ? partsOf(test).flatMap((part) => nameOf(bare(child(part, "argument"))) ?? []) : [];
  const lookups = guard ? names.flatMap((name) => lookupBehind(source, guard, name) ?? []) : [];
  return lookups.find((one) => asksForOthers(one)) ?? null;
}

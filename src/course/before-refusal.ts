/** Finds what a program does before it refuses a request: the statements that end logins. */

import { answeredAt, faultsOf } from "../check/diagnosis/read-evidence.ts";
import { nodesAt } from "../check/source/at-place.ts";
import { placeOfFound } from "../check/source/found.ts";
import { functionsCalled } from "../check/source/calls.ts";
import type { Found } from "../check/source/found.ts";
import { within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import {
  calledName,
  child,
  contains,
  findAll,
  isFunction,
  list,
  nameOf,
  placeOf,
} from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import type { Exchange, Place } from "../check/transcript.ts";
import { codeOf, isKeeping, isRemoval } from "./token-code.ts";

/** Where an exchange was refused: the throw that led to the answer, else the line that answered. */
export function refusedAt(exchange: Exchange | null): Place | null {
  return faultsOf(exchange)[0]?.place ?? answeredAt(exchange);
}

/** Names of functions that end a login, whatever they do it with. */
const ENDS = /^(bury|burn|cancel|close|deactivate|drop|end|expire|forget|invalidate|kill|purge|revoke|wipe)/i;

/** Whether a node changes a thing that stays: a member, or a list that is replaced. */
function isChange(node: Node): boolean {
  if (node.type !== "AssignmentExpression") return false;
  const right = child(node, "right")?.type ?? "";
  return child(node, "left")?.type === "MemberExpression" || /^(Array|Object)Expression$/.test(right);
}

/** How many calls deep it is looked whether a function ends something. */
const DEEPEST = 3;

/** Whether a node ends something: it removes, it changes, or it calls a function of the program that does. */
export function isEnding(source: Source, node: Node, depth = 0): boolean {
  if (isRemoval(node) || isChange(node)) return true;
  const name = calledName(node);
  if (name === null || depth >= DEEPEST) return false;
  if (ENDS.test(name)) return true;
  return functionsCalled(source, node).some(
    (one) => findAll(one.node, (inner) => isEnding(source, inner, depth + 1)).length > 0,
  );
}

function isOver({ loc }: Node, place: Place): boolean {
  return (
    loc != null &&
    (loc.end.line < place.line || (loc.end.line === place.line && loc.end.column < place.column))
  );
}

/** What is around a place inside of its function, the outermost first. */
function aroundInFunction(source: Source, place: Place): Node[] {
  const around = nodesAt(source, place);
  return around.slice(around.findLastIndex(isFunction) + 1);
}

/** The statements before a place, in the blocks around it up to its function; the nearest first. */
function statementsBefore(source: Source, place: Place): Found[] {
  return aroundInFunction(source, place)
    .toReversed()
    .flatMap((block) => [...list(block, "body"), ...list(block, "consequent")].toReversed())
    .filter((statement) => !contains(statement, place) && isOver(statement, place))
    .map((node) => ({ file: place.file, node }));
}

/** The last statement of a branch before a place that keeps, changes or ends something; null where there is none. */
export function doneInBranch(source: Source, place: Place | null): Found | null {
  if (!place) return null;
  const around = nodesAt(source, place);
  const at = around.findLastIndex(({ type }) => type === "BlockStatement" || type === "SwitchCase");
  if (!/^(IfStatement|SwitchStatement|TryStatement)$/.test(around[at - 1]?.type ?? "")) return null;
  const inBlock = statementsBefore(source, place).filter(
    ({ node }) => around[at] && contains(around[at], placeOf(place.file, node)),
  );
  const done = inBlock.find(
    ({ node }) => findAll(node, (one) => isKeeping(one) || isEnding(source, one)).length > 0,
  );
  return done ?? null;
}

/** Whether a branch leaves its function with nothing: return, return null, return false. */
export function leavesWithNothing(node: Node): boolean {
  if (node.type !== "ReturnStatement") return false;
  const value = child(node, "argument");
  if (value === null || nameOf(value) === "undefined") return true;
  const literal: unknown = Reflect.get(value, "value");
  return value.type === "Literal" && (literal === null || literal === false);
}

/** What a function that was asked did in a branch, before it answered that there is nothing; null where it did nothing. */
function doneInFunction(source: Source, { file, node }: Found): Found | null {
  const leaving = findAll(node, leavesWithNothing).map((one) => doneInBranch(source, placeOf(file, one)));
  return leaving.find((one) => one !== null) ?? null;
}

/**
 * What a function of the program did before it gave nothing back, for which a place then refused:
 * const renewed = logins.renew(token); if (!renewed) return refuse().
 */
export function doneBeforeNothing(source: Source, place: Place | null): Found | null {
  return (
    askedBefore(source, place)
      .map((one) => doneInFunction(source, one))
      .find((one) => one !== null) ?? null
  );
}

/** Where such a function first gave nothing back because of what it had looked up; null where it never does. */
export function leftWithNothing(source: Source, place: Place | null): Found | null {
  const leaving = askedBefore(source, place).flatMap(({ file, node }) =>
    findAll(node, leavesWithNothing).map((one) => ({ file, node: one })),
  );
  return leaving[0] ?? null;
}

/** The functions of the program whose result a place asked before it refused. */
function askedBefore(source: Source, place: Place | null): Found[] {
  const tests = place ? aroundInFunction(source, place).flatMap((one) => child(one, "test") ?? []) : [];
  const names = tests.flatMap((test) => findAll(test, () => true).flatMap((one) => nameOf(one) ?? []));
  const asked = (place ? statementsBefore(source, place) : []).flatMap(({ node }) =>
    list(node, "declarations").filter((one) => names.includes(nameOf(child(one, "id")) ?? "")),
  );
  const calls = asked.flatMap((one) => findAll(one, (inner) => calledName(inner) !== null));
  return calls.flatMap((call) => functionsCalled(source, call));
}

/** What the program ended before it came to a place, the nearest first. */
export function endingsBefore(source: Source, place: Place | null): Found[] {
  if (!place) return [];
  return statementsBefore(source, place).flatMap(({ file, node }) => {
    // A function that is asked for something may end it on the way: then the line is inside of that function.
    const isAsked = node.type === "VariableDeclaration";
    const ends = (inner: Node) => (isAsked ? isRemoval(inner) : isEnding(source, inner));
    return findAll(node, ends).map((inner) => ({ file, node: inner }));
  });
}

/** The line inside a function of the program that ends something, for a call which leaves to it what to end. */
export function endingInside(source: Source, ending: Found, depth = 0): Found {
  const own = isConditionGiven(ending.node) ? [] : functionsCalled(source, ending.node);
  const [only] = own;
  if (own.length !== 1 || !only || depth >= DEEPEST) return ending;
  const inside = within([only], (node) => node !== only.node && isEnding(source, node, DEEPEST));
  const [first] = inside;
  return first ? endingInside(source, first, depth + 1) : ending;
}

/** Whether a call itself says what to end: by the fields of an object, or by a function. */
function isConditionGiven(node: Node): boolean {
  return list(node, "arguments").some((one) => one.type === "ObjectExpression" || isFunction(one));
}

const USER = /^(user(name|id)?|uid|sub|owner|person|who|account)$/i;

/** Whether a node speaks of the person whom a login belongs to. */
export function namesPerson(node: Node): boolean {
  return findAll(node, (one) => USER.test(nameOf(one) ?? "")).length > 0;
}

/**
 * What ends logins by the person whom they belong to: before the refusal, else in a route's code; null where the source
 * does not show it.
 */
export function endingOfPerson(
  source: Source,
  path: "/token" | "/logout",
  refused: Exchange | null,
): Found | null {
  const ofPerson = ({ file, node }: Found) =>
    namesPerson(node) || comparesPerson(source, { file, node }) ? [{ file, node }] : [];
  const before = endingsBefore(source, refusedAt(refused)).flatMap(ofPerson);
  const anywhere = within(codeOf(source, path), (node) => isEnding(source, node)).flatMap(ofPerson);
  return before[0] ?? anywhere[0] ?? null;
}

/** Whether a node stands under a condition that compares persons. */
function comparesPerson(source: Source, found: Found): boolean {
  return aroundInFunction(source, placeOfFound(found)).some((node) => {
    const test = node.type === "IfStatement" ? child(node, "test") : null;
    const compared = test && findAll(test, ({ type }) => type === "BinaryExpression");
    return compared?.some(namesPerson) ?? false;
  });
}

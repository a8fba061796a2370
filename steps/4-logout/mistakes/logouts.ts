/** Answers what the rules ask about a logout: what it did to refreshTokens, and where. */

import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf, tokensOf } from "../../../src/check/judge/read-transcript.ts";
import type { Exchange, Place } from "../../../src/check/transcript.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import { child, findAll, isFunction, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { decidingLine } from "../../../src/course/deciding-line.ts";

export interface Logout {
  exchange: Exchange;
  /** The token that should go. */
  token: string;
  before: readonly unknown[];
  after: readonly unknown[];
  /** Whether it is still there. */
  kept: boolean;
  /** The tokens that are gone although they should stay. */
  lost: readonly unknown[];
}

/** The logouts of the scenario whose effect on the store was seen, in order. */
export function logoutsOf({ transcript }: Evidence): Logout[] {
  const left: unknown[] = [];
  return ["logout", "logout-unknown", "logout-first", "logout-last"].flatMap((label): Logout[] => {
    const exchange = exchangeOf(transcript, label);
    const previous = exchange && transcript.exchanges[transcript.exchanges.indexOf(exchange) - 1];
    const before = previous && tokensOf(previous.store);
    const after = exchange && tokensOf(exchange.store);
    if (!exchange || !before || !after) return [];
    const token = /"refreshToken":"([^"]*)"/.exec(exchange.request.body ?? "")?.[1] ?? "";
    // A token that an earlier logout left may still go a little later.
    const lost = before.filter((one) => one !== token && !left.includes(one) && !after.includes(one));
    if (before.includes(token) && after.includes(token)) left.push(token);
    return [{ exchange, token, before, after, kept: before.includes(token) && after.includes(token), lost }];
  });
}

/** Whether the failed check is one of this step. */
export function isAboutLogout({ failure }: Evidence): boolean {
  return failure.check.id.startsWith("logout-");
}

function removes(node: Node): boolean {
  if (node.type === "AssignmentExpression") {
    const left = child(node, "left");
    return nameOf(left) === "refreshTokens" || nameOf(left) === "length";
  }
  if (node.type === "UnaryExpression") return Reflect.get(node, "operator") === "delete";
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  return (
    callee?.type === "MemberExpression" && ["splice", "filter", "pop", "shift"].includes(nameOf(callee) ?? "")
  );
}

/** Whether a node gives a variable nothing, as people do who hope that the array then holds nothing there. */
function empties(node: Node): boolean {
  const right = node.type === "AssignmentExpression" ? child(node, "right") : null;
  const isNothing = right !== null && (Reflect.get(right, "raw") === "null" || nameOf(right) === "undefined");
  return isNothing && child(node, "left")?.type === "Identifier";
}

/** Methods that people call because they hope that these remove something. They make a new array, or only look. */
const HARMLESS = ["slice", "concat", "map", "forEach", "find", "toSpliced", "reduce", "flatMap"];

function looksLikeRemoval(node: Node): boolean {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  return (
    callee?.type === "MemberExpression" &&
    HARMLESS.includes(nameOf(callee) ?? "") &&
    nameOf(child(callee, "object")) === "refreshTokens"
  );
}

/** The statement with which the logout handler changes the store, as far as the source shows it. */
export function removalIn({ source }: Pick<Evidence, "source">): Found | null {
  const handlers = handlersOf(source, "POST", "/logout");
  const inHandlers = (test: (node: Node) => boolean) =>
    handlers.flatMap(({ file, node }) => findAll(node, test).map((found) => ({ file, node: found })))[0];
  return (
    inHandlers(removes) ??
    inHandlers(empties) ??
    inHandlers(looksLikeRemoval) ??
    within(functionsOf(source, "POST", "/logout"), removes)[0] ??
    findInSource(source, (node, ancestors) => removes(node) && ancestors.some(isFunction))[0] ??
    null
  );
}

/** Whether the program calls one of these methods anywhere. */
export function calls({ source }: Evidence, ...methods: string[]): boolean {
  const found = findInSource(
    source,
    (node) => node.type === "CallExpression" && methods.includes(nameOf(child(node, "callee")) ?? ""),
  );
  return found.length > 0;
}

/** Where to point for a logout that does the wrong thing. */
export function placeOfRemoval(evidence: Evidence, logout: Logout): Place | null {
  const removal = removalIn(evidence);
  return removal ? placeOfFound(decidingLine(evidence.source, removal)) : answeredAt(logout.exchange);
}

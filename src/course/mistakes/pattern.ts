/** Answers what the rules about the pattern ask: how its exchanges went, and where the source does its parts. */

import type { Evidence } from "../../check/diagnosis/mistake.ts";
import { bodyArrived, faultsOf, routeFor } from "../../check/diagnosis/read-evidence.ts";
import { isAccident } from "../../check/diagnosis/mistakes/handler-throws.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { functionsCalled } from "../../check/source/calls.ts";
import type { Found } from "../../check/source/found.ts";
import { functionsOf, isCallOf, within } from "../../check/source/making.ts";
import type { Source } from "../../check/source/source.ts";
import { child, list, nameOf, receiverOf } from "../../check/source/syntax.ts";
import type { Node } from "../../check/source/syntax.ts";
import type { Exchange } from "../../check/transcript.ts";
import { isGood } from "../sessions.ts";

/**
 * Whether an exchange reached its handler as it should, and the handler itself answered. Then no general mistake is the
 * cause.
 */
export function isOwnAnswer({ transcript }: Evidence, exchange: Exchange | null): exchange is Exchange {
  if (!exchange?.response || faultsOf(exchange).some(isAccident)) return false;
  if (routeFor(transcript, exchange.request) === null && transcript.layers.length > 0) return false;
  return bodyArrived(exchange);
}

/** The first exchange that went well, of those with these labels. */
export function firstGood({ transcript }: Evidence, labels: readonly string[]): Exchange | null {
  return labels.flatMap((label) => exchangeOf(transcript, label) ?? []).find(isGood) ?? null;
}

/** The text of a node in the source, on one line. */
export function textOf(source: Source, { file, node }: Found): string {
  const text = source.files.find(({ path }) => path === file)?.text ?? "";
  return text.slice(node.start, node.end).replace(/\s+/g, " ");
}

const OF_EXPRESS = /^(res|response|req|request|headers|app|router|params|reply)$/i;

function hasSpread(node: Node | null): boolean {
  return (
    node?.type === "ArrayExpression" && list(node, "elements").some(({ type }) => type === "SpreadElement")
  );
}

/** Whether a node puts something into a list, a Map, a Set, an object or a text that stays. */
export function stores(node: Node): boolean {
  if (isCallOf(node, "push", "unshift", "add", "set", "insert", "put", "save", "setex"))
    return !OF_EXPRESS.test(nameOf(receiverOf(node)) ?? "");
  if (node.type === "CallExpression") return list(node, "arguments").some(hasSpread);
  if (node.type !== "AssignmentExpression") return false;
  const [left, right] = [child(node, "left"), child(node, "right")];
  if (left?.type === "MemberExpression")
    return (
      Reflect.get(left, "computed") === true ||
      (/token|session|refresh/i.test(nameOf(left) ?? "") &&
        !OF_EXPRESS.test(nameOf(child(left, "object")) ?? ""))
    );
  return (
    hasSpread(right) ||
    (right !== null && isCallOf(right, "concat")) ||
    Reflect.get(node, "operator") === "+="
  );
}

/** Where POST /login stores a token. Where it stores both kinds, the given kind comes first. */
export function storingsOf(source: Source, token: "access" | "refresh"): Found[] {
  const all = within(functionsOf(source, "POST", "/login"), stores);
  // If the learner has a function named "add", say, only what it does counts, and not its call.
  const found = all.filter(
    ({ node }) => functionsCalled(source, node).length === 0 || list(node, "arguments").some(hasSpread),
  );
  const isAccess = (one: Found) => /access/i.test(textOf(source, one));
  return found.toSorted((a, b) => {
    const [first, second] = token === "access" ? [b, a] : [a, b];
    return Number(isAccess(first)) - Number(isAccess(second));
  });
}

/** The conditions in a route's functions, in order. */
export function conditionsOf(source: Source, method: string, path: string): Found[] {
  return within(functionsOf(source, method, path), ({ type }) =>
    ["IfStatement", "ConditionalExpression", "SwitchStatement"].includes(type),
  );
}

/** The code of a route's functions that looks something up. */
export function lookupsOf(source: Source, method: string, path: string): Found[] {
  const looks = [
    "includes",
    "has",
    "some",
    "find",
    "findIndex",
    "indexOf",
    "get",
    "filter",
    "hasOwn",
    "hasOwnProperty",
  ];
  return within(functionsOf(source, method, path), (node) => {
    if (node.type === "MemberExpression" && Reflect.get(node, "computed") === true)
      return child(node, "property")?.type !== "Literal";
    if (!isCallOf(node, ...looks)) return false;
    return !OF_EXPRESS.test(nameOf(receiverOf(node)) ?? "");
  });
}

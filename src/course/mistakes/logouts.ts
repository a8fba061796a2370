/** Finds out for the rules whom a logout has logged out. */

import type { Evidence } from "../../check/diagnosis/mistake.ts";
import { experimentOf } from "../../check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../check/source/found.ts";
import type { Found } from "../../check/source/found.ts";
import { functionsOf, isCallOf, within } from "../../check/source/making.ts";
import { child, list, nameOf, receiverOf } from "../../check/source/syntax.ts";
import type { Node } from "../../check/source/syntax.ts";
import type { Place } from "../../check/transcript.ts";
import { decidingLine } from "../deciding-line.ts";
import { isGood, isRefused } from "../sessions.ts";

/** Three people had logged in, in this order. true: still logged in afterwards. */
export interface Stays {
  first: boolean;
  middle: boolean;
  last: boolean;
}

function staysAfter(evidence: Evidence, suffix: string): Stays | null {
  const [first, middle, last] = ["first", "middle", "last"].map((who) =>
    experimentOf(evidence, `${who}-${suffix}`),
  );
  if (!first || !middle || !last) return null;
  if ([first, middle, last].some((one) => !isGood(one) && !isRefused(one))) return null;
  return { first: isGood(first), middle: isGood(middle), last: isGood(last) };
}

/** Who is still logged in after the middle one's logout; null where that is not known, or another check failed. */
export function staysAfterLogout(evidence: Evidence): Stays | null {
  return isAboutLogout(evidence) ? staysAfter(evidence, "after-logout") : null;
}

/** Who is still logged in after a logout with a token that was never given out. */
export function staysAfterStranger(evidence: Evidence): Stays | null {
  return isAboutLogout(evidence) ? staysAfter(evidence, "after-stranger") : null;
}

function isAboutLogout({ failure }: Evidence): boolean {
  return failure.check.id.startsWith("logout-") && failure.check.id !== "logout-no-content";
}

function removes(node: Node): boolean {
  if (isCallOf(node, "splice", "filter", "delete", "pop", "shift", "clear", "remove", "toSpliced", "del"))
    return true;
  if (node.type === "UnaryExpression") return Reflect.get(node, "operator") === "delete";
  return node.type === "AssignmentExpression" && child(node, "left")?.type !== "MemberExpression";
}

/**
 * The code of POST /logout that removes something from a store, as far as the source shows. Calls come before
 * assignments.
 */
export function removalsOf({ source }: Evidence): Found[] {
  const found = within(functionsOf(source, "POST", "/logout"), removes);
  const isPlain = ({ node }: Found) => node.type === "AssignmentExpression";
  return found.toSorted((a, b) => Number(isPlain(a)) - Number(isPlain(b)));
}

/**
 * The line that decides what POST /logout removes; where nothing is removed, the call that is handed an empty list or
 * object to keep.
 */
export function placeOfRemoval(evidence: Evidence): Place | null {
  const { source } = evidence;
  const [removal] = removalsOf(evidence);
  const [emptying] = within(functionsOf(source, "POST", "/logout"), (node) => {
    const [first] = node.type === "CallExpression" ? list(node, "arguments") : [];
    const isAnswer = /^(res|response|reply)$/.test(nameOf(receiverOf(node)) ?? "");
    return !isAnswer && first !== undefined && isEmpty(first);
  });
  return firstPlace(removal && decidingLine(source, removal), emptying);
}

function isEmpty(node: Node): boolean {
  if (node.type === "ArrayExpression") return list(node, "elements").length === 0;
  return node.type === "ObjectExpression" && list(node, "properties").length === 0;
}

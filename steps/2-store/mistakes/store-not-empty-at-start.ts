/** refreshTokens holds tokens before the first login. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { listInWords, shown } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { callsFunction, functionsCalled } from "../../../src/check/source/calls.ts";
import { registeredFor } from "../../../src/check/source/handlers.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, findAll, isFunction, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf, isEmptyArray } from "../../../src/check/source/variables.ts";

function adds(node: Node): boolean {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  if (callee?.type !== "MemberExpression") return false;
  return (
    nameOf(child(callee, "object")) === "refreshTokens" && ["push", "unshift"].includes(nameOf(callee) ?? "")
  );
}

/**
 * The line that adds a token while the program starts: outside of functions, or in one that is called there. Where login
 * shares the function that adds, it is the line that calls it.
 */
function addedAtStart(source: Source): Found | undefined {
  const handlers = ["/login", "/token", "/logout"].flatMap((path) => registeredFor(source, "POST", path));
  const isOfRequest = (ancestors: readonly Node[]) =>
    ancestors.some((one) => handlers.some(({ node }) => node === one));
  const atStart = findInSource(source, (_, ancestors) => !ancestors.some(isFunction));
  const called = atStart.flatMap(({ node }) => functionsCalled(source, node));
  const shared = functionsOf(source, "POST", "/login").filter(({ node }) => findAll(node, adds).length > 0);
  const callsShared = (node: Node) => shared.some((one) => callsFunction(source, node, one.node));
  const own = called.filter(({ node }) => !shared.some((one) => one.node === node));
  const inCalled = (test: (node: Node) => boolean) =>
    within(own, (node, ancestors) => test(node) && !isOfRequest(ancestors));
  return [
    ...atStart.filter(({ node }) => adds(node)),
    ...inCalled(adds),
    ...atStart.filter(({ node }) => callsShared(node)),
    ...inCalled(callsShared),
  ][0];
}

export const storeNotEmptyAtStart: Mistake = {
  id: "store-not-empty-at-start",
  find({ transcript: { storeAtStart }, failure, source }) {
    const [declaration] = declarationsOf(source, "refreshTokens").filter(({ local }) => !local);
    const unused =
      failure.check.id === "store-exists" &&
      storeAtStart.kind === "absent" &&
      declaration?.init?.type === "ArrayExpression" &&
      !isEmptyArray(declaration.init);
    const filled = failure.check.id === "store-empty-at-start" && storeAtStart.kind === "array";
    if (!unused && !filled) return null;
    const filledHere = declaration?.init && isEmptyArray(declaration.init) ? addedAtStart(source) : undefined;
    const place = filledHere ?? declaration;
    const holds =
      storeAtStart.kind === "array" ? ` It holds ${shown(listInWords(storeAtStart.tokens), 80)}.` : "";
    return {
      title: "refreshTokens is not empty at the start",
      why: `Nobody has logged in yet, so no token has been given out.${holds} Whatever is in there from the start could be used without a login.`,
      fix: filledHere
        ? "Take this line out: only the login handler adds a token."
        : "Begin with an empty array, and add the token in the login handler only.",
      place: place ? placeOfFound(place) : null,
    };
  },
};

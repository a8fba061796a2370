/** Finds where the source reads the clock, and what it compares with it. */

import { findInSource, placeOfFound } from "../check/source/found.ts";
import { functionsCalled } from "../check/source/calls.ts";
import type { Found } from "../check/source/found.ts";
import { functionsOf, isCallOf, resultsOf, within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { onlyPlace } from "../check/source/landmarks.ts";
import { numberOf } from "../check/source/values.ts";
import { child, nameOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import type { Place } from "../check/transcript.ts";

/** Whether a node reads the clock: Date.now(), new Date(), x.getTime(), performance.now(). */
export function readsClock(node: Node): boolean {
  if (node.type === "NewExpression") return nameOf(child(node, "callee")) === "Date";
  return isCallOf(node, "now", "getTime", "uptime", "hrtime", "bigint");
}

/** Whether a node, or something in it, reads the clock. */
export function hasClock(node: Node | null): boolean {
  return node !== null && within([{ file: "", node }], readsClock).length > 0;
}

/** The comparisons with the clock in a route's functions. */
export function comparisonsOf(source: Source, method: string, path: string): Found[] {
  return within(functionsOf(source, method, path), (node) => isComparison(node) && hasClock(node));
}

/** Whether a node compares two things by their order. */
export function isComparison(node: Node): boolean {
  return (
    node.type === "BinaryExpression" && ["<", ">", "<=", ">="].includes(String(Reflect.get(node, "operator")))
  );
}

/** Whether a node makes seconds of the clock's milliseconds. */
function dividesClock(source: Source, node: Node): boolean {
  return (
    node.type === "BinaryExpression" &&
    Reflect.get(node, "operator") === "/" &&
    hasClock(node) &&
    numberOf(source, child(node, "right")) === 1_000
  );
}

/** Where something that is called seconds is added to a time in milliseconds; null: nowhere, or at several places. */
export function addsSeconds(source: Source): Place | null {
  return onlyPlace(
    findInSource(source, (node) => {
      if (node.type !== "BinaryExpression" || Reflect.get(node, "operator") !== "+") return false;
      const sides = [child(node, "left"), child(node, "right")];
      const isSeconds = (side: Node | null) =>
        /^(Identifier|MemberExpression)$/.test(side?.type ?? "") &&
        /^(?!.*mill).*sec(ond)?s$/i.test(nameOf(side) ?? "");
      return sides.some(isSeconds) && sides.some((side) => side !== null && readsClock(side));
    }),
  );
}

/** What the program's own functions give back that a node calls: nowInSeconds(). */
function givenBackTo(source: Source, node: Node): Found[] {
  const calls = within([{ file: "", node }], ({ type }) => type === "CallExpression");
  return calls.flatMap((call) => functionsCalled(source, call.node).flatMap(resultsOf));
}

/** Where a route compares a time in milliseconds with one in seconds; null: nowhere. */
export function comparesSeconds(source: Source, method: string, path: string): Place | null {
  const divides = (node: Node | null) => {
    const all = node ? [{ file: "", node }, ...givenBackTo(source, node)] : [];
    return within(all, (one) => dividesClock(source, one)).length > 0;
  };
  const tells = (node: Node) => hasClock(node) || givenBackTo(source, node).some((one) => hasClock(one.node));
  // What is kept under the name of a member may be seconds, too; a claim of a JWT is, unless the source says otherwise.
  const isKeptInSeconds = (side: Node | null) => {
    const name = side?.type === "MemberExpression" || side?.type === "Identifier" ? (nameOf(side) ?? "") : "";
    const kept = findInSource(
      source,
      (node) => node.type === "Property" && nameOf(child(node, "key")) === name,
    );
    const values = kept.flatMap(({ node }) => child(node, "value") ?? []);
    const isClaim = /^(exp|iat|nbf)$/.test(name) && !values.some(tells);
    return isClaim || (name !== "" && values.some(divides));
  };
  const [found] = within(
    functionsOf(source, method, path),
    (node) => isComparison(node) && tells(node),
  ).filter(({ node }) => {
    const [left, right] = [child(node, "left"), child(node, "right")];
    const other = divides(left) ? right : left;
    return divides(left) !== divides(right) && !isKeptInSeconds(other);
  });
  return found ? placeOfFound(found) : null;
}

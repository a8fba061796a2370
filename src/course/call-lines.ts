/**
 * Finds the call that decides, where the line that does something stands in a function which other routes call as well,
 * or which gets its condition from the caller.
 */

import { functionsAt } from "../check/source/at-place.ts";
import { placeOfFound } from "../check/source/found.ts";
import { callsFunction } from "../check/source/calls.ts";
import type { Found } from "../check/source/found.ts";
import { within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { findAll, isFunction, list, nameOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";

/** How many calls a line is followed up. */
const DEEPEST = 5;

/** Whether a node is a condition that is handed over: an object of fields, or a function. */
function isCondition(node: Node | undefined): boolean {
  return node !== undefined && (node.type === "ObjectExpression" || isFunction(node));
}

/**
 * The call, in a route's code, that hands over the condition by which another line looks up or removes:
 * table.destroy({ user }) for rows.filter((row) => !matches(row, where)). null where that line decides by itself.
 */
export function callWithCondition(source: Source, code: readonly Found[], line: Found): Found | null {
  const names = findAll(line.node, ({ type }) => type === "Identifier").map(nameOf);
  for (const around of functionsAt(source, placeOfFound(line)).toReversed()) {
    const at = list(around, "params").findIndex((one) => nameOf(one) !== null && names.includes(nameOf(one)));
    if (at < 0) continue;
    const [call] = within(
      code,
      (node) => callsFunction(source, node, around) && isCondition(list(node, "arguments")[at]),
    );
    return call ?? null;
  }
  return null;
}

/**
 * A line that two routes run is not to blame where only one of them goes wrong: then the call that leads one route to it
 * is.
 *
 * @param code the functions of the route that goes wrong
 * @param other the functions of the route that goes well
 */
export function callOfOneRoute(
  source: Source,
  line: Found,
  code: readonly Found[],
  other: readonly Found[],
): Found {
  const isShared = (node: Node) => other.some((one) => one.node === node);
  let found = line;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const shared = functionsAt(source, placeOfFound(found)).findLast(isShared);
    if (!shared) return found;
    const calls = within(code, (node) => callsFunction(source, node, shared));
    const own = calls.find((call) => !functionsAt(source, placeOfFound(call)).some(isShared));
    const next = own ?? calls[0];
    if (!next) return line;
    found = next;
  }
  return line;
}

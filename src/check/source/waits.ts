/** Finds where a handler waits. */

import type { Place, Request } from "../transcript.ts";
import { functionsAt } from "./at-place.ts";
import { placeOfFound } from "./found.ts";
import { functionsNamed } from "./handlers.ts";
import type { Found } from "./found.ts";
import { functionsOf, within } from "./making.ts";
import type { Source } from "./source.ts";
import { calledName, findAll, list } from "./syntax.ts";
import { numberOf, timersOf } from "./values.ts";

/**
 * The calls of a function that sets a timer with a delay which it is given: sleep(4).
 *
 * @param isNumber whether the source has to show the number
 */
function callsWithDelay(
  source: Source,
  functions: readonly Found[],
  timer: Found & { delay: number | null },
  isNumber: boolean,
): Found[] {
  if (timer.delay !== null) return [];
  const owners = functionsAt(source, placeOfFound(timer));
  return within(functions, (node) => {
    const name = calledName(node);
    const given = list(node, "arguments").some((one) => !isNumber || numberOf(source, one) !== null);
    return given && name !== null && functionsNamed(source, name).some((one) => owners.includes(one.node));
  });
}

/**
 * Where the handlers of a request set a delay of a second or more, or else their longest timer; null where they do
 * neither.
 */
export function placeOfWait(source: Source, { method, path }: Request): Place | null {
  const handlers = functionsOf(source, method, path);
  const isInside = ({ file, node }: Found) =>
    handlers.some((one) => one.file === file && findAll(one.node, (inner) => inner === node).length > 0);
  const timers = timersOf(source)
    .filter(isInside)
    .toSorted((a, b) => (b.delay ?? 0) - (a.delay ?? 0));
  const calls = handlers.flatMap(({ file, node }) =>
    findAll(node, (inner) => {
      const [first] = inner.type === "CallExpression" ? list(inner, "arguments") : [];
      return first !== undefined && (numberOf(source, first) ?? 0) >= 1000;
    }).map((inner) => ({ file, node: inner })),
  );
  const [found] = [
    ...calls,
    ...timers.flatMap((timer) => callsWithDelay(source, handlers, timer, true)),
    ...timers.flatMap((timer) => callsWithDelay(source, handlers, timer, false)),
    ...timers,
  ];
  return found ? placeOfFound(found) : null;
}

/** Finds where a handler waits. */

import type { Place, Request } from "../transcript.ts";
import { functionsAt } from "./at-place.ts";
import { placeOfFound } from "./found.ts";
import { callsFunction } from "./calls.ts";
import type { Found } from "./found.ts";
import { functionsOf, within } from "./making.ts";
import type { Source } from "./source.ts";
import { calledName, findAll, list, nameOf, receiverOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";
import { numberOf, timersOf } from "./values.ts";

/**
 * Whether a node waits for another program or thread while nothing else can run
 * (https://nodejs.org/api/child_process.html#synchronous-process-creation).
 */
export function holdsUpNode(node: Node): boolean {
  const name = calledName(node) ?? "";
  return (
    /^(exec|spawn|execFile)Sync$/.test(name) || (name === "wait" && nameOf(receiverOf(node)) === "Atomics")
  );
}

/**
 * The calls of a function that sets a timer with a delay which it is given, sleep(4): those with a number that the source
 * shows come first.
 */
function callsWithDelay(
  source: Source,
  functions: readonly Found[],
  timer: Found & { delay: number | null },
): Found[] {
  if (timer.delay !== null) return [];
  const owners = functionsAt(source, placeOfFound(timer));
  const calls = within(functions, (node) => {
    const given = list(node, "arguments").length > 0;
    return given && owners.some((owner) => callsFunction(source, node, owner));
  });
  const showsNumber = ({ node }: Found) =>
    list(node, "arguments").some((one) => numberOf(source, one) !== null);
  return calls.toSorted((a, b) => Number(showsNumber(b)) - Number(showsNumber(a)));
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
    ...timers.flatMap((timer) => callsWithDelay(source, handlers, timer)),
    ...timers,
  ];
  return found ? placeOfFound(found) : null;
}

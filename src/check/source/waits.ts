/** Finds where a handler waits. */

import type { Place, Request } from "../transcript.ts";
import { handlersOf, placeOfFound } from "./handlers.ts";
import type { Found } from "./handlers.ts";
import type { Source } from "./source.ts";
import { findAll, list } from "./syntax.ts";
import { numberOf, timersOf } from "./values.ts";

/**
 * Where the handlers of a request set a delay of a second or more, or else their longest timer; null where they do
 * neither.
 */
export function placeOfWait(source: Source, { method, path }: Request): Place | null {
  const handlers = handlersOf(source, method, path);
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
  const [found] = [...calls, ...timers];
  return found ? placeOfFound(found) : null;
}

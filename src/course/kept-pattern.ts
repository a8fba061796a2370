/** Finds a regular expression with g or y that is kept between requests: it remembers where its last match ended. */

import { findInSource } from "../check/source/found.ts";
import type { Found } from "../check/source/found.ts";
import { functionsOf, within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, nameOf, receiverOf, regexOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { declarationsOf } from "../check/source/variables.ts";

function remembers(node: Node | null): boolean {
  return /[gy]/.test(regexOf(node)?.flags ?? "");
}

/** Its declaration, where the code of a route asks it with test or exec; null where there is none. */
export function keptPattern(source: Source, method: string, path: string): Found | null {
  const code = functionsOf(source, method, path);
  const names = within(code, (node) => /^(test|exec)$/.test(calledName(node) ?? "")).flatMap(
    ({ node }) => nameOf(receiverOf(node)) ?? [],
  );
  const declared = names.flatMap((name) =>
    declarationsOf(source, name).filter(({ local, init }) => !local && remembers(init)),
  );
  // What sets it back may do so at the right moments.
  const isSetBack = findInSource(source, (node) => nameOf(node) === "lastIndex").length > 0;
  return isSetBack ? null : (declared[0] ?? null);
}

/** Finds where a program makes a second store with the function or the class that makes the first one. */

import { nodesAt } from "../check/source/at-place.ts";
import { findInSource, placeOfFound } from "../check/source/found.ts";
import { callsFunction } from "../check/source/calls.ts";
import { handlersOf } from "../check/source/handlers.ts";
import type { Found } from "../check/source/found.ts";
import type { Source } from "../check/source/source.ts";
import { isFunction } from "../check/source/syntax.ts";
import { declarationsOf } from "../check/source/variables.ts";

/**
 * The call, in a file with the handlers of a path, of the function in which refreshTokens is declared, where that
 * function is called more than once outside of functions: each call makes an array of its own.
 */
export function secondOfFactory(source: Source, path: string): Found | null {
  const [declaration, ...others] = declarationsOf(source, "refreshTokens");
  if (!declaration?.local || others.length > 0) return null;
  const [factory, ...inner] = nodesAt(source, placeOfFound(declaration)).filter(isFunction);
  if (!factory || inner.length > 0) return null;
  const made = findInSource(source, (node, ancestors) => {
    const isCall = node.type === "CallExpression" && callsFunction(source, node, factory);
    return isCall && !ancestors.some(isFunction);
  });
  const login = handlersOf(source, "POST", "/login").map(({ file }) => file);
  const files = handlersOf(source, "POST", path)
    .map(({ file }) => file)
    .filter((file) => !login.includes(file));
  const own = made.filter(({ file }) => files.includes(file) && file !== declaration.file);
  return made.length > 1 && own.length === 1 ? (own[0] ?? null) : null;
}

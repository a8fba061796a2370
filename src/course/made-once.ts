/** Finds what is made by chance only once, when the program starts, and then shared by all. */

import { findInSource } from "../check/source/found.ts";
import type { Found } from "../check/source/found.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, findAll, isFunction, pairOf } from "../check/source/syntax.ts";

const CHANCE = /^(random|uuid|nanoid)/;

/**
 * The only line outside of all functions that makes something random under a name; null where there is none, or several.
 *
 * @param name what it has to be called
 */
export function madeOnce(source: Source, name: RegExp): Found | null {
  const found = findInSource(source, (node, ancestors) => {
    const { name: own, value } = pairOf(node);
    const isRandom =
      value !== null &&
      !isFunction(value) &&
      findAll(value, (one, inner) => CHANCE.test(calledName(one) ?? "") && !inner.some(isFunction)).length >
        0;
    const isField = node.type === "Property" || value?.type !== "ObjectExpression";
    return name.test(own ?? "") && isRandom && isField && !ancestors.some(isFunction);
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

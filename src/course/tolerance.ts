/** Finds how long after its end a program still accepts a token. */

import { findInSource, placeOfFound } from "../check/source/found.ts";
import type { Source } from "../check/source/source.ts";
import { child, nameOf, stringOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { numberOf } from "../check/source/values.ts";
import { declarationsOf } from "../check/source/variables.ts";
import type { Place } from "../check/transcript.ts";
import { SECOND } from "./lifetime.ts";
import type { Lifetime } from "./lifetime.ts";
import { readTime } from "./written-time.ts";

/** The time that the option gives, in ms: a number of seconds or a text, by itself or by a constant; null: not known. */
function toleranceOf(source: Source, value: Node, depth = 0): number | null {
  const seconds = numberOf(source, value);
  if (seconds !== null) return seconds * SECOND;
  const written = readTime(stringOf(value));
  if (written) return written.ms;
  const [only, ...others] = declarationsOf(source, nameOf(value) ?? "");
  return only?.init && others.length === 0 && depth < 3 ? toleranceOf(source, only.init, depth + 1) : null;
}

/**
 * The option clockTolerance of jsonwebtoken or jose, where it makes up most of the time for which a token is accepted;
 * null where it does not, or where there is no such option.
 */
export function placeOfTolerance(source: Source, { good }: Lifetime): Place | null {
  const [found] = findInSource(source, (node) => {
    const key = node.type === "Property" ? child(node, "key") : null;
    const value = child(node, "value");
    if ((key && (nameOf(key) ?? stringOf(key))) !== "clockTolerance" || !value) return false;
    return (toleranceOf(source, value) ?? 0) > good / 2;
  });
  return found ? placeOfFound(found) : null;
}

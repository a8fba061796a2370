/** The regular expressions in a program's source. */

import type { Word } from "../scenario.ts";
import { findInSource, placeOfFound } from "./found.ts";
import type { Source } from "./source.ts";
import { calledName, list, regexOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** The text of a pattern: of a literal between its slashes, or of a string that RegExp gets; null for anything else. */
function patternOf(node: Node): string | null {
  const regex = regexOf(node);
  if (regex) return regex.pattern;
  const [first] = calledName(node) === "RegExp" ? list(node, "arguments") : [];
  return first ? stringOf(first) : null;
}

/** The patterns of all regular expressions that stand in the source, each with its place, in the order of the files. */
export function patternsIn(source: Source): Word[] {
  return findInSource(source, (node) => patternOf(node) !== null).map((found) => ({
    text: patternOf(found.node) ?? "",
    place: placeOfFound(found),
  }));
}

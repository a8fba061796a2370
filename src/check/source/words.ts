/** The strings in a program's source. A reader of the source could try each of them as a key. */

import type { Word } from "../scenario.ts";
import type { Source } from "./source.ts";
import { child, findAll, placeOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** In characters. A longer text is not a secret that a person typed. */
const LONGEST = 4_096;

/** A string literal, or literals joined by "+", as one text; null where the source alone does not give the text. */
function textOf(node: Node): string | null {
  if (node.type !== "BinaryExpression") return stringOf(node);
  const sides = [child(node, "left"), child(node, "right")];
  const [left, right] = sides.map((side) => side && textOf(side));
  return left == null || right == null ? null : left + right;
}

/**
 * The strings of a program's source, each once and with its place. Strings that are joined by "+" also count as one.
 */
export function wordsIn({ files }: Source): Word[] {
  const words = new Map<string, Word>();
  for (const { path, ast } of files) {
    if (!ast) continue;
    for (const node of findAll(ast, (one) => textOf(one) !== null)) {
      const text = textOf(node) ?? "";
      if (text.length > LONGEST || words.has(text)) continue;
      words.set(text, { text, place: placeOf(path, node) });
    }
  }
  return [...words.values()];
}

/** Edits of a program's text by the places of its parts. */

import { Parser, tokenizer } from "acorn";
import type { Token } from "acorn";
import type { Node } from "../../src/check/source/syntax.ts";

/** Replaces the text from `start` to `end` (offsets) by `by`. */
export interface Edit {
  start: number;
  end: number;
  by: string;
}

/** A program with one mistake built in. */
export interface Mutant {
  /** What was done: "drop statement". */
  operator: string;
  /** Counts from 1. */
  line: number;
  /** The mutant's program. */
  text: string;
  /** The changed part before and after, each on one line. */
  change: string;
}

export function parse(text: string): Node {
  return Parser.parse(text, { ecmaVersion: "latest", sourceType: "script", locations: true });
}

export function tokensIn(text: string): Token[] {
  return [...tokenizer(text, { ecmaVersion: "latest", sourceType: "script" })];
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 40)} … ${line.slice(-18)}` : line;
}

/** Applies edits that do not overlap; null where they change nothing. */
export function mutate(text: string, operator: string, edits: readonly Edit[]): Mutant | null {
  const inOrder = [...edits].sort((a, b) => a.start - b.start);
  let [mutated, at] = ["", 0];
  for (const { start, end, by } of inOrder) {
    mutated += text.slice(at, start) + by;
    at = end;
  }
  mutated += text.slice(at);
  const [first] = inOrder;
  if (!first || mutated === text) return null;
  const change = inOrder
    .map(({ start, end, by }) => `\`${short(text.slice(start, end))}\` → \`${short(by)}\``)
    .join(", ");
  return { operator, line: text.slice(0, first.start).split("\n").length, text: mutated, change };
}

/** The edit that puts something in a node's place. */
export function replace(node: Node, by: string): Edit {
  return { start: node.start, end: node.end, by };
}

export function textOf(text: string, node: Node): string {
  return text.slice(node.start, node.end);
}

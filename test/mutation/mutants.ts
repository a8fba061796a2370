/** Makes mutants: programs that are one slip away from a solution. */

import { mutate, parse, tokensIn } from "./edit.ts";
import type { Mutant } from "./edit.ts";
import { operators, partsOf } from "./operators.ts";

/** Every declared name changed everywhere at once: right as long as nobody outside goes by the name. */
function renamedThroughout(text: string, program: ReturnType<typeof parse>): (Mutant | null)[] {
  const declared = partsOf(text, program).flatMap(({ node, parent }) =>
    parent?.type === "VariableDeclarator" && Reflect.get(parent, "id") === node
      ? [String(Reflect.get(node, "name"))]
      : [],
  );
  const places = tokensIn(text).filter(({ type }) => type.label === "name");
  return [...new Set(declared)].map((name) => {
    const own = places.filter(
      ({ start, end }) => text.slice(start, end) === name && !/[.]$/.test(text.slice(0, start)),
    );
    return mutate(
      text,
      "rename throughout",
      own.map(({ start, end }) => ({ start, end, by: `${name}2` })),
    );
  });
}

/** One bracket, comma, dot or operator less. */
function lessOneToken(text: string): (Mutant | null)[] {
  return tokensIn(text)
    .filter(({ type }) => /^[^a-z]+$/i.test(type.label))
    .map(({ start, end }) => mutate(text, "drop token", [{ start, end, by: "" }]));
}

/**
 * Every mutant of a solution, each program once.
 *
 * @param before the solution of the step before, or ""
 * @param whole whether the lines that the earlier solution has as well are changed too
 */
export function mutantsOf(text: string, before: string, whole: boolean): Mutant[] {
  const program = parse(text);
  const parts = partsOf(text, program);
  const made = [
    ...Object.entries(operators).flatMap(([name, operator]) =>
      parts.flatMap((part) => operator(part).map((edits) => mutate(text, name, edits))),
    ),
    ...renamedThroughout(text, program),
    ...lessOneToken(text),
  ];
  const lines = text.split("\n");
  const known = new Set(before.split("\n"));
  const isKnown = ({ line }: Mutant) => known.has(lines[line - 1] ?? "");
  const seen = new Set([text]);
  return made.filter((mutant): mutant is Mutant => {
    if (!mutant || seen.has(mutant.text)) return false;
    seen.add(mutant.text);
    return !isKnown(mutant) || (whole && mutant.operator !== "drop token");
  });
}

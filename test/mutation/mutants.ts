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

/** One bracket, comma, dot or operator less, on the lines that an earlier solution does not have. */
function lessOneToken(text: string, before: string): (Mutant | null)[] {
  const known = new Set(before.split("\n"));
  return tokensIn(text)
    .filter(({ type, start }) => {
      const lineStart = text.lastIndexOf("\n", start) + 1;
      const line = text.slice(lineStart, text.indexOf("\n", start));
      return /^[^a-z]+$/i.test(type.label) && !known.has(line);
    })
    .map(({ start, end }) => mutate(text, "drop token", [{ start, end, by: "" }]));
}

/** Every mutant of a solution, each program once. `before`: the solution of the step before, or "". */
export function mutantsOf(text: string, before: string): Mutant[] {
  const program = parse(text);
  const parts = partsOf(text, program);
  const made = [
    ...Object.entries(operators).flatMap(([name, operator]) =>
      parts.flatMap((part) => operator(part).map((edits) => mutate(text, name, edits))),
    ),
    ...renamedThroughout(text, program),
    ...lessOneToken(text, before),
  ];
  const seen = new Set([text]);
  return made.filter((mutant): mutant is Mutant => {
    if (!mutant || seen.has(mutant.text)) return false;
    seen.add(mutant.text);
    return true;
  });
}

/** Finds the value of an expression, where the source shows it. */

import { findInSource } from "./found.ts";
import type { Source } from "./source.ts";
import { bare, child, list, nameOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";
import { declarationsOf } from "./variables.ts";

const OPERATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "**": (a, b) => a ** b,
};

/** The number that an expression gives: literals, arithmetic, names of constants; null for anything else. */
export function numberOf(source: Source, given: Node | null, depth = 0): number | null {
  const node = bare(given);
  if (!node || depth > 10) return null;
  const value: unknown = Reflect.get(node, "value");
  if (node.type === "Literal") return typeof value === "number" ? value : null;
  if (node.type === "BinaryExpression") {
    const [a, b] = ["left", "right"].map((side) => numberOf(source, child(node, side), depth + 1));
    const operation = OPERATIONS[String(Reflect.get(node, "operator"))];
    return operation && typeof a === "number" && typeof b === "number" ? operation(a, b) : null;
  }
  const name = nameOf(node);
  if (name === null) return null;
  const values = [
    ...declarationsOf(source, name).map(({ init }) => init),
    ...findInSource(
      source,
      (one) =>
        ["PropertyDefinition", "Property"].includes(one.type) &&
        nameOf(child(one, "key")) === name &&
        // { SECOND } says the same as the variable.
        Reflect.get(one, "shorthand") !== true &&
        one !== node,
    ).map((one) => child(one.node, "value")),
  ];
  return values.length === 1 ? numberOf(source, values[0] ?? null, depth + 1) : null;
}

/** The timers that the source sets, with their delay in ms where the source shows it. */
export function timersOf(source: Source): { file: string; node: Node; delay: number | null }[] {
  const timers = findInSource(
    source,
    (node) =>
      node.type === "CallExpression" &&
      ["setTimeout", "setInterval"].includes(nameOf(child(node, "callee")) ?? ""),
  );
  return timers.map(({ file, node }) => ({
    file,
    node,
    delay: numberOf(source, list(node, "arguments")[1] ?? null),
  }));
}

/** Finds the entry by which a program's own reader of times such as "7d" counts a unit wrongly. */

import { findInSource } from "../check/source/found.ts";
import { functionsCalled } from "../check/source/calls.ts";
import type { Found } from "../check/source/found.ts";
import { within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, child, list, nameOf, stringOf } from "../check/source/syntax.ts";
import { declarationsOf } from "../check/source/variables.ts";
import type { Lifetime } from "./lifetime.ts";
import { readTime } from "./written-time.ts";

/** The entries for a unit that a function reads: in a table of its own or around it, or a case. */
function entriesFor(source: Source, reader: Found, unit: string): Found[] {
  const names = within([reader], ({ type }) => type === "Identifier").map(({ node }) => nameOf(node) ?? "");
  const tables = [...new Set(names)].flatMap((name) =>
    declarationsOf(source, name).filter(({ init, local }) => init?.type === "ObjectExpression" && !local),
  );
  const named = (test: (name: string) => boolean) =>
    within([reader, ...tables], (node) => {
      const key = node.type === "Property" ? child(node, "key") : null;
      const tested = node.type === "SwitchCase" ? child(node, "test") : null;
      const name = key ? (nameOf(key) ?? stringOf(key)) : tested && stringOf(tested);
      return name !== null && test(name.toLowerCase());
    });
  const exact = named((name) => name === unit);
  return exact.length > 0 ? exact : named((name) => name.startsWith(unit));
}

/**
 * The entry for the unit of a written time, where a function of the program reads it, and the token lives for another
 * time than the one written. null where there is no such time, or more than one.
 *
 * @param isOther whether a name speaks of another kind of token
 */
export function wrongUnitEntry(
  source: Source,
  { good, ended }: Lifetime,
  isOther: (name: string) => boolean,
): Found | null {
  const found = findInSource(source, (node, ancestors) => {
    const [first] = calledName(node) === null ? [] : list(node, "arguments");
    const around = ancestors.flatMap((one) => nameOf(child(one, "key") ?? child(one, "id")) ?? []);
    return first !== undefined && readTime(stringOf(first)) !== null && !around.some(isOther);
  }).flatMap(({ node }) => {
    const written = readTime(stringOf(list(node, "arguments")[0] ?? node));
    if (!written || ended === null) return [];
    const isAsWritten = written.ms >= good * 0.99 && written.ms <= ended * 1.01;
    const readers = isAsWritten ? [] : functionsCalled(source, node);
    return readers.flatMap((reader) => entriesFor(source, reader, written.unit).slice(0, 1));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

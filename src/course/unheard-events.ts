/** Finds a listener for an event that the program never tells of. */

import { nodesAt } from "../check/source/at-place.ts";
import { findInSource, placeOfFound } from "../check/source/found.ts";
import type { Found } from "../check/source/found.ts";
import type { Source } from "../check/source/source.ts";
import { within } from "../check/source/making.ts";
import { calledName, child, list, nameOf, stringOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { pathIn } from "../check/source/tables.ts";

/** What entries of a journal call their kind. */
const KINDS = /^(type|kind|event|op|action|what)$/;

/**
 * Where some code writes an entry whose kind no switch of the program knows, while it knows others; null where there is
 * none.
 */
export function unreadKind(source: Source, code: readonly Found[]): (Found & { kind: string }) | null {
  const known = new Map<string, Set<string>>();
  findInSource(source, (node) => {
    const name = node.type === "SwitchStatement" ? nameOf(child(node, "discriminant")) : null;
    const texts = list(node, "cases")
      .map((one) => child(one, "test"))
      .map((test) => test && stringOf(test));
    if (name !== null && KINDS.test(name))
      known.set(name, new Set([...(known.get(name) ?? []), ...texts.filter((text) => text !== null)]));
    return false;
  });
  const kindIn = (call: Node, isKnown: boolean) =>
    list(call, "arguments")
      .flatMap((one) => list(one, "properties"))
      .find((one) => {
        const [cases, value] = [known.get(nameOf(child(one, "key")) ?? ""), child(one, "value")];
        const kind = value && stringOf(value);
        return cases !== undefined && kind !== null && cases.has(kind) === isKnown;
      });
  // Other things have a kind as well, such as claims: only what is handed to a function that is handed known ones counts.
  const writers = new Set(
    findInSource(source, (node) => kindIn(node, true) !== undefined).map(({ node }) => calledName(node)),
  );
  for (const { file, node } of within(code, (one) => writers.has(calledName(one) ?? ""))) {
    const property = kindIn(node, false);
    const value = property && child(property, "value");
    if (property && value) return { file, node: property, kind: stringOf(value) ?? "" };
  }
  return null;
}

/** The listener around a line whose event no emit names; null where there is none, or where a name is not known. */
export function unheardListener(source: Source, line: Found): (Found & { event: string }) | null {
  const listener = nodesAt(source, placeOfFound(line)).findLast((node) =>
    /^(on|once|addListener|prependListener)$/.test(calledName(node) ?? ""),
  );
  const [name] = listener ? list(listener, "arguments") : [];
  const event = name ? pathIn(source, name) : null;
  const told = findInSource(source, (node) => calledName(node) === "emit").map(({ node }) => {
    const [first] = list(node, "arguments");
    return first ? pathIn(source, first) : null;
  });
  const isKnown = told.length > 0 && !told.includes(null);
  return listener && event !== null && isKnown && !told.includes(event)
    ? { file: line.file, node: listener, event }
    : null;
}

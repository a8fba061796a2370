/** Finds a listener for an event that the program never tells of. */

import { nodesAt } from "../check/source/at-place.ts";
import { findInSource, placeOfFound } from "../check/source/found.ts";
import type { Found } from "../check/source/found.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, list } from "../check/source/syntax.ts";
import { pathIn } from "../check/source/tables.ts";

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

/** Nodes that were found in a source, each with its file. */

import type { Place } from "../transcript.ts";
import type { Source } from "./source.ts";
import { findAll, placeOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

export interface Found {
  file: string;
  node: Node;
}

/** A node's place in the learner's source. */
export function placeOfFound({ file, node }: Found): Place {
  return placeOf(file, node);
}

/** The files of a source, each as a whole. */
export function wholeOf({ files }: Source): Found[] {
  return files.flatMap(({ path, ast }) => (ast ? [{ file: path, node: ast }] : []));
}

/** The place of the first one that is there; null where none is. */
export function firstPlace(...found: readonly (Found | undefined | null)[]): Place | null {
  const first = found.find(Boolean);
  return first ? placeOfFound(first) : null;
}

/** Every node of the source for which `test` holds, in the order of files and lines. */
export function findInSource(
  source: Source,
  test: (node: Node, ancestors: readonly Node[]) => boolean,
): Found[] {
  return source.files.flatMap(({ path, ast }) =>
    ast ? findAll(ast, test).map((node) => ({ file: path, node })) : [],
  );
}

/**
 * A function that works something out once for each source. Rules ask for the same names again and again, some for each
 * call in a program; without this, the time would grow with the square of the program's length.
 */
export function onceForSource<T>(work: (source: Source) => T): (source: Source) => T {
  const known = new WeakMap<Source, { result: T }>();
  return (source) => {
    const before = known.get(source);
    if (before) return before.result;
    const result = work(source);
    known.set(source, { result });
    return result;
  };
}

/** Adds a value to the list that a map has for a name. */
export function addTo<T>(map: Map<string, T[]>, name: string, value: T): void {
  const values = map.get(name);
  if (values) values.push(value);
  else map.set(name, [value]);
}

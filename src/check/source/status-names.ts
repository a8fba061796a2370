/** Finds the constant that gives an answer its status, where its name promises another status than it has. */

import { STATUS_CODES } from "node:http";
import type { Place } from "../transcript.ts";
import { nodesAt } from "./at-place.ts";
import { findInSource } from "./found.ts";
import { onlyPlace } from "./landmarks.ts";
import type { Source } from "./source.ts";
import { calledName, child, findAll, list, nameOf } from "./syntax.ts";

/** "Not Found", NOT_FOUND, notFound and HTTP_NOT_FOUND alike. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]|^(http|status|sc)_/g, "");
}

/**
 * The entry of an enum, of an object, or the variable, by which the answer at a place sets its status, where it has the
 * name of the status that was wanted: FORBIDDEN = 402.
 */
export function entryOfStatus(source: Source, answered: Place, wanted: number): Place | null {
  const statement = nodesAt(source, answered).findLast(
    ({ type }) => type.endsWith("Statement") && type !== "BlockStatement",
  );
  const calls = statement
    ? findAll(statement, (node) => /^(status|sendStatus|writeHead)$/.test(calledName(node) ?? ""))
    : [];
  const names = calls.flatMap((call) => nameOf(list(call, "arguments")[0] ?? null) ?? []);
  const [name, ...others] = new Set(names);
  if (name === undefined || others.length > 0 || plain(name) !== plain(STATUS_CODES[wanted] ?? ""))
    return null;
  return onlyPlace(
    findInSource(source, (node) => {
      const entry = /^(Property|PropertyDefinition|VariableDeclarator|TSEnumMember)$/.test(node.type);
      return entry && nameOf(child(node, "id") ?? child(node, "key")) === name;
    }),
  );
}

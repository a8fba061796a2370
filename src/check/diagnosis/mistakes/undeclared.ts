/** What to do about "x is not defined", as far as the source shows where x should come from. */

import { basename } from "node:path";
import { distance } from "../../../base/nearest.ts";
import { findInSource } from "../../source/found.ts";
import type { Source } from "../../source/source.ts";
import { child, isFunction, list, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Fault } from "../../transcript.ts";

/** Where the names come from that nearly every Express app has. */
const MADE_BY: ReadonlyMap<string, string> = new Map([
  ["app", "Make the app first: above this line, call express() and keep what it returns under the name app."],
  ["express", "Load express at the top of the file, with require or with import."],
  ["req", "req is what Express hands to a handler: name it as the first parameter of this function."],
  ["res", "res is what Express hands to a handler: name it as the second parameter, after req."],
  ["next", "next is what Express hands to a handler: name it as the third parameter, after req and res."],
]);

const ELSEWHERE =
  "Nothing of this name is declared where this line can see it. Check the spelling; if it comes from a package or another file, import it.";

/** The names that a node declares: of variables, imports, functions and their parameters. */
function namesDeclared(node: Node): string[] {
  const own = isFunction(node) || node.type === "VariableDeclarator" ? [child(node, "id")] : [];
  const imported = /^Import.*Specifier$/.test(node.type) ? [child(node, "local")] : [];
  const params = isFunction(node) ? list(node, "params") : [];
  return [...own, ...imported, ...params].flatMap((one) => nameOf(one) ?? []);
}

function sorted(word: string): string {
  return [...word].sort().join("");
}

/** Whether one name is the other with a slip: a letter more, less or another one, two letters swapped, or the case. */
function isSlip(name: string, other: string): boolean {
  if (name.toLowerCase() === other.toLowerCase()) return true;
  if (Math.min(name.length, other.length) < 3) return false;
  return distance(name, other) === 1 || (sorted(name) === sorted(other) && distance(name, other) === 2);
}

/** What to do about a name that is not declared; null where the error says something else. */
export function remedyForUndeclared(source: Source, { message, place }: Fault): string | null {
  const name = /^([\w$]+) is not defined$/.exec(message)?.[1];
  if (name === undefined) return null;
  const all = findInSource(source, () => true).map(({ file, node }) => ({
    file,
    names: namesDeclared(node),
  }));
  const home = all.find(({ names }) => names.includes(name))?.file;
  if (home !== undefined && home === place?.file)
    return `${name} is declared in this file, but inside a function or a block, and only the lines in there see it. Declare it outside, above the first line that uses it.`;
  if (home !== undefined)
    return `${name} is declared in ${basename(home)}, and each file has variables of its own. Export it there, and import it here.`;
  const like = all
    .filter(({ file }) => file === place?.file)
    .flatMap(({ names }) => names)
    .find((other) => !MADE_BY.has(other) && isSlip(name, other));
  const made = MADE_BY.get(name);
  if (like === undefined && made !== undefined) return made;
  return like === undefined
    ? ELSEWHERE
    : `There is no ${name} in this file, but there is ${like}: is that what you mean?`;
}

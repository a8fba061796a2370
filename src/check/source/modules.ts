/** Finds which of the learner's files loads which other file, and under which names. */

import { findInSource } from "./found.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";
import { resolveRelative } from "./resolve-relative.ts";
import { child, list, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** A line that loads another file or a package. */
export interface Load extends Found {
  specifier: string;
  /** The learner's file that is loaded, absolute; null for a package, or for a file that does not exist. */
  path: string | null;
  /** The names that it gives to what it loads. */
  names: readonly string[];
  /** Whether it is `import * as name`. */
  whole: boolean;
}

/** The names that a pattern declares: `app`, or `a` and `b` of `{ a, x: b }`. */
export function namesIn(pattern: Node | null): string[] {
  if (pattern?.type !== "ObjectPattern") return [nameOf(pattern) ?? []].flat();
  return list(pattern, "properties").flatMap((property) => nameOf(child(property, "value")) ?? []);
}

function loadOf({ file, node }: Found): Load | null {
  const make = (from: Node | null, names: readonly string[], whole: boolean): Load | null => {
    const specifier = from && stringOf(from);
    if (specifier === null) return null;
    return { file, node, specifier, path: resolveRelative(file, specifier), names, whole };
  };
  if (node.type === "ImportDeclaration") {
    const specifiers = list(node, "specifiers");
    const names = specifiers.flatMap((one) => nameOf(child(one, "local")) ?? []);
    const whole = specifiers.some(({ type }) => type === "ImportNamespaceSpecifier");
    return make(child(node, "source"), names, whole);
  }
  if (node.type !== "CallExpression" || nameOf(child(node, "callee")) !== "require") return null;
  return make(list(node, "arguments")[0] ?? null, [], false);
}

/** Every line of the source that loads something, in the order of files and lines. */
export function loadsOf(source: Source): Load[] {
  const declared = findInSource(source, (node) => {
    const init = node.type === "VariableDeclarator" ? child(node, "init") : null;
    return init !== null && requireIn(init) !== null;
  });
  const named = new Map(
    declared.map(({ node }) => [requireIn(child(node, "init")), namesIn(child(node, "id"))]),
  );
  return findInSource(
    source,
    ({ type }) => type === "ImportDeclaration" || type === "CallExpression",
  ).flatMap((found) => {
    const load = loadOf(found);
    return load ? [{ ...load, names: named.get(found.node) ?? load.names }] : [];
  });
}

/** The call of require in `require("x")`, `require("x").y` and `require("x")()`; null in anything else. */
function requireIn(node: Node | null): Node | null {
  if (node?.type === "MemberExpression") return requireIn(child(node, "object"));
  if (node?.type !== "CallExpression") return null;
  const callee = child(node, "callee");
  return nameOf(callee) === "require" && callee?.type === "Identifier" ? node : requireIn(callee);
}

/** The line that gives a file (absolute) a name from another file; null where the file declares the name itself. */
export function loadOfName(source: Source, file: string, name: string): Load | null {
  return loadsOf(source).find((load) => load.file === file && load.names.includes(name)) ?? null;
}

/** Whether one file loads another, directly or through others. */
export function leadsTo(source: Source, from: string, to: string): boolean {
  const loads = loadsOf(source);
  const seen = new Set<string>();
  const go = (file: string): boolean => {
    if (file === to) return true;
    if (seen.has(file)) return false;
    seen.add(file);
    return loads.some((load) => load.file === file && load.path !== null && go(load.path));
  };
  return go(from);
}

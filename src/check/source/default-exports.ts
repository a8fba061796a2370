/** Finds functions that a file gets from another under a name of its own: default exports, and names that it changes. */

import { addTo, findInSource, onceForSource } from "./found.ts";
import type { Found } from "./found.ts";
import { resolveRelative } from "./resolve-relative.ts";
import type { Source } from "./source.ts";
import { calledName, child, findAll, isFunction, list, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** What a call of require, or an import, names; null for anything else. */
function specifierOf(node: Node | null): string | null {
  if (!node) return null;
  const [argument] =
    node.type === "CallExpression" && calledName(node) === "require" ? list(node, "arguments") : [];
  const from = argument ?? (node.type === "ImportDeclaration" ? child(node, "source") : null);
  return from ? stringOf(from) : null;
}

/** The function that a file exports as a whole: module.exports = …, export default …; null where there is none. */
function wholeExport(source: Source, path: string): Found | null {
  const ast = source.files.find((file) => file.path === path)?.ast;
  if (!ast) return null;
  const [found] = findAll(ast, () => true).flatMap((node) => {
    const isDefault = node.type === "ExportDefaultDeclaration";
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    const isExports = left?.type === "MemberExpression" && nameOf(left) === "exports";
    const value = isDefault ? child(node, "declaration") : isExports ? child(node, "right") : null;
    return value && isFunction(value) ? [value] : [];
  });
  return found ? { file: path, node: found } : null;
}

/** The name that a node gives to another file as a whole: const guard = require("./guard"), import guard from "./guard". */
function nameGiven(node: Node): string | null {
  if (node.type === "VariableDeclarator") return nameOf(child(node, "id"));
  const whole = list(node, "specifiers").find(({ type }) => type === "ImportDefaultSpecifier");
  return whole ? nameOf(child(whole, "local")) : null;
}

const exportsByName = onceForSource((source) => {
  const byName = new Map<string, Found[]>();
  const loads = findInSource(
    source,
    ({ type }) => type === "VariableDeclarator" || type === "ImportDeclaration",
  );
  for (const { file, node } of loads) {
    const specifier = specifierOf(child(node, "init") ?? node);
    const from = specifier === null ? null : resolveRelative(file, specifier);
    const found = from === null ? null : wholeExport(source, from);
    const name = nameGiven(node);
    const isKnown = byName.get(name ?? "")?.some((one) => one.node === found?.node) ?? false;
    if (found && name !== null && !isKnown) addTo(byName, name, found);
  }
  return byName;
});

/** The functions that files export as a whole, and which other files call by this name. */
export function exportedAs(source: Source, name: string): readonly Found[] {
  return exportsByName(source).get(name) ?? [];
}

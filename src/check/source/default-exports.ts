/** Finds functions that a file gets from another under a name of its own: default exports, and names that it changes. */

import { resolveRelative } from "./resolve-relative.ts";
import type { Source } from "./source.ts";
import { calledName, child, findAll, isFunction, list, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

interface Found {
  file: string;
  node: Node;
}

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

/** Whether a node gives a name to another file as a whole: const guard = require("./guard"), import guard from "./guard". */
function givesName(node: Node, name: string): boolean {
  if (node.type === "VariableDeclarator") return nameOf(child(node, "id")) === name;
  return list(node, "specifiers").some(
    (one) => one.type === "ImportDefaultSpecifier" && nameOf(child(one, "local")) === name,
  );
}

/** The functions that files export as a whole, and which other files call by this name. */
export function exportedAs(source: Source, name: string): Found[] {
  const found = source.files.flatMap(({ path, ast }) => {
    const loads = ast
      ? findAll(ast, ({ type }) => type === "VariableDeclarator" || type === "ImportDeclaration")
      : [];
    return loads.flatMap((node) => {
      const specifier = givesName(node, name) ? specifierOf(child(node, "init") ?? node) : null;
      const from = specifier?.startsWith(".") ? resolveRelative(path, specifier) : null;
      return (from !== null && wholeExport(source, from)) || [];
    });
  });
  return found.filter(({ node }, index) => found.findIndex((one) => one.node === node) === index);
}

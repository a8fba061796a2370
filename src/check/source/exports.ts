/** Finds what a file gives to the files that load it, with `export` and with `module.exports`. */

import { findInSource, onceForSource } from "./found.ts";
import { resolveRelative } from "./resolve-relative.ts";
import type { Source } from "./source.ts";
import { child, list, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

export interface Export {
  /** Absolute. */
  file: string;
  /** "default" is what `export default` or `module.exports =` gives; "*" all that another file gives. */
  name: string;
  /** The declaration or the value; null where it comes from another file. */
  node: Node | null;
  /** The file (absolute) from which it is handed on, and its name there; null where it is the file's own. */
  from: { file: string; name: string } | null;
}

/** The name in `module.exports.name = …` or `exports.name = …`, "default" for the whole; null for anything else. */
function nameExported(left: Node | null): string | null {
  if (left?.type !== "MemberExpression") return null;
  const object = child(left, "object");
  const isModule = nameOf(object) === "module" && nameOf(left) === "exports";
  if (isModule) return "default";
  return nameOf(object) === "exports" ? nameOf(left) : null;
}

function exportsAt({ file, node }: { file: string; node: Node }): Export[] {
  const own = (name: string | null, value: Node | null): Export[] =>
    name !== null && value ? [{ file, name, node: value, from: null }] : [];
  if (node.type === "AssignmentExpression") {
    const value = child(node, "right");
    const name = nameExported(child(node, "left"));
    return own(name, value);
  }
  if (node.type === "ExportDefaultDeclaration") return own("default", child(node, "declaration"));
  const specifier = child(node, "source");
  const path = specifier && resolveRelative(file, stringOf(specifier) ?? "");
  if (node.type === "ExportAllDeclaration") {
    const name = nameOf(child(node, "exported")) ?? "*";
    return path ? [{ file, name, node: null, from: { file: path, name: "*" } }] : [];
  }
  if (node.type !== "ExportNamedDeclaration") return [];
  const declaration = child(node, "declaration");
  const declared = declaration ? [declaration, ...list(declaration, "declarations")] : [];
  return [
    ...declared.flatMap((one) => own(nameOf(child(one, "id")), one)),
    ...list(node, "specifiers").flatMap((one) => {
      const [local, name] = [child(one, "local"), nameOf(child(one, "exported"))];
      if (!local || name === null) return [];
      if (!specifier) return own(name, local);
      return path ? [{ file, name, node: null, from: { file: path, name: nameOf(local) ?? "*" } }] : [];
    }),
  ];
}

const allExports = onceForSource((source) =>
  findInSource(
    source,
    ({ type }) =>
      type === "AssignmentExpression" || (type.startsWith("Export") && type !== "ExportSpecifier"),
  ).flatMap(exportsAt),
);

/** What a file (absolute) exports, in the order of its lines. */
export function exportsOf(source: Source, file: string): Export[] {
  return allExports(source).filter((one) => one.file === file);
}

/** Which declaration a name means: variables, parameters, functions, classes and imports, by the blocks around its use. */

import { addTo, onceForSource } from "./found.ts";
import type { Source } from "./source.ts";
import { child, isFunction, list, nameOf, stringOf, walk } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** What gives a name its value. */
export interface Binding {
  by: "variable" | "parameter" | "function" | "class" | "import";
  /** The declarator, the function of a parameter, the function or class itself, or the declaration of the import. */
  node: Node;
  /** The members that are taken out of the value: `token` in `const { token } = value`; for an import its name there. */
  path: readonly string[];
  /** The parameter itself, with its type and default; null for all others. */
  parameter: Node | null;
}

interface Scopes {
  parents: ReadonlyMap<Node, Node>;
  /** Absolute; by the syntax tree of the whole file. */
  files: ReadonlyMap<Node, string>;
  /** The names that a block, a function or a file declares. */
  declared: ReadonlyMap<Node, ReadonlyMap<string, Binding[]>>;
}

const BLOCKS = ["Program", "BlockStatement", "StaticBlock", "CatchClause", "SwitchStatement"];

function isBlock(node: Node): boolean {
  return BLOCKS.includes(node.type) || node.type.startsWith("For") || isFunction(node);
}

/** The names in a pattern, each with the members that lead to it: `b` with `["a", "b"]` in `{ a: { b } }`. */
function namesOfPattern(
  pattern: Node | null,
  path: readonly string[] = [],
): { name: string; path: string[] }[] {
  if (!pattern) return [];
  const plain = nameOf(pattern);
  if (pattern.type === "Identifier") return plain === null ? [] : [{ name: plain, path: [...path] }];
  if (pattern.type === "AssignmentPattern") return namesOfPattern(child(pattern, "left"), path);
  if (pattern.type === "TSParameterProperty") return namesOfPattern(child(pattern, "parameter"), path);
  // What an array or the rest of an object holds has no name of its own.
  if (pattern.type === "RestElement") return namesOfPattern(child(pattern, "argument"), [...path, "…"]);
  if (pattern.type === "ArrayPattern")
    return list(pattern, "elements").flatMap((one) => namesOfPattern(one, [...path, "…"]));
  return list(pattern, "properties").flatMap((property) => {
    if (property.type === "RestElement") return namesOfPattern(property, path);
    const key = child(property, "key");
    const name = key && (nameOf(key) ?? stringOf(key));
    return namesOfPattern(child(property, "value"), [...path, name ?? "…"]);
  });
}

/** The names that an import gives, each with its name in the other file: "default", or "*" for the whole. */
function namesOfImport(node: Node): { name: string; path: string[] }[] {
  return list(node, "specifiers").flatMap((one) => {
    const name = nameOf(child(one, "local"));
    const imported = child(one, "imported");
    const there = { ImportDefaultSpecifier: "default", ImportNamespaceSpecifier: "*" }[one.type];
    return name === null ? [] : [{ name, path: [there ?? (imported && nameOf(imported)) ?? name] }];
  });
}

/** The bindings that a node makes, each with the node in which its name is known. */
function bindingsAt(
  node: Node,
  ancestors: readonly Node[],
): { scope: Node; name: string; binding: Binding }[] {
  const block = ancestors.findLast(isBlock);
  const make = (
    scope: Node | undefined,
    by: Binding["by"],
    names: { name: string; path: string[] }[],
    parameter: Node | null = null,
  ) =>
    scope ? names.map(({ name, path }) => ({ scope, name, binding: { by, node, path, parameter } })) : [];
  if (node.type === "VariableDeclarator") {
    const isVar = Reflect.get(ancestors.at(-1) ?? node, "kind") === "var";
    const whole = ancestors.findLast((one) => isFunction(one) || one.type === "Program");
    return make(isVar ? whole : block, "variable", namesOfPattern(child(node, "id")));
  }
  if (node.type === "ImportDeclaration") return make(block, "import", namesOfImport(node));
  const isClass = node.type.startsWith("Class") && node.type !== "ClassBody";
  if (!isClass && !isFunction(node)) return [];
  const own = make(
    node.type.endsWith("Declaration") ? block : node,
    isClass ? "class" : "function",
    namesOfPattern(child(node, "id")),
  );
  const parameters = list(node, "params").flatMap((one) => make(node, "parameter", namesOfPattern(one), one));
  return [...own, ...parameters];
}

const scopesOf = onceForSource((source): Scopes => {
  const parents = new Map<Node, Node>();
  const files = new Map<Node, string>();
  const declared = new Map<Node, Map<string, Binding[]>>();
  for (const { path, ast } of source.files) {
    if (!ast) continue;
    files.set(ast, path);
    walk(ast, (node, ancestors) => {
      const parent = ancestors.at(-1);
      if (parent) parents.set(node, parent);
      for (const { scope, name, binding } of bindingsAt(node, ancestors)) {
        const names = declared.get(scope) ?? new Map<string, Binding[]>();
        declared.set(scope, names);
        addTo(names, name, binding);
      }
    });
  }
  return { parents, files, declared };
});

/** The node around one; null for a file as a whole. */
export function parentOf(source: Source, node: Node): Node | null {
  return scopesOf(source).parents.get(node) ?? null;
}

/** The nodes around one, the nearest first. */
export function aroundOf(source: Source, node: Node): Node[] {
  const around: Node[] = [];
  for (let at = parentOf(source, node); at; at = parentOf(source, at)) around.push(at);
  return around;
}

/** The file (absolute) in which a node stands; null where it is no part of this source. */
export function fileOfNode(source: Source, node: Node): string | null {
  return scopesOf(source).files.get(aroundOf(source, node).at(-1) ?? node) ?? null;
}

/** What a name means where it is used; null where no block around it declares the name. */
export function bindingOf(source: Source, use: Node, name: string): Binding | null {
  const { declared } = scopesOf(source);
  for (const scope of [use, ...aroundOf(source, use)]) {
    const found = declared.get(scope)?.get(name);
    if (found) return found.at(-1) ?? null;
  }
  return null;
}

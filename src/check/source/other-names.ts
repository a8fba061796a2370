/**
 * Finds the names under which a variable goes on where no function speaks of it by its own: V8 then keeps no variable of
 * that name. `const tokens = stack(refreshTokens)`: inside of stack, the array is called as its parameter.
 */

import { findInSource } from "./found.ts";
import { functionsCalled } from "./calls.ts";
import { loadsOf } from "./modules.ts";
import type { Source } from "./source.ts";
import { constructorsOf } from "./started.ts";
import { bare, calledName, child, findAll, isFunction, list, nameOf, walk } from "./syntax.ts";
import type { Node } from "./syntax.ts";
import { declarationsOf } from "./variables.ts";

/** The names of a parameter inside of a function: its own, and that of a member to which it is given. */
function namesInside(called: Node, at: number): string[] {
  const param = list(called, "params")[at] ?? null;
  // In TypeScript, a constructor may declare a member among its parameters: private tokens: string[].
  const own = nameOf(param?.type === "TSParameterProperty" ? child(param, "parameter") : param);
  if (own === null) return [];
  const members = findAll(called, (node) => {
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    return left?.type === "MemberExpression" && nameOf(child(node, "right")) === own;
  });
  return [own, ...members.flatMap((one) => nameOf(child(one, "left")) ?? [])];
}

/** The names under which a file (absolute) gives away as a whole what other files load. */
function namesOfWhole(source: Source, file: string): string[] {
  return loadsOf(source).flatMap((load) => (load.path === file && !load.whole ? load.names : []));
}

/** The local names of what is imported by a name. */
function namesImported(source: Source, name: string): string[] {
  const imports = findInSource(
    source,
    (node) => node.type === "ImportSpecifier" && nameOf(child(node, "imported")) === name,
  );
  return imports.flatMap(({ node }) => nameOf(child(node, "local")) ?? []);
}

/** Whether a statement gives away a value as the whole of a file. */
function exportsWhole(around: Node, use: Node): boolean {
  if (around.type === "ExportDefaultDeclaration") return true;
  const left = around.type === "AssignmentExpression" ? child(around, "left") : null;
  return left?.type === "MemberExpression" && nameOf(left) === "exports" && child(around, "right") === use;
}

/** The names that a use of the variable, outside of all functions, gives to what it holds. */
function namesGiven(source: Source, file: string, use: Node, ancestors: readonly Node[]): string[] {
  const around = ancestors.at(-1);
  if (!around) return [];
  if (exportsWhole(around, use)) return namesOfWhole(source, file);
  const exported = around.type === "ExportSpecifier" ? nameOf(child(around, "exported")) : null;
  if (exported !== null) return [exported, ...namesImported(source, exported)];
  if (around.type === "ImportSpecifier")
    return [nameOf(child(around, "local"))].flatMap((name) => name ?? []);
  const isTakenOut = around.type === "Property" && ancestors.at(-2)?.type === "ObjectPattern";
  if (isTakenOut) return [nameOf(child(around, "value"))].flatMap((name) => name ?? []);
  if (around.type === "VariableDeclarator" && child(around, "init") === use)
    return [nameOf(child(around, "id"))].flatMap((name) => name ?? []);
  if (around.type === "Property" && child(around, "value") === use)
    return [nameOf(child(around, "key"))].flatMap((name) => name ?? []);
  const at = list(around, "arguments").indexOf(use);
  const name = calledName(around);
  if (at < 0 || name === null) return [];
  const called =
    around.type === "NewExpression" ? constructorsOf(source, name) : functionsCalled(source, around);
  return called.flatMap(({ node }) => namesInside(node, at));
}

/**
 * The names under which functions know the array that a variable outside of them is declared with; none where a function
 * speaks of the variable itself, or where it is no array.
 */
export function otherNamesOf(source: Source, variable: string): string[] {
  const [declaration, ...others] = declarationsOf(source, variable);
  const isArray = bare(declaration?.init ?? null)?.type === "ArrayExpression";
  if (!declaration || declaration.local || others.length > 0 || !isArray) return [];
  const names: string[] = [];
  let isKept = false;
  for (const { path: file, ast } of source.files) {
    if (!ast) continue;
    walk(ast, (node, ancestors) => {
      if (node.type !== "Identifier" || nameOf(node) !== variable) return;
      if (ancestors.some(isFunction)) isKept = true;
      else names.push(...namesGiven(source, file, node, ancestors));
    });
  }
  return isKept ? [] : [...new Set(names)].filter((name) => name !== variable);
}

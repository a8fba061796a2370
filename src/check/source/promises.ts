/** Finds where promises are taken for the values that will come of them. */

import { functionsNamed } from "./handlers.ts";
import type { Found } from "./found.ts";
import { within } from "./making.ts";
import type { Source } from "./source.ts";
import { calledName, nameOf } from "./syntax.ts";

/** What takes the value of a call: a variable, an argument, a field, a condition. */
const TAKES = /^(VariableDeclarator|Spread|Call|Member|Property|Unary|If|Conditional|Logical)/;

/** Whether a function of the program of this name is async. */
export function isAsync(source: Source, name: string): boolean {
  return functionsNamed(source, name).some(({ node }) => Reflect.get(node, "async") === true);
}

/** The calls of the program's async functions whose result is used at once, without await or then. */
export function promisesTaken(source: Source, functions: readonly Found[]): Found[] {
  return within(functions, (node, ancestors) => {
    const around = ancestors.at(-1);
    const waits = /^(then|catch|finally)$/.test(
      nameOf(around?.type === "MemberExpression" ? around : null) ?? "",
    );
    const name = node.type === "CallExpression" ? calledName(node) : null;
    return name !== null && !waits && TAKES.test(around?.type ?? "") && isAsync(source, name);
  });
}

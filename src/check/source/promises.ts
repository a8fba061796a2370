/** Finds where promises are taken for the values that will come of them. */

import { functionsCalled, functionsMeant } from "./calls.ts";
import type { Found } from "./found.ts";
import { resultsOf, within } from "./making.ts";
import type { Source } from "./source.ts";
import { calledName, child, findAll, isFunction, list, nameOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** What takes the value of a call: a variable, an argument, a field, a condition. */
const TAKES = /^(VariableDeclarator|Spread|Call|Member|Property|Unary|If|Conditional|Logical)/;

/** Whether a name or a member is an async function of the program. */
function isAsync(source: Source, node: Node): boolean {
  return functionsMeant(source, node).some((one) => Reflect.get(one.node, "async") === true);
}

/** Whether a node calls an async function of the program. */
export function callsAsync(source: Source, node: Node): boolean {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  return callee !== null && isAsync(source, callee);
}

/** Whether a node makes a list of promises with map: an async function, called for each item. */
function mapsToPromises(source: Source, node: Node): boolean {
  if (calledName(node) !== "map") return false;
  return list(node, "arguments").some((given) =>
    isFunction(given) ? Reflect.get(given, "async") === true : isAsync(source, given),
  );
}

/** The lines that take a list of promises apart, which nothing has waited for: const [a, b] = keys.map(async …). */
export function promisesTakenApart(source: Source, functions: readonly Found[]): Found[] {
  return within(functions, (node) => {
    const init = node.type === "VariableDeclarator" ? child(node, "init") : null;
    return init !== null && child(node, "id")?.type === "ArrayPattern" && mapsToPromises(source, init);
  });
}

/** The calls of the program's async functions whose result is used at once, without await or then. */
export function promisesTaken(source: Source, functions: readonly Found[]): Found[] {
  return within(functions, (node, ancestors) => {
    const around = ancestors.at(-1);
    const waits = /^(then|catch|finally)$/.test(
      nameOf(around?.type === "MemberExpression" ? around : null) ?? "",
    );
    return !waits && TAKES.test(around?.type ?? "") && callsAsync(source, node);
  });
}

/**
 * In a function that code waits for, with await, and that gives back nothing: the line that begins what should be waited
 * for, a chain of then. null where there is none.
 */
export function promiseKept(source: Source, functions: readonly Found[]): Found | null {
  const awaited = within(functions, ({ type }) => type === "AwaitExpression").flatMap(({ node }) =>
    functionsCalled(source, child(node, "argument") ?? node),
  );
  const silent = awaited.filter(
    (one) => child(one.node, "body")?.type === "BlockStatement" && resultsOf(one).length === 0,
  );
  const [chain] = within(silent, (node, ancestors) => {
    const isStatement = ancestors.at(-1)?.type === "ExpressionStatement";
    return isStatement && findAll(node, (one) => calledName(one) === "then").length > 0;
  });
  return chain ?? null;
}

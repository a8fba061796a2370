/** Finds where promises are taken for the values that will come of them. */

import { functionsCalled, functionsMeant } from "./calls.ts";
import type { Found } from "./found.ts";
import { resultsOf, within } from "./making.ts";
import { bindingOf } from "./scopes.ts";
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

/** The call of an async function whose promise is taken for yes or no: if (!isKnown(token)). null where there is none. */
export function promiseAskedAsTruth(source: Source, functions: readonly Found[]): Found | null {
  const [asked] = within(functions, (node, ancestors) => {
    const at = ancestors.findLastIndex(({ type }) => type !== "LogicalExpression");
    const [outer, part] = [ancestors[at], ancestors[at + 1] ?? node];
    const isTested =
      outer !== undefined && (child(outer, "test") === part || Reflect.get(outer, "operator") === "!");
    const isKept = outer?.type === "VariableDeclarator" && part !== node;
    return (isTested || isKept) && callsAsync(source, node);
  });
  return asked ?? null;
}

/**
 * The call of an async function whose promise a variable gets, and of which members are asked as if it were the value that
 * comes of it: const entry = load(key); if (entry) end(entry.id). null where there is none.
 */
export function promiseTakenForValue(source: Source, functions: readonly Found[]): Found | null {
  const declared = within(functions, (node) => {
    const init = node.type === "VariableDeclarator" ? child(node, "init") : null;
    return init !== null && child(node, "id")?.type === "Identifier" && callsAsync(source, init);
  });
  const [taken] = declared.filter(({ node }) => {
    const name = nameOf(child(node, "id")) ?? "";
    const isIt = (one: Node | null) =>
      one?.type === "Identifier" && nameOf(one) === name && bindingOf(source, one, name)?.node === node;
    const asked = within(functions, (one) => {
      const isMember = one.type === "MemberExpression" && isIt(child(one, "object"));
      return isMember && !/^(then|catch|finally)$/.test(nameOf(one) ?? "");
    });
    const awaited = within(
      functions,
      (one) => one.type === "AwaitExpression" && isIt(child(one, "argument")),
    );
    return asked.length > 0 && awaited.length === 0;
  });
  return taken ?? null;
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

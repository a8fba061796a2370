/** Finds where code changes a token on its way: from the request to a lookup, or from the login to the store. */

import { functionsAt, nodesAt } from "./at-place.ts";
import { findInSource, placeOfFound } from "./found.ts";
import { callsFunction } from "./calls.ts";
import type { Found } from "./found.ts";
import { makingOf, within } from "./making.ts";
import type { Source } from "./source.ts";
import {
  calledName,
  child,
  contains,
  findAll,
  isFunction,
  list,
  nameOf,
  placeOf,
  receiverOf,
  regexOf,
} from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** A call that makes another text of a token. */
export interface Change extends Found {
  /** The method that is called, such as "replace". */
  method: string;
  /** What it makes of the token. */
  result: string;
}

/** The value of a literal: a text, a number, a pattern; null where the source does not show it. */
function literalOf(node: Node): string | number | RegExp | null {
  const regex = regexOf(node);
  if (regex) {
    try {
      return new RegExp(regex.pattern, regex.flags);
    } catch {
      return null;
    }
  }
  if (node.type === "UnaryExpression" && Reflect.get(node, "operator") === "-") {
    const inner = literalOf(child(node, "argument") ?? node);
    return typeof inner === "number" ? -inner : null;
  }
  const value: unknown = node.type === "Literal" ? Reflect.get(node, "value") : null;
  return typeof value === "string" || typeof value === "number" ? value : null;
}

type Arguments = readonly (string | number | RegExp)[];

function numbers(given: Arguments): number[] {
  return given.filter((one) => typeof one === "number");
}

function replaced(token: string, [what, by]: Arguments, all: boolean): string {
  if (typeof by !== "string" || what === undefined || typeof what === "number") return token;
  if (typeof what === "string") return all ? token.replaceAll(what, by) : token.replace(what, by);
  return token.replace(what, by);
}

const METHODS: Readonly<Record<string, (token: string, given: Arguments) => string>> = {
  replace: (token, given) => replaced(token, given, false),
  replaceAll: (token, given) => replaced(token, given, true),
  slice: (token, given) => token.slice(...numbers(given)),
  substring: (token, given) => token.substring(numbers(given)[0] ?? 0, numbers(given)[1]),
  substr: (token, given) => {
    const [from = 0, length] = numbers(given);
    const begin = from < 0 ? Math.max(0, token.length + from) : from;
    return token.slice(begin, length === undefined ? undefined : begin + length);
  },
  toUpperCase: (token) => token.toUpperCase(),
  toLowerCase: (token) => token.toLowerCase(),
};

/** What a call makes of a token; null where it makes nothing else of it, or the source does not show what. */
function resultOf(node: Node, token: string): string | null {
  const method = receiverOf(node) ? METHODS[calledName(node) ?? ""] : undefined;
  const given = list(node, "arguments").map(literalOf);
  const known = given.filter((one) => one !== null);
  if (!method || known.length < given.length) return null;
  const result = method(token, known);
  return result === token ? null : result;
}

const BRANCH = /^(If|Switch|Conditional|Logical|Try|Catch)/;

/** Whether a node is reached in each case: it stands in no branch of its function. */
function isCertain(source: Source, found: Found): boolean {
  const around = nodesAt(source, placeOfFound(found));
  const inFunction = around.slice(around.findLastIndex(isFunction) + 1);
  return !inFunction.some((one) => BRANCH.test(one.type) && !isAsked(one, found));
}

/** Whether a node stands in what a branch asks first, which is reached whatever comes of it. */
function isAsked(branch: Node, { file, node }: Found): boolean {
  const first = child(branch, "test") ?? child(branch, "left") ?? child(branch, "discriminant");
  return first !== null && contains(first, placeOf(file, node));
}

/**
 * The first call that changes a token among the expressions of which a value is made.
 *
 * @param start the values, which are looked at themselves as well
 * @param token as it should be
 */
export function changeOn(source: Source, start: readonly Found[], token: string): Change | null {
  const calls = within(makingOf(source, start), ({ type }) => type === "CallExpression");
  for (const { file, node } of calls) {
    const result = resultOf(node, token);
    if (result !== null && isCertain(source, { file, node }))
      return {
        file,
        node: child(child(node, "callee") ?? node, "property") ?? node,
        method: calledName(node) ?? "",
        result,
      };
  }
  return null;
}

/** The only call inside functions that makes one text of another; null where there is none, or several. */
export function onlyChange(functions: readonly Found[], from: string, to: string): Found | null {
  const calls = within(functions, (node) => {
    const [pattern, by] = list(node, "arguments");
    const what = pattern ? literalOf(pattern) : null;
    // What a function makes of what a pattern finds cannot be worked out here.
    const isByFunction = calledName(node) === "replace" && by && literalOf(by) === null;
    return isByFunction && what instanceof RegExp ? what.test(from) : resultOf(node, from) === to;
  });
  const [only] = calls;
  return only && calls.length === 1 ? only : null;
}

/** How many functions up a parameter is followed. */
const DEEPEST = 3;

/** A value; where it is a parameter of a function of the program, what the function is called with in its place. */
export function givenFor(source: Source, found: Found, depth = 0): Found[] {
  const name = found.node.type === "Identifier" ? nameOf(found.node) : null;
  const takesIt = (one: Node) => list(one, "params").some((param) => nameOf(param) === name);
  const around = name === null ? undefined : functionsAt(source, placeOfFound(found)).findLast(takesIt);
  const at = around ? list(around, "params").findIndex((one) => nameOf(one) === name) : -1;
  if (!around || at < 0 || depth >= DEEPEST) return [found];
  const calls = findInSource(source, (one) => callsFunction(source, one, around));
  return calls.flatMap(({ file, node }) => {
    const argument = list(node, "arguments")[at];
    return argument ? givenFor(source, { file, node: argument }, depth + 1) : [];
  });
}

const LOOKUPS = /^(includes|indexOf|lastIndexOf|has|find\w*|some|every|filter)$/;

/**
 * The values with which functions ask refreshTokens: the arguments of includes and indexOf, and the variables that a
 * callback compares with an item.
 */
export function askedFor(source: Source, functions: readonly Found[]): Found[] {
  const lookups = within(
    functions,
    (node) => nameOf(receiverOf(node)) === "refreshTokens" && LOOKUPS.test(calledName(node) ?? ""),
  );
  return lookups
    .flatMap(({ file, node }) => {
      const [first] = list(node, "arguments");
      if (!first || !isFunction(first)) return first ? [{ file, node: first }] : [];
      const items = list(first, "params").map(nameOf);
      const speaksOfItem = (inner: Node) => findAll(inner, (one) => items.includes(nameOf(one))).length > 0;
      const compared = (inner: Node, ancestors: readonly Node[]) =>
        ancestors.at(-1)?.type === "BinaryExpression" && !speaksOfItem(inner);
      return findAll(first, compared).map((inner) => ({ file, node: inner }));
    })
    .flatMap((found) => givenFor(source, found));
}

/** Finds calls of the program's own functions in which the two sides do not fit. */

import type { Explanation } from "../check/diagnosis/mistake.ts";
import { placeOfFound } from "../check/source/found.ts";
import type { Found } from "../check/source/found.ts";
import { functionsCalled } from "../check/source/calls.ts";
import { resultsOf, within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { bare, calledName, child, findAll, isPartOf, list, nameOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";

const LOOKS = /^(includes|some|every|has|find\w*|indexOf|get|filter|equals|compare|verify)$/;

/** The only function of the program that a call names; null where there is none, or several. */
function calledIn(source: Source, call: Node): Found | null {
  const [called, ...others] = functionsCalled(source, call);
  return called && others.length === 0 ? called : null;
}

function looks(node: Node): boolean {
  const isComparison = /^[!=]==?$/.test(String(Reflect.get(node, "operator")));
  return isComparison || LOOKS.test(calledName(node) ?? "");
}

/** The line at the end of a function that looks something up and lets go of the result. */
function lookupLetGo({ file, node }: Found): Found | null {
  const body = child(node, "body");
  const statements = body?.type === "BlockStatement" ? list(body, "body") : [];
  const returns = findAll(node, ({ type }) => type === "ReturnStatement" || type === "ThrowStatement");
  const last = statements.at(-1);
  const expression = last?.type === "ExpressionStatement" ? bare(child(last, "expression")) : null;
  return last &&
    expression &&
    looks(expression) &&
    returns.length === 0 &&
    resultsOf({ file, node }).length === 0
    ? { file, node: last }
    : null;
}

/** A function whose result is asked for in some code, and that returns nothing; null where there is none. */
export function explainNoReturn(source: Source, code: readonly Found[]): Explanation | null {
  const asked = within(code, (node, ancestors) => {
    const around = ancestors.findLast(({ type }) => type !== "AwaitExpression" && type !== "ChainExpression");
    return node.type === "CallExpression" && around?.type !== "ExpressionStatement";
  });
  for (const { node } of asked) {
    const called = calledIn(source, node);
    const line = called && lookupLetGo(called);
    if (!line) continue;
    const name = calledName(node) ?? "";
    return {
      title: `${name} returns nothing`,
      why: `POST /token asks ${name}, and this line of it looks the token up and lets go of the result: a function without return gives undefined, which counts as no. So every token is refused.`,
      fix: "Put return in front of it.",
      place: placeOfFound(line),
    };
  }
  return null;
}

/** A function that takes an object apart, and is handed the token itself in some code; null where there is none. */
export function explainTakenApart(source: Source, code: readonly Found[]): Explanation | null {
  for (const { node } of within(code, ({ type }) => type === "CallExpression")) {
    const called = calledIn(source, node);
    const params = called ? list(called.node, "params") : [];
    const at = params.findIndex(({ type }) => type === "ObjectPattern");
    const given = at < 0 ? undefined : list(node, "arguments")[at];
    const isToken = given !== undefined && /^(Identifier|MemberExpression)$/.test(given.type);
    if (!called || !isToken || !/token/i.test(nameOf(given) ?? "")) continue;
    const name = calledName(node) ?? "";
    return {
      title: `${name} takes an object apart, and is handed the token itself`,
      why: `With the braces around its parameter, ${name} expects an object and takes members out of it. It is handed a text, which has no such member: what it goes on with is undefined.`,
      fix: "Leave the braces out; or hand over an object with that member.",
      place: placeOfFound({ file: called.file, node: params[at] ?? called.node }),
    };
  }
  return null;
}

/** A call that hands two values over in each other's place, by the names that both sides give them; null: none does. */
export function swappedArguments(source: Source, code: readonly Found[]): Found | null {
  const [swapped] = within(code, (node) => {
    const called = node.type === "CallExpression" ? calledIn(source, node) : null;
    const params = called ? list(called.node, "params").map(nameOf) : [];
    const given = list(node, "arguments").map((one) => (one.type === "Identifier" ? nameOf(one) : null));
    return given.some((name, at) => {
      const meant = name === null ? -1 : params.indexOf(name);
      return meant >= 0 && meant !== at && given[meant] === params[at] && given[meant] !== null;
    });
  });
  return swapped ?? null;
}

/** A call that hands something over to a function without parameters which holds a line; null where there is none. */
export function callThatGivesInVain(source: Source, code: readonly Found[], line: Found): Found | null {
  const [call] = within(code, (node) => {
    const called = list(node, "arguments").length > 0 ? calledIn(source, node) : null;
    if (!called || called.file !== line.file || list(called.node, "params").length > 0) return false;
    return isPartOf(line.node, called.node);
  });
  return call ?? null;
}

/**
 * A call of one route that hands over an object without a field, where another route hands over one with it to the same
 * function of the program; null where there is none.
 */
export function callWithoutField(
  source: Source,
  code: readonly Found[],
  other: readonly Found[],
  field: RegExp,
): Found | null {
  const keysGiven = (node: Node): string[] | null => {
    if (calledIn(source, node) === null) return null;
    const object = list(node, "arguments").find(({ type }) => type === "ObjectExpression");
    const properties = object ? list(object, "properties") : [];
    const isWhole = properties.every(({ type }) => type === "Property");
    return object && isWhole ? properties.flatMap((one) => nameOf(child(one, "key")) ?? []) : null;
  };
  const withField = within(other, (node) => keysGiven(node)?.some((key) => field.test(key)) ?? false);
  const names = withField.map(({ node }) => calledName(node));
  const [lacking] = within(code, (node) => {
    const keys = names.includes(calledName(node)) ? keysGiven(node) : null;
    return keys !== null && !keys.some((key) => field.test(key));
  });
  return lacking ?? null;
}

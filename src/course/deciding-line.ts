/** Finds the line that decides which token a removal takes out, or which token a condition lets through. */

import { findInSource, placeOfFound } from "../check/source/found.ts";
import { callsFunction, functionsCalled } from "../check/source/calls.ts";
import { functionAt } from "../check/source/handlers.ts";
import type { Found } from "../check/source/found.ts";
import { functionsOf, resultsOf, within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import {
  calledName,
  child,
  findAll,
  isFunction,
  isPartOf,
  list,
  nameOf,
  receiverOf,
} from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";

const ASKS = /^(filter|find\w*|some|every|indexOf)$/;

/** The first line of a callback in braces that decides: its condition or its return. */
function lineOfCallback(node: Node): Node | null {
  const asks = (name: string) => ASKS.test(name) || name === "reduce";
  const callbacks = findAll(node, (one) => asks(calledName(one) ?? "")).flatMap((call) =>
    list(call, "arguments").filter(isFunction),
  );
  const bodies = callbacks.flatMap((callback) => child(callback, "body") ?? []);
  const lines = bodies.flatMap((body) => list(body, "body"));
  return lines.find(({ type }) => /^(If|Return)Statement$/.test(type)) ?? null;
}

/** The declaration, in the same function, of a variable that a lookup gives its value. */
export function lookupBehind(source: Source, { file, node }: Found, name: string): Found | null {
  const around = functionAt(source, placeOfFound({ file, node }));
  const [found] = around
    ? within([around], (one) => {
        const init = one.type === "VariableDeclarator" ? child(one, "init") : null;
        const asks = init && findAll(init, (inner) => ASKS.test(calledName(inner) ?? "")).length > 0;
        return nameOf(child(one, "id")) === name && asks === true;
      })
    : [];
  return found ?? null;
}

/** The name of the place in a list that a condition takes for none where it is 0; whether it holds then. null: none. */
function zeroAsNone(test: Node): { name: string; holds: boolean } | null {
  const operator = String(Reflect.get(test, "operator"));
  const named = (node: Node | null, holds: boolean) => {
    const name = node?.type === "Identifier" ? nameOf(node) : null;
    return name === null ? null : { name, holds };
  };
  if (test.type === "Identifier") return named(test, false);
  if (operator === "!") return named(child(test, "argument"), true);
  const bound = Reflect.get(child(test, "right") ?? test, "value");
  if ((operator === ">" && bound === 0) || (operator === ">=" && bound === 1))
    return named(child(test, "left"), false);
  if ((operator === "<=" && bound === 0) || (operator === "<" && bound === 1))
    return named(child(test, "left"), true);
  return null;
}

/** What goes wrong with such a condition. */
export const TAKES_ZERO_FOR_NONE =
  'The place of the first token in a list is 0, and this condition takes 0 for "not there": then nothing is removed.';

/**
 * The condition that keeps a removal from the first token of a list, whose place is 0: if (index > 0) around it, or
 * if (!index) return before it. null where there is none.
 */
export function leavesOutFirst(source: Source, removal: Found): Found | null {
  const around = functionAt(source, placeOfFound(removal));
  const [found] = around
    ? within([around], (one) => {
        if (one.type !== "IfStatement" && one.type !== "LogicalExpression") return false;
        const test = child(one, one.type === "IfStatement" ? "test" : "left");
        const zero = test && zeroAsNone(test);
        const lookup = zero && lookupBehind(source, removal, zero.name);
        if (
          !lookup ||
          findAll(lookup.node, (each) => /indexof|index$/i.test(calledName(each) ?? "")).length === 0
        )
          return false;
        const isInside = isPartOf(removal.node, one);
        const ends = findAll(one, ({ type }) => /^(Return|Throw)Statement$/.test(type)).length > 0;
        return zero.holds ? !isInside && ends && one.end <= removal.node.start : isInside;
      })
    : [];
  return found ?? null;
}

/** Whether a lookup asks for what is not the same: findIndex((t) => t !== token). */
export function asksForOthers({ node }: Found): boolean {
  return findAll(node, (one) => /^!==?$/.test(String(Reflect.get(one, "operator")))).length > 0;
}

/**
 * The function that is handed over to the removal: list.filter(predicate) inside of keep(predicate), which is called as
 * keep((token) => …) in one place.
 */
function predicateGiven(source: Source, { file, node }: Found): Found | null {
  const call = findAll(node, (one) => ASKS.test(calledName(one) ?? ""))[0];
  const name = call ? nameOf(list(call, "arguments")[0] ?? null) : null;
  const around = functionAt(source, placeOfFound({ file, node }));
  const at = around ? list(around.node, "params").findIndex((one) => nameOf(one) === name) : -1;
  if (!around || name === null || at < 0) return null;
  const calls = findInSource(source, (one) => callsFunction(source, one, around.node));
  const given = calls.flatMap((one) => {
    const argument = list(one.node, "arguments")[at];
    return argument && isFunction(argument) ? [{ file: one.file, node: argument }] : [];
  });
  return given.length === 1 ? (given[0] ?? null) : null;
}

/** The line that parts a list by a callback, of whose results a removal keeps one: const { kept } = partition(list, test). */
function partitionBehind(source: Source, { file, node }: Found): Found | null {
  const right = node.type === "AssignmentExpression" ? child(node, "right") : null;
  const name = right?.type === "Identifier" ? nameOf(right) : null;
  const around = functionAt(source, placeOfFound({ file, node }));
  if (!around || name === null) return null;
  const [parts] = within([around], (one) => {
    const pattern = one.type === "VariableDeclarator" ? child(one, "id") : null;
    const isPattern = pattern !== null && /^(Object|Array)Pattern$/.test(pattern.type);
    const hasCallback = list(child(one, "init") ?? one, "arguments").some(isFunction);
    return isPattern && hasCallback && findAll(pattern, (inner) => nameOf(inner) === name).length > 0;
  });
  return parts ?? null;
}

/** A comparison of a name with itself, in a callback inside a node: it comes out the same whatever is asked. */
export function comparesItself({ file, node }: Found): Found | null {
  const [found] = findAll(node, (one) => {
    const compares = /^[!=]==?$/.test(String(Reflect.get(one, "operator")));
    const name = nameOf(child(one, "left"));
    return compares && child(one, "left")?.type === "Identifier" && name === nameOf(child(one, "right"));
  });
  return found ? { file, node: found } : null;
}

/** Whether a node only says whether two names are the same, or not: a === b. */
function isPlainComparison(node: Node): boolean {
  const sides = [child(node, "left"), child(node, "right")];
  return (
    /^[!=]==?$/.test(String(Reflect.get(node, "operator"))) &&
    sides.every((one) => one?.type === "Identifier")
  );
}

/** The functions of the program that a node calls by name, where the name is that of one function alone. */
function ownCalls(source: Source, node: Node): { name: string; called: Found; call: Node }[] {
  return findAll(node, ({ type }) => type === "CallExpression").flatMap((call) => {
    const name = calledName(call) ?? "";
    const [called, ...others] = functionsCalled(source, call);
    return called && others.length === 0 ? [{ name, called, call }] : [];
  });
}

/**
 * The function of the program that a callback inside a node asks whether two tokens are the same, and the line of it that
 * decides; null where there is none, or where it only compares two names.
 */
export function comparisonAsked(source: Source, { node }: Found): { name: string; line: Found } | null {
  const callbacks = findAll(node, (one) => ASKS.test(calledName(one) ?? "")).flatMap((call) =>
    list(call, "arguments").filter(isFunction),
  );
  const asked = callbacks.flatMap((one) => ownCalls(source, one));
  const [only] = asked;
  const [result, ...others] = only ? resultsOf(only.called) : [];
  const compares = only && list(only.called.node, "params").length === 2;
  return asked.length === 1 && compares && result && others.length === 0 && !isPlainComparison(result.node)
    ? { name: only.name, line: result }
    : null;
}

/** The function that a lookup of POST /token in refreshTokens asks whether two tokens are the same, as above. */
export function comparisonInLookup(source: Source): { name: string; line: Found } | null {
  const lookups = within(
    functionsOf(source, "POST", "/token"),
    (node) => ASKS.test(calledName(node) ?? "") && nameOf(receiverOf(node)) === "refreshTokens",
  );
  return lookups.flatMap((one) => comparisonAsked(source, one) ?? [])[0] ?? null;
}

/** Names of functions that leave out what their callback holds for. */
const LEAVES_OUT = /^_?(reject|without|omit|except|remove|drop|exclude|del|delete|difference)/i;

/**
 * The removal inside of the function to which a line leaves it: refreshTokens = without(refreshTokens, token). null where
 * the line removes by itself, or where a callback that it hands over may decide as well.
 */
export function removalInside(source: Source, { node }: Found): Found | null {
  for (const { name, called, call } of ownCalls(source, child(node, "right") ?? node)) {
    const given = list(call, "arguments");
    const [callback] = given.filter(isFunction);
    const [inside] = within([called], (one) =>
      /^(filter|splice|reduce|toSpliced)$/.test(calledName(one) ?? ""),
    );
    // A callback that asks for the token itself is right for a function that leaves out, and for no other.
    const asksForOne =
      callback &&
      findAll(callback, (one) => String(Reflect.get(one, "operator")).startsWith("!")).length === 0;
    if (inside && (!callback || (asksForOne && LEAVES_OUT.test(name)))) return inside;
  }
  return null;
}

/** The line that decides what a removal takes out; the removal itself where it decides that alone. */
export function decidingLine(source: Source, removal: Found): Found {
  const { file, node } = removal;
  const inside = removalInside(source, removal);
  if (inside) return decidingLine(source, inside);
  const asked = comparisonAsked(source, removal);
  if (asked) return asked.line;
  const inCallback = lineOfCallback(node);
  if (inCallback) return { file, node: inCallback };
  const given = predicateGiven(source, removal) ?? partitionBehind(source, removal);
  if (given) return given;
  const name = calledName(node) ?? "";
  const [index] = name === "splice" ? list(node, "arguments") : [];
  const lookup = index && lookupBehind(source, removal, nameOf(index) ?? "");
  return lookup && asksForOthers(lookup) ? lookup : removal;
}

/** The lookup, in the same function, of what a removal names: const id = ids.find(…) for delete sessions[id]. */
export function lookupFor(source: Source, removal: Found): Found | null {
  const names = findAll(removal.node, ({ type }) => type === "Identifier").flatMap(
    (one) => nameOf(one) ?? [],
  );
  return names.map((name) => lookupBehind(source, removal, name)).find((one) => one !== null) ?? null;
}

/** The call, in some code, of the function around a line, where others call that function as well. null: none. */
export function callOfShared(source: Source, line: Found, code: readonly Found[]): Found | null {
  const own = functionAt(source, placeOfFound(line));
  const callsIt = (one: Node) => functionsCalled(source, one).some((called) => called.node === own?.node);
  const [here] = within(code, callsIt);
  return here && findInSource(source, callsIt).length > 1 ? here : null;
}

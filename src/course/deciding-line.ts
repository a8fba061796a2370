/** Finds the line that decides which token a removal takes out, or which token a condition lets through. */

import { findInSource, functionAt, functionsNamed, placeOfFound } from "../check/source/handlers.ts";
import type { Found } from "../check/source/handlers.ts";
import { within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { calledName, child, findAll, isFunction, list, nameOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";

const ASKS = /^(filter|find\w*|some|every|indexOf)$/;

/** The first line of a callback in braces that decides: its condition or its return. */
function lineOfCallback(node: Node): Node | null {
  const callbacks = findAll(node, (one) => ASKS.test(calledName(one) ?? "")).flatMap((call) =>
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

/** Whether a lookup asks for what is not the same: findIndex((t) => t !== token). */
function asksForOthers({ node }: Found): boolean {
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
  const given = findInSource(source, (one) => {
    const called = calledName(one);
    return called !== null && functionsNamed(source, called).some((found) => found.node === around.node);
  }).flatMap((one) => {
    const argument = list(one.node, "arguments")[at];
    return argument && isFunction(argument) ? [{ file: one.file, node: argument }] : [];
  });
  return given.length === 1 ? (given[0] ?? null) : null;
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

/** The line that decides what a removal takes out; the removal itself where it decides that alone. */
export function decidingLine(source: Source, removal: Found): Found {
  const { file, node } = removal;
  const inCallback = lineOfCallback(node);
  if (inCallback) return { file, node: inCallback };
  const given = predicateGiven(source, removal);
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

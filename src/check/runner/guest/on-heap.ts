/**
 * Finds on the heap what no variable of a handler leads to. V8's inspector shows the variables that a function closes over,
 * but not the `this` that an arrow function knows, nor the files that a handler loads when it runs.
 */

import { types } from "node:util";
import { fileOfScript } from "./inspect.ts";
import type { Inspector } from "./inspect.ts";
import { isLearners } from "./places-in-stacks.ts";
import { hasMembers } from "./wrap.ts";

/** How many objects of one class are looked at: a program makes few services, and may make many records. */
const MOST_OF_CLASS = 20;

const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const { toString: textOf } = Function.prototype;

function isFunction(value: unknown): value is object {
  return typeof value === "function" && !types.isProxy(value);
}

/** Whether a function's text has the word `this`. That of a bound function is not shown, but what it is bound to is. */
function speaksOfThis(value: object): boolean {
  return typeof value === "function" && /\bthis\b/.test(apply(textOf, value, []));
}

/** Everything on the heap that inherits from a prototype, after a garbage collection. Takes tens of ms. */
function heirsOnHeap(prototype: object, inspector: Inspector): unknown[] {
  const [proto] = inspector.handles([prototype]);
  let list: unknown = null;
  if (!proto) return [];
  inspector.session.post("Runtime.queryObjects", { prototypeObjectId: proto.id }, (error, found) => {
    if (!error && found.objects.objectId) list = inspector.valueOf(found.objects.objectId);
  });
  return Array.isArray(list) ? list : [];
}

/** The class that objects with this prototype are of; null where its name is no class's. */
function classOf(prototype: object): object | null {
  const made: unknown = getOwnPropertyDescriptor(prototype, "constructor")?.value;
  return typeof made === "function" ? made : null;
}

/** Tells whether the learner wrote a function: by the file of its script. */
export function tellsLearners(inspector: Inspector): (value: object) => boolean {
  const scripts = inspector.scripts();
  return (value) => {
    const [handle] = inspector.handles([value]);
    const script = handle ? inspector.scriptOf(inspector.properties(handle.id)) : 0;
    const file = fileOfScript(scripts.get(script) ?? "");
    return file !== null && isLearners(file);
  };
}

/**
 * The objects of the learner's classes, where one of the handlers speaks of `this`; else none. They may be asked for at
 * any time: what is no longer used is not among them.
 */
export function ownersBehind(roots: readonly object[], inspector: Inspector): object[] {
  if (!roots.some(speaksOfThis)) return [];
  const byPrototype = new Map<object, object[]>();
  for (const value of heirsOnHeap(Object.prototype, inspector)) {
    // A Proxy may run code of the program when it is asked.
    if (!hasMembers(value) || types.isProxy(value)) continue;
    const prototype = getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype) continue;
    const known = byPrototype.get(prototype);
    if (!known) byPrototype.set(prototype, [value]);
    else if (known.length < MOST_OF_CLASS) known.push(value);
  }
  const isOfLearner = tellsLearners(inspector);
  return [...byPrototype].flatMap(([prototype, objects]) => {
    const owner = types.isProxy(prototype) ? null : classOf(prototype);
    return owner !== null && isOfLearner(owner) ? objects : [];
  });
}

/** The learner's functions in whose text a word occurs, as the inspector knows them. */
export function functionsThatName(word: string, inspector: Inspector): { id: string }[] {
  const isOfLearner = tellsLearners(inspector);
  const named = heirsOnHeap(Function.prototype, inspector).filter(
    (value): value is object => isFunction(value) && apply(textOf, value, []).includes(word),
  );
  return inspector.handles(named.filter(isOfLearner));
}

/**
 * Finds on the heap what no variable of a handler leads to. V8's inspector shows the variables that a function closes over,
 * but not the `this` that an arrow function knows, nor the files that a handler loads when it runs.
 */

import { types } from "node:util";
import { fileOfScript } from "./inspect.ts";
import type { Inspector, Properties } from "./inspect.ts";
import { isLearners } from "./places-in-stacks.ts";
import { hasMembers } from "./wrap.ts";

/** How many objects of one class are looked at: a program makes few services, and may make many records. */
const MOST_OF_CLASS = 20;

/** How many variables a function around a handler has, at most; with more, they are those of a file. */
const MOST_OF_WRAPPER = 3;

const { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { toString: textOf } = Function.prototype;

function isFunction(value: unknown): value is object {
  return typeof value === "function" && !types.isProxy(value);
}

/** How the text of an arrow function begins: only these take the `this` from around them. */
const ARROW = /^(?:async\s*)?(?:\([^]*?\)|[\w$]+)\s*=>/;

/** The word `this` as code has it, and not a sentence of a comment. */
const THIS = /\bthis(?:\??\.[#\w$[]|\[|[,)])/;

/** The text of a function; "" where it is none. */
function textIn(value: unknown): string {
  return isFunction(value) ? String(apply(textOf, value, [])) : "";
}

/**
 * The texts of the handlers that are arrow functions and speak of `this`. A handler may be wrapped: then it is a variable of
 * the function around it. The text of a bound function is not shown, but what it is bound to is.
 */
function textsWithThis(roots: readonly object[], inspector: Inspector): string[] {
  const inside = inspector.handles(roots).flatMap(({ id, isFunction: hasScopes }) => {
    const [scope] = hasScopes ? inspector.scopesOf(id) : [];
    const isOwn = scope !== undefined && !/^(Global|Module|Script)/.test(scope.description);
    const held = isOwn ? Object.values(inspector.valuesOf(scope.id)) : [];
    return held.length <= MOST_OF_WRAPPER ? held : [];
  });
  return [...roots, ...inside].map(textIn).filter((text) => ARROW.test(text) && THIS.test(text));
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

/** Tells whether the learner wrote a function, by the file of its script; asked with what the inspector knows of it. */
export function tellsLearners(inspector: Inspector): (properties: Properties) => boolean {
  const scripts = inspector.scripts();
  const known = new Map<number, boolean>();
  return (properties) => {
    const script = inspector.scriptOf(properties);
    const before = known.get(script);
    if (before !== undefined) return before;
    const file = fileOfScript(scripts.get(script) ?? "");
    const isOwn = file !== null && isLearners(file);
    known.set(script, isOwn);
    return isOwn;
  };
}

/** What was found for the same handlers: who they know as `this` does not change. */
const ownersByTexts = new Map<string, object[]>();

/**
 * The objects that handlers know as `this`: those of the classes in whose text the handlers stand, in the order of the
 * handlers; none where no handler speaks of it.
 */
export function ownersBehind(roots: readonly object[], inspector: Inspector): object[] {
  const texts = textsWithThis(roots, inspector);
  if (texts.length === 0) return [];
  const asked = texts.join("\n");
  const known = ownersByTexts.get(asked);
  if (known) return known;
  const byPrototype = new Map<object, object[]>();
  for (const value of heirsOnHeap(Object.prototype, inspector)) {
    // A Proxy may run code of the program when it is asked.
    if (!hasMembers(value) || types.isProxy(value)) continue;
    const prototype = getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype) continue;
    const objects = byPrototype.get(prototype);
    if (!objects) byPrototype.set(prototype, [value]);
    else if (objects.length < MOST_OF_CLASS) objects.push(value);
  }
  const owners = [...byPrototype].flatMap(([prototype, objects]) => {
    const owner = types.isProxy(prototype)
      ? ""
      : textIn(getOwnPropertyDescriptor(prototype, "constructor")?.value);
    const rank = texts.findIndex((text) => owner.includes(text));
    return rank < 0 ? [] : objects.map((object) => ({ object, rank }));
  });
  // The heap has no order, and of two objects with a list of one name it must not be chance which is read.
  const rankOf = ({ object, rank }: (typeof owners)[number]) => {
    const handler = roots.findIndex((root) => holds(object, root));
    return handler < 0 ? roots.length + rank : handler;
  };
  const inOrder = owners.toSorted((a, b) => rankOf(a) - rankOf(b)).map(({ object }) => object);
  ownersByTexts.set(asked, inOrder);
  return inOrder;
}

/** Whether a function is a member of an object, as the arrow function of a class is. */
function holds(object: object, handler: object): boolean {
  return ownKeys(object).some((key) => getOwnPropertyDescriptor(object, key)?.value === handler);
}

/** The learner's functions in whose text a word occurs, as the inspector knows them. */
export function functionsThatName(word: string, inspector: Inspector): { id: string }[] {
  const isOfLearner = tellsLearners(inspector);
  const named = heirsOnHeap(Function.prototype, inspector).filter(
    (value): value is object => isFunction(value) && apply(textOf, value, []).includes(word),
  );
  return inspector.handles(named).filter(({ id }) => isOfLearner(inspector.properties(id)));
}

/**
 * Finds all texts that a program's handlers can reach, which is what a thief with a copy of its memory would find. It
 * walks from the handlers through the variables they close over, and through objects, arrays, Maps, Sets, private
 * fields and bytes.
 */

import { EventEmitter } from "node:events";
import { types } from "node:util";
import { Inspector } from "./inspect.ts";
import type { Properties, Remote } from "./inspect.ts";
import { ownersBehind, tellsLearners } from "./on-heap.ts";
import { hasMembers } from "./wrap.ts";

/** A text, and the way to it as the program would write it: `sessions[0].token`. */
export interface Reached {
  where: string;
  text: string;
}

/** The limits of one walk, because a program may hold many objects and a check cannot wait for all. */
const MOST_THINGS = 20_000;
const MOST_FUNCTIONS = 600;
const MOST_TEXTS = 4_000;
const DEEPEST = 12;
const MOST_ENTRIES = 1_000;
/** In characters. A shorter text cannot be a token. */
const SHORTEST = 6;
const LONGEST = 8_192;

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const forEachOfMap = Map.prototype.forEach;
const forEachOfSet = Set.prototype.forEach;
const bytesToText = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** What holds something that no property shows. */
const HIDES: readonly ((value: object) => boolean)[] = [types.isProxy, types.isPromise, types.isWeakMap];

interface Step {
  value: unknown;
  where: string;
  depth: number;
}

/** Whether an object belongs to the connection or the machine, and not to what the program remembers about people. */
function isOfTheMachine(value: object): boolean {
  return (
    value === globalThis ||
    value === process ||
    value === process.env ||
    getPrototypeOf(value)?.constructor?.name === "Timeout" ||
    getPrototypeOf(value)?.constructor?.name === "Immediate"
  );
}

function named(where: string, key: string | symbol): string {
  if (typeof key === "symbol") return `${where}[${String(key)}]`;
  if (/^\d+$/.test(key)) return `${where}[${key}]`;
  if (/^[A-Za-z_$#][\w$]*$/.test(key)) return where === "" ? key : `${where}.${key}`;
  return `${where}[${JSON.stringify(key.slice(0, 20))}]`;
}

class Walk {
  readonly #inspector = new Inspector();
  readonly #isLearners = tellsLearners(this.#inspector);
  readonly #seen = new Set<object>();
  readonly #queue: Step[] = [];
  /** Prototypes whose first object had no private field: then no other has one, and the inspector is slow. */
  readonly #openClasses = new WeakSet<object>();
  readonly #reached: Reached[] = [];
  readonly #texts = new Set<string>();
  #functions = 0;

  from(roots: readonly object[]): Reached[] {
    for (const value of [...roots, ...ownersBehind(roots, this.#inspector)]) this.#add(value, "", 0);
    for (let things = 0; things < MOST_THINGS && this.#reached.length < MOST_TEXTS; things++) {
      const step = this.#queue.shift();
      if (!step) break;
      try {
        this.#visit(step);
      } catch {
        // Something that cannot be looked at, such as a revoked Proxy.
      }
    }
    this.#inspector.close();
    return this.#reached;
  }

  #add(value: unknown, where: string, depth: number): void {
    if (typeof value === "string") return this.#note(value, where);
    if (!hasMembers(value) || depth > DEEPEST || this.#seen.has(value)) return;
    this.#seen.add(value);
    this.#queue.push({ value, where, depth });
  }

  #note(text: string, where: string): void {
    if (text.length < SHORTEST || this.#texts.has(text)) return;
    this.#texts.add(text);
    this.#reached.push({ where, text: text.slice(0, LONGEST) });
  }

  #visit({ value, where, depth }: Step): void {
    if (typeof value === "function") return this.#visitFunction(value, where, depth);
    if (!hasMembers(value)) return;
    if (HIDES.some((is) => is(value))) return this.#visitInside(value, where, depth);
    if (isOfTheMachine(value) || this.#isEmitterOfNode(value)) return;
    if (types.isUint8Array(value)) return this.#note(bytesToText(value), where);
    if (types.isArrayBuffer(value)) return this.#note(bytesToText(new Uint8Array(value)), where);
    const next = (one: unknown, at: string) => this.#add(one, at, depth + 1);
    if (types.isMap(value)) {
      forEachOfMap.call(value, (one, key) => {
        next(key, `a key of ${where}`);
        next(one, `${where}.get(…)`);
      });
    }
    if (types.isSet(value)) forEachOfSet.call(value, (one) => next(one, `an item of ${where}`));
    this.#visitMembers(value, where, depth);
    this.#visitHidden(value, where, depth);
  }

  /** Whether an object is a connection, a stream or another emitter of events, and not one of a class of the learner's. */
  #isEmitterOfNode(value: object): boolean {
    if (!(value instanceof EventEmitter)) return false;
    const made: unknown = value.constructor;
    const [handle] = typeof made === "function" ? this.#inspector.handles([made]) : [];
    return !handle || !this.#isLearners(this.#inspector.properties(handle.id));
  }

  #visitMembers(value: object, where: string, depth: number): void {
    for (const key of ownKeys(value)) {
      const property = getOwnPropertyDescriptor(value, key);
      if (typeof key === "string" && key.length >= SHORTEST && property?.enumerable) {
        this.#note(key, `a key of ${where}`);
      }
      if (!property) continue;
      if ("value" in property) this.#add(property.value, named(where, key), depth + 1);
      // A getter is not called, but the variables that it closes over are looked at.
      else if (property.get) this.#add(property.get, named(where, key), depth + 1);
    }
  }

  /** Visits what no property shows: behind a Proxy, in a promise that is fulfilled, the values of a WeakMap. */
  #visitInside(value: object, where: string, depth: number): void {
    const [handle] = this.#inspector.handles([value]);
    const { internalProperties = [] } = handle ? this.#inspector.properties(handle.id) : {};
    const next = (remote: Remote | undefined) => {
      if (remote?.type === "string") this.#note(String(remote.value), where);
      else if (remote?.objectId) this.#add(this.#inspector.valueOf(remote.objectId), where, depth + 1);
    };
    for (const { name, value: inside } of internalProperties) {
      if (name === "[[Target]]") next(inside);
      // A lock is a promise, and keeps the last answer as its result for a while. A database is of a class.
      if (name === "[[PromiseResult]]" && inside?.className !== "Object" && inside?.type === "object")
        next(inside);
      if (name !== "[[Entries]]" || !inside?.objectId) continue;
      for (const entry of this.#inspector.properties(inside.objectId).result.slice(0, MOST_ENTRIES)) {
        const parts = entry.value?.objectId ? this.#inspector.properties(entry.value.objectId).result : [];
        const [key, one] = ["key", "value"].map((part) => parts.find((each) => each.name === part)?.value);
        // What belongs to a request is gone with it.
        const owner = key?.objectId ? this.#inspector.valueOf(key.objectId) : null;
        if (!hasMembers(owner) || !this.#isEmitterOfNode(owner)) next(one);
      }
    }
  }

  /** Visits the private fields of an object, and the methods of its class, which may close over more. */
  #visitHidden(value: object, where: string, depth: number): void {
    const prototype = getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype || types.isExternal(value)) return;
    if (Array.isArray(value) || types.isMap(value) || types.isSet(value) || types.isDate(value)) return;
    if (!this.#openClasses.has(prototype)) {
      const [handle] = this.#inspector.handles([value]);
      const properties = handle ? this.#inspector.properties(handle.id) : null;
      if (properties?.privateProperties?.length) this.#visitPrivate(properties, where, depth);
      else this.#openClasses.add(prototype);
    }
    this.#add(prototype, where, depth + 1);
  }

  #visitPrivate({ privateProperties = [] }: Properties, where: string, depth: number): void {
    for (const { name, value: remote } of privateProperties) {
      if (remote?.type === "string") this.#note(String(remote.value), named(where, name));
      else if (remote?.objectId)
        this.#add(this.#inspector.valueOf(remote.objectId), named(where, name), depth + 1);
    }
  }

  /** Visits the variables that a function of the learner's closes over. */
  #visitFunction(value: object, where: string, depth: number): void {
    if (this.#functions++ > MOST_FUNCTIONS) return;
    const [handle] = this.#inspector.handles([value]);
    if (!handle) return;
    const properties = this.#inspector.properties(handle.id);
    const { internalProperties = [] } = properties;
    for (const { name, value: remote } of internalProperties) {
      if (!remote?.objectId || (name !== "[[TargetFunction]]" && name !== "[[BoundThis]]")) continue;
      this.#add(this.#inspector.valueOf(remote.objectId), where, depth + 1);
    }
    if (!this.#isLearners(properties)) return;
    this.#visitMembers(value, where, depth);
    // A class holds its static fields, also the private ones.
    this.#visitPrivate(properties, where, depth);
    for (const scope of this.#inspector.scopesOf(handle.id)) {
      if (scope.description.startsWith("Global")) continue;
      for (const [name, one] of Object.entries(this.#inspector.valuesOf(scope.id))) {
        if (!NOT_OURS.has(name)) this.#add(one, name, depth + 1);
      }
    }
  }
}

/** What Node gives to every CommonJS module, and the names that programs give to their tools. */
const NOT_OURS: ReadonlySet<string> = new Set([
  "require",
  "module",
  "settings",
  "exports",
  "__filename",
  "__dirname",
  "express",
  "arguments",
]);

/** The texts that these functions and objects lead to, each once, the nearest first. */
export function textsReachedFrom(roots: readonly object[]): Reached[] {
  return new Walk().from(roots);
}

/**
 * Finds the variable `refreshTokens` of the running program and reads it; the source stays as it is. V8's inspector
 * tells the scopes that a function closes over (the internal property [[Scopes]] of Runtime.getProperties,
 * https://chromedevtools.github.io/devtools-protocol/v8/Runtime/). It is long because all of it walks the same objects
 * through one inspector session.
 */

import type inspector from "node:inspector";
import { isBuiltin } from "node:module";
import type { Holder, Store } from "../../transcript.ts";
import type { Answer } from "../protocol.ts";
import { Inspector } from "./inspect.ts";
import type { Remote } from "./inspect.ts";
import { isLearners } from "./places-in-stacks.ts";
import { functionsThatName, ownersBehind } from "./on-heap.ts";
import { Scripts, SearchLimits } from "./search-limits.ts";
import { ADD, NAME, PICK, READ, READ_LAST } from "./store-functions.ts";
import { hasMembers } from "./wrap.ts";

const { has } = Reflect;

/** How many other lists one search notes. */
const MOST_HOLDERS = 30;

/** How many values of a Map are entered. */
const MOST_ENTRIES = 20;

/** What is entered of an object that is not a plain one, by the inspector's name for it. */
const ENTERED: readonly string[] = ["proxy", "map", "weakmap", "promise"];
/** What is hidden inside a function, a Proxy or a promise, by V8's names. */
const HIDDEN: readonly string[] = ["[[TargetFunction]]", "[[BoundThis]]", "[[Target]]", "[[PromiseResult]]"];

type Scope = "closure" | "global" | "property";

/** A way to the variable. It can be taken again later, and then leads to what the variable holds then. */
interface Path {
  from: string;
  through: "scope" | "property";
  scope: Scope;
  /** The position of the scope in [[Scopes]]. */
  index: number;
  /** The name that the variable has there. */
  name?: string;
}

interface Found {
  value: Remote;
  scope: Scope;
}

/**
 * An outer list, and the object or the function's scope in which it has its name. Later, it leads to what has that name
 * then.
 */
interface Way {
  value: Remote;
  from: string;
  /** The position of the scope in [[Scopes]]; null: the list is a member of an object. */
  scope: number | null;
}

export class StoreReader {
  readonly #inspector = new Inspector();
  #path: Path | null = null;
  /** Where the other outer lists were found the last time. */
  #ways = new Map<string, Way>();
  readonly #scripts = new Scripts(this.#inspector);
  /** Whether only lists in the learner's own files are wanted: lists of libraries are not the learner's. */
  #ownListsOnly = false;
  /**
   * How often the heap may still be searched: once before the first request, and once more for what that request made.
   */
  #heapSearches = 2;
  /** Other names by which functions know the array, where none speaks of it by its own. */
  otherNames: readonly string[] = [];
  /** Whether it makes sense to search the heap. */
  searchesHeap = true;

  /** Scripts get their numbers in order, so all that came before the learner's program have a lower one. */
  readonly #firstScript: number;

  /** To be made after express was loaded, and before the learner's program is. */
  constructor() {
    const [latest] = this.#inspector.handles([new Function()]);
    this.#firstScript = latest ? this.#inspector.scriptOf(this.#inspector.properties(latest.id)) : 0;
  }

  /** Makes the next search start from the beginning. */
  forget(): void {
    this.#path = null;
    this.#ways.clear();
  }

  close(): void {
    this.#inspector.close();
  }

  /** The value of an own property. It may be an accessor, as TypeScript's exports are. */
  #valueOf(holder: string, property: inspector.Runtime.PropertyDescriptor): Remote | null {
    if (property.value) return property.value;
    if (!property.get?.objectId) return null;
    let value: Remote | null = null;
    this.#inspector.session.post(
      "Runtime.callFunctionOn",
      {
        objectId: holder,
        functionDeclaration: `function () { return this[${JSON.stringify(property.name)}] }`,
        silent: true,
      },
      (error, result) => {
        if (!error && !result.exceptionDetails) value = result.result;
      },
    );
    return value;
  }

  /**
   * What can be read without running code of the program: a value, or the export of an ES module. In `import * as name`,
   * the inspector shows each export as an accessor of V8's own.
   */
  #valueWithoutCall(holder: string, property: inspector.Runtime.PropertyDescriptor): Remote | null {
    const isExport = property.get?.description?.includes("[native code]") === true;
    return isExport ? this.#valueOf(holder, property) : (property.value ?? null);
  }

  #follow(path: Path): Found | null {
    const holder = path.through === "scope" ? this.#inspector.scopesOf(path.from)[path.index]?.id : path.from;
    if (!holder) return null;
    const { result, privateProperties = [] } = this.#inspector.properties(holder);
    const wanted = path.name ?? NAME;
    const property = result.find(({ name }) => name === wanted);
    const value = property
      ? this.#valueOf(holder, property)
      : (privateProperties.find(({ name }) => name === `#${wanted}`)?.value ?? null);
    return value && { value, scope: path.scope };
  }

  /**
   * Searches breadth first, from the handlers through the scopes that they close over, through functions and objects in
   * those, and through what bound functions are bound to.
   *
   * @returns the way to the variable; else the other outer lists that were found
   */
  #search(roots: readonly object[]): Path | Map<string, Way> {
    const holders = new Map<string, Way>();
    const own = new Set<number>();
    const limits = new SearchLimits(this.#inspector, NAME);
    const queue: { id: string; isFunction: boolean; depth: number; kind?: string | undefined }[] =
      this.#inspector.handles(roots).map((root) => ({ ...root, depth: 0 }));
    const note = (name: string, value: Remote, from: string, scope: number | null) => {
      const plain = value.type === "object" && !value.subtype && value.className === "Object";
      const isList = plain || ["array", "set", "map"].includes(value.subtype ?? "");
      if (isList && name !== NAME && holders.size < MOST_HOLDERS && !holders.has(name))
        holders.set(name, { value, from, scope });
    };
    const visit = (value: Remote, depth: number) => {
      if (!value.objectId || depth > 4) return;
      const isEntered = value.type === "object" && (!value.subtype || ENTERED.includes(value.subtype));
      if (value.type === "function" || isEntered)
        queue.push({
          id: value.objectId,
          depth,
          isFunction: value.type === "function",
          kind: value.className,
        });
    };
    while (!limits.reached) {
      const next = queue.shift();
      if (!next) break;
      if (!limits.enters(next.id)) continue;
      const properties = this.#inspector.properties(next.id);
      const { result, internalProperties = [], privateProperties = [] } = properties;
      const script = next.isFunction ? this.#inspector.scriptOf(properties) : 0;
      // The first of all are the handlers: their own files need not be looked up.
      if (next.depth === 0) own.add(script);
      const foreign = next.isFunction && this.#isForeign(script, own);
      const open = result.find(({ name }) => name === NAME);
      const hidden = privateProperties.find(({ name }) => name === `#${NAME}`);
      if (open ?? hidden) return { from: next.id, through: "property", scope: "property", index: 0 };
      for (const { name, value } of internalProperties) {
        if (!value) continue;
        if (HIDDEN.includes(name)) visit(value, next.depth + 1);
        if (name === "[[Entries]]") for (const one of this.#entriesOf(value)) visit(one, next.depth + 1);
      }
      if (foreign) continue;
      for (const { name, value } of privateProperties) {
        if (value && this.#ownListsOnly) note(name, value, next.id, null);
        if (value) visit(value, next.depth + 1);
      }
      for (const property of result) {
        if (next.isFunction && ["prototype", "arguments", "caller"].includes(property.name)) continue;
        const value = this.#valueWithoutCall(next.id, property);
        if (value) visit(value, next.depth + 1);
        // A getter that TypeScript or its translation makes for an export is only the way to what it gives.
        else if (property.get) visit(property.get, next.depth);
        // The lists of a CommonJS module (its paths, its children) are Node's, and show where the program lies.
        const isOfNode = next.kind === "Module" && !property.get;
        if (value && !next.isFunction && !isOfNode && property.name !== "settings")
          note(property.name, value, next.id, null);
      }
      if (!next.isFunction) {
        for (const { name, value } of internalProperties) {
          if (name === "[[Prototype]]" && value) this.#visitMethods(value, next.depth, visit);
        }
        continue;
      }
      for (const [index, { id, description }] of this.#inspector.scopesOf(next.id).entries()) {
        // Many functions share one scope. Its description shows a global one; its members show one that was seen
        // before.
        if (description.startsWith("Global") || limits.knowsScope(script, description)) continue;
        const variables = this.#inspector.properties(id).result;
        limits.readScope(script, description, variables.length);
        if (variables.some(({ name }) => name === NAME))
          return { from: next.id, through: "scope", scope: "closure", index };
        if (limits.knowsVariables(script, variables)) continue;
        for (const { name, value } of variables) {
          if (!value) continue;
          note(name, value, next.id, index);
          const isTool = name === "require" || name === "express" || (this.#ownListsOnly && isBuiltin(name));
          if (!isTool) visit(value, next.depth + 1);
        }
      }
    }
    return holders;
  }

  /**
   * Whether a script is not the learner's: it was loaded before the learner's program, or belongs to a package.
   *
   * @param own scripts that count as the learner's where lists of libraries may be told as well
   */
  #isForeign(script: number, own: ReadonlySet<number>): boolean {
    if (script <= this.#firstScript) return true;
    if (!this.#ownListsOnly) return !own.has(script) && this.#scripts.isOfPackage(script);
    const file = this.#scripts.fileOf(script);
    return file === null || !isLearners(file);
  }

  /** The first values of a Map or a WeakMap: one that holds a program's services is short, and one of records is long. */
  #entriesOf({ objectId }: Remote): Remote[] {
    const entries = objectId ? this.#inspector.properties(objectId).result : [];
    return entries.slice(0, MOST_ENTRIES).flatMap(({ value: entry }) => {
      const parts = entry?.objectId ? this.#inspector.properties(entry.objectId).result : [];
      return parts.flatMap(({ name, value }) => (name === "value" && value ? [value] : []));
    });
  }

  #visitMethods(prototype: Remote, depth: number, visit: (value: Remote, depth: number) => void): void {
    if (!prototype.objectId) return;
    const members = this.#inspector.properties(prototype.objectId).result;
    // Object.prototype holds nothing of the program's.
    if (members.some(({ name }) => name === "__defineGetter__")) return;
    for (const { value } of members) {
      if (value?.type === "function") visit(value, depth + 1);
    }
  }

  /** Searches the heap, for objects that no scope leads to because only the `this` of an arrow function does. */
  #searchHeap(): Path | null {
    let owner: string | null = null;
    const proto = this.#inspector.handles([Object.prototype])[0]?.id;
    if (!proto) return null;
    this.#inspector.session.post("Runtime.queryObjects", { prototypeObjectId: proto }, (error, found) => {
      const list = error ? undefined : found.objects.objectId;
      if (!list) return;
      this.#inspector.session.post(
        "Runtime.callFunctionOn",
        { objectId: list, functionDeclaration: PICK, silent: true },
        (failed, picked) => {
          if (!failed) owner = picked.result.objectId ?? null;
        },
      );
    });
    return owner === null ? null : { from: owner, through: "property", scope: "property", index: 0 };
  }

  /**
   * Searches the heap for functions of files that no scope leads to, because a handler loads them when it runs: their
   * files' own variables count.
   */
  #searchFunctions(): Path | null {
    const paths = functionsThatName(NAME, this.#inspector).flatMap(({ id }): Path[] => {
      const outer = this.#inspector
        .scopesOf(id)
        .filter(({ description }) => !/^(Global|Script)/.test(description));
      const index = outer.length - 1;
      const scope = outer[index];
      const variables = scope ? this.#inspector.properties(scope.id).result : [];
      return variables.some(({ name }) => name === NAME)
        ? [{ from: id, through: "scope", scope: "closure", index }]
        : [];
    });
    const holdsAny = (path: Path) => {
      const found = this.#follow(path);
      return found !== null && (this.#readRemote(found.value)?.items.length ?? 0) > 0;
    };
    return paths.find(holdsAny) ?? paths[0] ?? null;
  }

  #readRemote(remote: Remote): { type: string; items: unknown[] } | null {
    if (!remote.objectId) return null;
    const answer = this.#inspector.call(remote.objectId, READ, [remote.subtype ?? remote.type]);
    if (!hasMembers(answer) || !Array.isArray(answer["items"])) return null;
    return { type: String(answer["type"]), items: answer["items"] };
  }

  /** The variable, or the other outer lists where there is no such variable. */
  #locate(roots: readonly object[], deep: boolean): Found | Map<string, Way> {
    const known = this.#path && this.#follow(this.#path);
    if (known) return known;
    const searched = this.#search(roots);
    this.#path =
      searched instanceof Map ? (this.#byOtherName(searched) ?? this.#elsewhere(roots, deep)) : searched;
    const found = this.#path && this.#follow(this.#path);
    return found ?? (searched instanceof Map ? searched : new Map());
  }

  /** The way to the array under another of its names. */
  #byOtherName(ways: ReadonlyMap<string, Way>): Path | null {
    const name = this.otherNames.find((one) => ways.has(one));
    const way = name === undefined ? undefined : ways.get(name);
    if (name === undefined || !way) return null;
    const through = way.scope === null ? "property" : "scope";
    return { from: way.from, through, scope: "closure", index: way.scope ?? 0, name };
  }

  /**
   * Where no scope leads to the variable: a global; else, if `deep`, behind what handlers know as `this`, a member of an
   * object on the heap, or a file that a handler has loaded. Each question to the heap takes tens of ms.
   */
  #elsewhere(roots: readonly object[], deep: boolean): Path | null {
    if (has(globalThis, NAME)) {
      const id = this.#inspector.handles([globalThis])[0]?.id;
      if (id) return { from: id, through: "property", scope: "global", index: 0 };
    }
    if (!deep || !this.searchesHeap || this.#heapSearches === 0) return null;
    this.#heapSearches -= 1;
    const behind = this.#search(ownersBehind(roots, this.#inspector));
    if (!(behind instanceof Map)) return behind;
    // No handler has run before the first request.
    return this.#searchHeap() ?? (this.#heapSearches === 0 ? this.#searchFunctions() : null);
  }

  /**
   * Reads `refreshTokens` as it is now or, where there is none, the other outer lists.
   *
   * @param roots the functions that requests reach
   * @param deep where no scope leads to it, search the heap (tens of ms)
   * @param brief do not search again for lists that are known, and read only the last item of each
   */
  read(roots: readonly object[], deep: boolean, brief: boolean): Pick<Answer, "store" | "holders" | "sizes"> {
    if (brief) {
      const known = this.#readWays();
      if (known) return known;
    }
    this.#ownListsOnly = brief;
    const found = this.#locate(roots, deep);
    if (!(found instanceof Map)) return { store: this.#readStore(found), holders: [] };
    this.#ways = found;
    if (brief) return this.#readWays() ?? { store: { kind: "absent" }, holders: [] };
    const holders = [...found].flatMap(([name, { value }]): Holder[] => {
      const content = this.#readRemote(value);
      return content && content.items.length > 0 ? [{ name, type: content.type, tokens: content.items }] : [];
    });
    return { store: { kind: "absent" }, holders };
  }

  /** The last items and the sizes of the lists that are known; null where all of them are empty. */
  #readWays(): Pick<Answer, "store" | "holders" | "sizes"> | null {
    const holders: Holder[] = [];
    const sizes: Record<string, number> = {};
    const members = new Map<string, Map<string, Remote | undefined>>();
    for (const [name, { from, scope }] of this.#ways) {
      const key = `${from} ${scope}`;
      const own = members.get(key) ?? this.#membersOf(from, scope);
      members.set(key, own);
      const value = own.get(name);
      if (!value?.objectId) continue;
      const answer = this.#inspector.call(value.objectId, READ_LAST, [value.subtype ?? value.type]);
      if (!hasMembers(answer) || !Array.isArray(answer["items"]) || answer["items"].length === 0) continue;
      holders.push({ name, type: String(answer["type"]), tokens: answer["items"] });
      sizes[name] = Number(answer["size"]);
    }
    return holders.length > 0 ? { store: { kind: "absent" }, holders, sizes } : null;
  }

  /** The members of an object, or the variables of a function's scope, as they are now. */
  #membersOf(from: string, scope: number | null): Map<string, Remote | undefined> {
    const holder = scope === null ? from : this.#inspector.scopesOf(from)[scope]?.id;
    if (!holder) return new Map();
    const { result, privateProperties = [] } = this.#inspector.properties(holder);
    const members = new Map<string, Remote | undefined>();
    for (const property of result)
      members.set(property.name, this.#valueWithoutCall(holder, property) ?? undefined);
    for (const { name, value } of privateProperties) members.set(name, value);
    return members;
  }

  #readStore({ value, scope }: Found): Store {
    const content = this.#readRemote(value);
    if (!content) return { kind: "other", type: value.subtype ?? value.type };
    if (content.type !== "array") return { kind: "other", type: content.type };
    return { kind: "array", tokens: content.items, scope };
  }

  /** Adds another person's token to the array, as that person's login would. false where there is no array. */
  add(roots: readonly object[], token: string, at: "front" | "back"): boolean {
    const found = this.#locate(roots, true);
    const id = found instanceof Map ? undefined : found.value.objectId;
    return id !== undefined && this.#inspector.call(id, ADD, [token, at === "front"]) === true;
  }
}

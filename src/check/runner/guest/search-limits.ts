/**
 * Keeps a search through the program's variables short: what belongs to packages is not entered, nothing is entered
 * twice, and only so many members are read. A library such as lodash leads from each of its functions to all others.
 */

import { types } from "node:util";
import { fileOfScript } from "./inspect.ts";
import type { Inspector, Remote } from "./inspect.ts";
import { isLearners } from "./places-in-stacks.ts";
import { hasMembers } from "./wrap.ts";

const { getOwnPropertyDescriptor, ownKeys } = Reflect;

/** How many functions and objects one search visits. */
const MOST_VISITS = 400;
/** How many members all these may have together: the inspector needs some 10 µs for each. */
const MOST_MEMBERS = 4_000;
/** How many members an object or a function may have. With more, it is a list, or a library such as lodash's `_`. */
const MOST_OF_OBJECT = 400;
const MOST_OF_FUNCTION = 100;
/** A scope with more variables than this is a file's or a library's, and not one that each call makes anew. */
const LARGE_SCOPE = 60;

/** A variable of a scope, as the inspector lists it. */
interface Named {
  name: string;
  value?: Remote | undefined;
}

/** The files of the scripts that the process has loaded. */
export class Scripts {
  readonly #inspector: Inspector;
  #files = new Map<number, string>();
  #latest = 0;

  constructor(inspector: Inspector) {
    this.#inspector = inspector;
  }

  /** The file of a script, absolute; null where it has none. The first question, and each about a new script, costs some ms. */
  fileOf(script: number): string | null {
    if (script > this.#latest) {
      this.#files = this.#inspector.scripts();
      for (const known of this.#files.keys()) this.#latest = Math.max(this.#latest, known);
      // A script without a name is not listed.
      this.#latest = Math.max(this.#latest, script);
    }
    return fileOfScript(this.#files.get(script) ?? "");
  }

  /** Whether a script is a package's. */
  isOfPackage(script: number): boolean {
    const file = this.fileOf(script);
    return file !== null && !isLearners(file);
  }
}

/** What one search has visited so far. */
export class SearchLimits {
  readonly #inspector: Inspector;
  readonly #name: string;
  readonly #seen = new Set<object>();
  readonly #largeScopes = new Set<string>();
  readonly #scopes = new Map<string, Set<unknown>>();
  #visits = 0;
  #members = 0;

  /** @param name what is searched for: an object that has it is looked at, however large it is */
  constructor(inspector: Inspector, name: string) {
    this.#inspector = inspector;
    this.#name = name;
  }

  /** Whether the search has gone on for long enough. */
  get reached(): boolean {
    return this.#visits >= MOST_VISITS || this.#members >= MOST_MEMBERS;
  }

  /** Notes a visit. false: there is nothing new to see, or too much. */
  enters(id: string): boolean {
    this.#visits += 1;
    const value = this.#inspector.valueOf(id);
    if (!hasMembers(value)) return true;
    if (this.#seen.has(value)) return false;
    this.#seen.add(value);
    // The inspector reads a Proxy without its traps.
    if (types.isProxy(value)) return true;
    const size = ownKeys(value).length;
    const most = typeof value === "function" ? MOST_OF_FUNCTION : MOST_OF_OBJECT;
    if (size > most && !getOwnPropertyDescriptor(value, this.#name)) return false;
    this.#members += size;
    return true;
  }

  /** Whether a scope was seen before from another function of the same script, as far as that can be told without reading it. */
  knowsScope(script: number, description: string): boolean {
    return this.#largeScopes.has(`${script} ${description}`);
  }

  /**
   * Whether these variables were seen before as those of another function's scope: by their names, what they hold in short,
   * and one object of theirs, because two calls of one function have the same names. Notes them.
   */
  knowsVariables(script: number, variables: readonly Named[]): boolean {
    const names = variables.map(({ name, value }) => `${name}=${value?.description?.slice(0, 40) ?? ""}`);
    const mark = `${script} ${names.join()}`;
    const held = variables.find(({ value }) => value?.type === "object" && value.objectId)?.value?.objectId;
    const one = held === undefined ? null : this.#inspector.valueOf(held);
    const known = this.#scopes.get(mark) ?? new Set();
    this.#scopes.set(mark, known);
    if (known.has(one)) return true;
    known.add(one);
    return false;
  }

  /** Notes the variables of a scope that was read. */
  readScope(script: number, description: string, variables: number): void {
    this.#members += variables;
    if (variables > LARGE_SCOPE) this.#largeScopes.add(`${script} ${description}`);
  }
}

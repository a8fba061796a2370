/**
 * Looks into the running program through V8's inspector, from inside the process: into the variables that functions
 * close over, and into fields that no property shows (https://chromedevtools.github.io/devtools-protocol/v8/Runtime/).
 */

import inspector from "node:inspector";
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import { hasMembers } from "./wrap.ts";

const { deleteProperty } = Reflect;

export type Remote = inspector.Runtime.RemoteObject;
/** V8 lists `#refreshTokens` of a class among the private properties; @types/node does not know these yet. */
export type Properties = inspector.Runtime.GetPropertiesReturnType & {
  privateProperties?: { name: string; value?: Remote }[];
};

/** The path of a script's file, from the name that Node gives it; null where it has none. */
export function fileOfScript(url: string): string | null {
  const path = url.startsWith("file:") ? fileURLToPath(url.replace(/[?#].*$/, "")) : url;
  return isAbsolute(path) ? path : null;
}

export class Inspector {
  readonly session = new inspector.Session();

  constructor() {
    this.session.connect();
  }

  close(): void {
    this.session.disconnect();
  }

  /** The number of the script that holds a function; 0 for a function that is not written in JavaScript. */
  scriptOf({ internalProperties = [] }: Properties): number {
    const location: unknown = internalProperties.find(({ name }) => name === "[[FunctionLocation]]")?.value
      ?.value;
    return hasMembers(location) ? Number(location["scriptId"]) : 0;
  }

  properties(objectId: string): Properties {
    let answer: Properties = { result: [] };
    // On the thread's own session, the callback runs before `post` returns.
    this.session.post("Runtime.getProperties", { objectId, ownProperties: true }, (error, result) => {
      if (!error) answer = result;
    });
    return answer;
  }

  /**
   * Calls a function with an object as `this`.
   *
   * @param functionDeclaration the function, as text
   * @returns its result by value; null where it throws
   */
  call(objectId: string, functionDeclaration: string, values: unknown[]): unknown {
    let answer: unknown = null;
    const params: inspector.Runtime.CallFunctionOnParameterType = {
      objectId,
      functionDeclaration,
      arguments: values.map((value) => ({ value })),
      returnByValue: true,
      silent: true,
    };
    this.session.post("Runtime.callFunctionOn", params, (error, result) => {
      if (!error && !result.exceptionDetails) answer = result.result.value;
    });
    return answer;
  }

  /** The handles by which the inspector knows objects of this process. */
  handles(objects: readonly object[]): { id: string; isFunction: boolean }[] {
    const key = "refresh-tutor: roots";
    try {
      Object.defineProperty(globalThis, key, { value: objects, configurable: true });
      let list: string | undefined;
      this.session.post(
        "Runtime.evaluate",
        { expression: `globalThis[${JSON.stringify(key)}]` },
        (error, result) => {
          if (!error) list = result.result.objectId;
        },
      );
      if (!list) return [];
      return this.properties(list).result.flatMap(({ name, value }) =>
        /^\d+$/.test(name) && value?.objectId
          ? [{ id: value.objectId, isFunction: value.type === "function" }]
          : [],
      );
    } finally {
      deleteProperty(globalThis, key);
    }
  }

  /** The scopes that a function closes over, the innermost first. `description` shows whether one is global. */
  scopesOf(functionId: string): { id: string; description: string }[] {
    const inner = this.properties(functionId).internalProperties ?? [];
    const list = inner.find(({ name }) => name === "[[Scopes]]")?.value?.objectId;
    if (!list) return [];
    return this.properties(list).result.flatMap(({ value }) =>
      value?.objectId ? [{ id: value.objectId, description: value.description ?? "" }] : [],
    );
  }

  /** The variables of a scope by name, with their values themselves. */
  valuesOf(objectId: string): Record<string, unknown> {
    const key = "refresh-tutor: values";
    const taken: Record<string, unknown> = {};
    try {
      Object.defineProperty(globalThis, key, { value: taken, configurable: true });
      const take = `function () {
        var scope = this.object, taken = globalThis[${JSON.stringify(key)}];
        var names = Object.getOwnPropertyNames(scope);
        for (var i = 0; i < names.length; i++) try { taken[names[i]] = scope[names[i]] } catch (e) {}
      }`;
      this.call(objectId, take, []);
      return { ...taken };
    } finally {
      deleteProperty(globalThis, key);
    }
  }

  /** The object that a handle stands for. */
  valueOf(objectId: string): unknown {
    const key = "refresh-tutor: value";
    const taken: { value?: unknown } = {};
    try {
      Object.defineProperty(globalThis, key, { value: taken, configurable: true });
      this.call(objectId, `function () { globalThis[${JSON.stringify(key)}].value = this }`, []);
      return taken.value;
    } finally {
      deleteProperty(globalThis, key);
    }
  }

  /** The files of the scripts, by the script's number: paths or file URLs, as Node names them. */
  scripts(): Map<number, string> {
    const found = new Map<number, string>();
    const note = ({ params }: { params: inspector.Debugger.ScriptParsedEventDataType }) => {
      if (params.url !== "") found.set(Number(params.scriptId), params.url);
    };
    this.session.on("Debugger.scriptParsed", note);
    this.session.post("Debugger.enable");
    this.session.post("Debugger.disable");
    this.session.off("Debugger.scriptParsed", note);
    return found;
  }
}

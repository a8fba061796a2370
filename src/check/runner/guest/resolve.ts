/** Where the learner's program gets its libraries from: each from its own folder first, else the tutor's copy. */

import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { mayImport } from "./imports.ts";

/** The libraries of the course. body-parser is one of them, because `npm install express` installs it as well. */
const LIBRARIES = ["express", "body-parser", "jsonwebtoken", "jose", "cookie-parser"];

const { apply } = Reflect;

function resolveFrom(file: string, specifier: string): string | null {
  try {
    return createRequire(file).resolve(specifier);
  } catch {
    return null;
  }
}

const found = new Map<string, string | null>();

/**
 * The express that files in a folder (absolute) get; null where they have none. The search takes longest where there is
 * none.
 */
function expressIn(folder: string): string | null {
  const known = found.get(folder);
  if (known !== undefined) return known;
  const own = resolveFrom(join(folder, "file.js"), "express");
  found.set(folder, own);
  return own;
}

/**
 * Loads express as a file in a folder would, else the one that the tutor has.
 *
 * @param folder absolute
 * @param fallback a file of the tutor's, absolute
 */
export function findExpress(folder: string, fallback: string): unknown {
  return createRequire(fallback)(expressIn(folder) ?? "express");
}

/**
 * Lets the program's own `require` and `import` find the tutor's copy of each library that the learner has not
 * installed. To be called once, before the program is loaded.
 *
 * @param file the learner's file, absolute
 * @param fallback a file of the tutor's, absolute: from there the tutor's copies are found
 */
export function offerLibraries(file: string, fallback: string): void {
  const isMissing = (name: string) =>
    (name === "express" ? expressIn(dirname(file)) : resolveFrom(file, name)) === null;
  const missing = LIBRARIES.filter(isMissing);
  if (missing.length === 0) return;
  if ("registerHooks" in module && typeof module.registerHooks === "function") {
    module.registerHooks({ resolve: offering(missing, fallback) });
    return;
  }
  offerToRequire(missing, fallback);
  // Before Node 22.15, the hooks for `import` need a thread of their own, so only programs that need them get them.
  if (mayImport(file, missing)) module.register(hooksForImport(missing, fallback));
}

/** The name of the package in a specifier: "jose" in "jose/jwt/sign". */
function packageOf(specifier: string): string {
  return specifier.split("/", 1)[0] ?? "";
}

interface Context {
  conditions: string[];
}

/**
 * A hook of Node >= 22.15, for `require` and `import` alike:
 * https://nodejs.org/api/module.html#moduleregisterhooksoptions
 */
function offering(missing: readonly string[], fallback: string) {
  const parentURL = pathToFileURL(fallback).href;
  return (specifier: string, context: Context, next: (specifier: string, context: Context) => unknown) => {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!missing.includes(packageOf(specifier))) throw error;
      try {
        const asOurs: Context & { parentURL: string } = { ...context, parentURL };
        if (context.conditions.includes("import")) return next(specifier, asOurs);
        // For a `require`, another parentURL would have no effect.
        return next(createRequire(fallback).resolve(specifier), context);
      } catch {
        // Neither copy has such a file, so the learner sees the error about the path that they wrote.
        throw error;
      }
    }
  };
}

/** The hook for `require` before Node 22.15. */
function offerToRequire(missing: readonly string[], fallback: string): void {
  const Module: Record<string, unknown> = Object(module);
  const original = Module["_resolveFilename"];
  if (typeof original !== "function") return;
  Module["_resolveFilename"] = function (this: unknown, request: string, ...rest: unknown[]): unknown {
    try {
      return apply(original, this, [request, ...rest]);
    } catch (error) {
      const ours = missing.includes(packageOf(String(request))) ? resolveFrom(fallback, request) : null;
      if (ours === null) throw error;
      return ours;
    }
  };
}

/**
 * The hooks for `import` before Node 22.15, as the URL of a module:
 * https://nodejs.org/docs/latest-v20.x/api/module.html#resolvespecifier-context-nextresolve
 */
function hooksForImport(missing: readonly string[], fallback: string): string {
  const hooks = `export async function resolve(specifier, context, next) {
    try { return await next(specifier, context) } catch (error) {
      if (!${JSON.stringify(missing)}.includes(specifier.split("/", 1)[0])) throw error;
      try { return await next(specifier, { ...context, parentURL: ${JSON.stringify(pathToFileURL(fallback).href)} }) }
      catch { throw error }
    }
  }`;
  return `data:text/javascript,${encodeURIComponent(hooks)}`;
}

/** Where the learner's program gets express from: its own folder first, else the copy that came with the tutor. */

import { readFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** The specifiers that are answered where the learner has not installed express: what `npm i express` would bring. */
const OFFERED = /^(express|body-parser)(\/|$)/;

const { apply } = Reflect;

function resolveFrom(file: string, specifier: string): string | null {
  try {
    return createRequire(file).resolve(specifier);
  } catch {
    return null;
  }
}

const found = new Map<string, string | null>();

/** The express of the files in a folder (absolute); null where they have none. To look for one that is not there takes longest. */
function expressIn(folder: string): string | null {
  const known = found.get(folder);
  if (known !== undefined) return known;
  const own = resolveFrom(join(folder, "file.js"), "express");
  found.set(folder, own);
  return own;
}

/** Loads express as a file in a folder (absolute) would, else the one that `fallback` (a file of the tutor's) gets. */
export function findExpress(folder: string, fallback: string): unknown {
  return createRequire(fallback)(expressIn(folder) ?? "express");
}

/**
 * Loads express as a file (absolute) would. Where it cannot find one, express is taken from `fallback` (a file of the
 * tutor's), and the program's own `require` and `import` will find that one too.
 */
export function loadExpress(file: string, fallback: string): unknown {
  if (expressIn(dirname(file)) === null) offer(file, fallback);
  return findExpress(dirname(file), fallback);
}

function offer(file: string, fallback: string): void {
  const parent = pathToFileURL(fallback).href;
  if ("registerHooks" in module && typeof module.registerHooks === "function") {
    // Node >= 22.15: one synchronous hook for both require and import.
    module.registerHooks({
      resolve(specifier: string, context: object, next: (specifier: string, context: object) => unknown) {
        try {
          return next(specifier, context);
        } catch (error) {
          const offered = OFFERED.test(specifier) ? resolveFrom(fallback, specifier) : null;
          if (offered === null) throw error;
          // Not by `next` with another parentURL: for a `require` that goes unheeded.
          return { url: pathToFileURL(offered).href, format: "commonjs", shortCircuit: true };
        }
      },
    });
    return;
  }
  const Module: Record<string, unknown> = Object(module);
  const original = Module["_resolveFilename"];
  if (typeof original === "function") {
    Module["_resolveFilename"] = function (this: unknown, request: string, ...rest: unknown[]) {
      try {
        return apply(original, this, [request, ...rest]);
      } catch (error) {
        if (!OFFERED.test(request)) throw error;
        return createRequire(fallback).resolve(request);
      }
    };
  }
  // The hooks of Node 20 cost a thread of their own: only for programs that may import.
  if (!/\bimport\b/.test(readFileSync(file, "utf8"))) return;
  const hooks = `export async function resolve(specifier, context, next) {
    try { return await next(specifier, context) } catch (error) {
      if (!${String(OFFERED)}.test(specifier)) throw error;
      return next(specifier, { ...context, parentURL: ${JSON.stringify(parent)} });
    }
  }`;
  module.register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}

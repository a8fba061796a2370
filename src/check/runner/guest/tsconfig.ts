/**
 * Reads a learner's tsconfig.json, where tsx would run the program differently from tsc. tsx reads only the
 * tsconfig.json of the folder in which it starts. And with commonjs but without esModuleInterop, tsc turns `import * as
 * express from "express"` into `const express = require("express")`
 * (https://www.typescriptlang.org/tsconfig/#esModuleInterop), so that the name can be called. tsx makes an object of
 * it, which cannot be called.
 */

import { existsSync, readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, isAbsolute, join } from "node:path";
import { isLearners } from "./places-in-stacks.ts";

const { apply, get } = Reflect;

interface Options {
  module?: unknown;
  target?: unknown;
  esModuleInterop?: unknown;
  /** Other names for folders and files: "@/*" for "src/*" (https://www.typescriptlang.org/tsconfig/#paths). */
  paths?: unknown;
  /** The folder (absolute) from which these paths start. */
  base?: string;
  /** The folder (absolute) from which names start that are no packages (https://www.typescriptlang.org/tsconfig/#baseUrl). */
  root?: string;
}

/** Reads JSON that may hold comments and commas at the end, as in tsconfig.json. */
function parseLoosely(text: string): unknown {
  const bare = text.replace(
    /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g,
    (_all, string: string) => string ?? "",
  );
  return JSON.parse(
    bare.replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_all, string: string) => string ?? ""),
  );
}

/** The compiler options that a tsconfig (absolute) sets, with those of the file that it extends. */
function optionsIn(path: string, depth = 0): Options {
  const config: unknown = parseLoosely(readFileSync(path, "utf8"));
  const parent: unknown = get(Object(config), "extends");
  const written: object = Object(get(Object(config), "compilerOptions"));
  const baseUrl: unknown = get(written, "baseUrl");
  const folder = dirname(path);
  const root = typeof baseUrl === "string" ? join(folder, baseUrl) : null;
  const own: Options = {
    ...written,
    ...(root !== null && { root }),
    ...("paths" in written && { base: root ?? folder }),
  };
  if (typeof parent !== "string" || depth > 5) return own;
  const base = isAbsolute(parent) || parent.startsWith(".") ? join(dirname(path), parent) : null;
  if (base === null) return own;
  return { ...optionsIn(base.endsWith(".json") ? base : `${base}.json`, depth + 1), ...own };
}

/** The options of the nearest tsconfig.json at or above a folder (absolute); null where none can be read. */
function optionsFor(folder: string): Options | null {
  try {
    return optionsIn(join(folder, "tsconfig.json"));
  } catch (error) {
    const missing = get(Object(error), "code") === "ENOENT";
    const above = dirname(folder);
    return missing && above !== folder ? optionsFor(above) : null;
  }
}

/** Whether `import * as` gives the module itself in the files of a folder. */
function givesTheModule(folder: string): boolean {
  const options = optionsFor(folder);
  if (!options || options.esModuleInterop === true) return false;
  const module = typeof options.module === "string" ? options.module.toLowerCase() : null;
  const target = typeof options.target === "string" ? options.target.toLowerCase() : "es5";
  return module === "commonjs" || (module === null && /^es[35]$/.test(target));
}

/** The files that a specifier may mean by the paths and the baseUrl of a tsconfig: absolute, without an ending where it has none. */
function aliased({ paths, base, root }: Options, specifier: string): string[] {
  const inRoot = root !== undefined && /^[^./]/.test(specifier) ? [join(root, specifier)] : [];
  if (base === undefined || typeof paths !== "object" || paths === null) return inRoot;
  const named = Object.entries(paths).flatMap(([pattern, targets]: [string, unknown]) => {
    const [start = "", end] = pattern.split("*");
    const fits =
      end === undefined ? specifier === pattern : specifier.startsWith(start) && specifier.endsWith(end);
    if (!fits || !Array.isArray(targets)) return [];
    const rest = end === undefined ? "" : specifier.slice(start.length, specifier.length - end.length);
    return targets.flatMap((target) =>
      typeof target === "string" ? join(base, target.replace("*", rest)) : [],
    );
  });
  return [...named, ...inRoot];
}

/** Lets `require` find a file by the paths or the baseUrl of a tsconfig, where nothing else is found. */
function heedPaths(): void {
  const loader: Record<string, unknown> = Object(Module);
  const resolve = loader["_resolveFilename"];
  if (typeof resolve !== "function") return;
  loader["_resolveFilename"] = function (
    this: unknown,
    specifier: unknown,
    parent: unknown,
    ...rest: unknown[]
  ) {
    try {
      return apply(resolve, this, [specifier, parent, ...rest]);
    } catch (error) {
      const from: unknown = get(Object(parent), "filename");
      if (typeof specifier !== "string" || typeof from !== "string" || !isLearners(from)) throw error;
      for (const path of aliased(optionsFor(dirname(from)) ?? {}, specifier)) {
        try {
          return apply(resolve, this, [path, parent, ...rest]);
        } catch {
          // The next one may exist.
        }
      }
      throw error;
    }
  };
}

/** The names that a source gives to whole modules. */
function namespacesIn(text: string): string[] {
  return [...text.matchAll(/^\s*import\s*\*\s*as\s+([\w$]+)\s+from\b/gm)].flatMap(([, name]) => name ?? []);
}

/** The same code without the wrapper around `require`; every column stays where it is. */
function unwrapped(code: string, names: readonly string[]): string {
  return names.reduce((text, name) => {
    const wrapped = new RegExp(
      `(\\b(?:var|let|const|,)\\s*${name.replaceAll("$", "\\$")}\\s*=\\s*)__toESM\\((require\\((?:"[^"]*"|'[^']*')\\))(,\\s*1)?\\)`,
    );
    return text.replace(
      wrapped,
      (_all, before: string, load: string, mode = "") =>
        `${before}       (${load}${" ".repeat(mode.length)})`,
    );
  }, code);
}

/** The nearest tsconfig.json (absolute) at or above a folder; null where there is none. */
function nearestTsconfig(folder: string): string | null {
  const path = join(folder, "tsconfig.json");
  if (existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder ? null : nearestTsconfig(above);
}

/** The tsconfig.json that tsx has read: it looks for it once, when the process starts. */
const read = nearestTsconfig(process.cwd());

/**
 * Lets tsx begin again with the tsconfig.json of the learner's own folder, as for experimentalDecorators. The one it
 * has read counts for the files below that one alone: not for a copy, nor where the tutor was called elsewhere. This
 * reaches files that are loaded with require, as are those of CommonJS; ES modules keep what tsx has read.
 */
function readAgain(file: string): void {
  const own = nearestTsconfig(dirname(file));
  if (own === null || own === read) return;
  const load = createRequire(import.meta.url);
  process.env["TSX_TSCONFIG_PATH"] = own;
  try {
    const register: unknown = get(Object(load("tsx/cjs/api")), "register");
    if (typeof register === "function") register();
  } catch {
    // One that cannot be read is passed over.
  } finally {
    delete process.env["TSX_TSCONFIG_PATH"];
  }
}

/** To be called before the learner's program (absolute) runs. */
export function heedTsconfig(file: string): void {
  readAgain(file);
  heedPaths();
  const prototype: Record<string, unknown> = Object(Module.prototype);
  const compile = prototype["_compile"];
  if (typeof compile !== "function") return;
  const known = new Map<string, boolean>();
  prototype["_compile"] = function (
    this: unknown,
    code: unknown,
    file: unknown,
    ...rest: unknown[]
  ): unknown {
    if (typeof code !== "string" || typeof file !== "string" || !/\.c?ts$/.test(file) || !isLearners(file))
      return apply(compile, this, [code, file, ...rest]);
    const folder = dirname(file);
    const gives = known.get(folder) ?? givesTheModule(folder);
    known.set(folder, gives);
    const names = gives && code.includes("__toESM(") ? namespacesIn(readFileSync(file, "utf8")) : [];
    return apply(compile, this, [unwrapped(code, names), file, ...rest]);
  };
}

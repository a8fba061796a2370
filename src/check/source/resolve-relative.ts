/** Which file a relative path means. It stands apart from the parser, because some rules need only this. */

import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

const EXTENSIONS = ["", ".js", ".ts", ".mjs", ".cjs", ".mts", ".cts", "/index.js", "/index.ts"];

/** Whether a specifier is a path to a file, and not the name of a package. */
export function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || /^\.{1,2}$/.test(specifier);
}

/** The file (absolute) that a relative specifier in another file means; null where there is none, and for a package. */
export function resolveRelative(from: string, specifier: string): string | null {
  if (!isRelative(specifier)) return null;
  const base = resolve(dirname(from), specifier);
  const written = [base, base.replace(/\.([cm]?)js$/, ".$1ts")];
  for (const path of written.flatMap((name) => EXTENSIONS.map((extension) => name + extension))) {
    if (existsSync(path) && statSync(path).isFile()) return path;
  }
  return null;
}

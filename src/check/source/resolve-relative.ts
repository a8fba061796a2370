/** Which file a relative path means. It stands apart from the parser, because some rules need only this. */

import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

const EXTENSIONS = ["", ".js", ".ts", ".mjs", ".cjs", ".mts", ".cts", "/index.js", "/index.ts"];

/** The file (absolute) that a relative specifier in another file means; null where there is none. */
export function resolveRelative(from: string, specifier: string): string | null {
  const base = resolve(dirname(from), specifier);
  const written = [base, base.replace(/\.([cm]?)js$/, ".$1ts")];
  for (const path of written.flatMap((name) => EXTENSIONS.map((extension) => name + extension))) {
    if (existsSync(path) && statSync(path).isFile()) return path;
  }
  return null;
}

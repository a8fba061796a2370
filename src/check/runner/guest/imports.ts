/** Which packages a program may import, by a quick look at its texts. */

import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * How many files of a program are looked at, and how long each may be in bytes. A larger program counts as one that may
 * import everything.
 */
const MOST_FILES = 100;
const MOST_BYTES = 1024 * 1024;

/** A relative path in quotes, which may be another file of the program. */
const RELATIVE = /["'`](\.{1,2}(?:\/[^"'`\n]*)?)["'`]/g;
const ENDINGS = ["", ".js", ".cjs", ".mjs", ".ts", ".cts", ".mts", "/index.js", "/index.ts"];

/** The file (absolute) that a path means, with or without its ending. TypeScript may write ".js" for a ".ts" file. */
function fileAt(path: string): string | null {
  const asTypeScript = path.replace(/\.([cm]?)js$/, ".$1ts");
  const candidates = [...ENDINGS.map((ending) => path + ending), asTypeScript];
  return candidates.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? null;
}

/**
 * Whether a program may import one of some packages; true where that cannot be known. The program's other files are
 * found by the relative paths in its texts.
 *
 * @param entry the program's first file, absolute
 * @param names of packages
 */
export function mayImport(entry: string, names: readonly string[]): boolean {
  const files = new Set([entry]);
  let imports = false;
  let mentions = false;
  try {
    for (const file of files) {
      if (files.size > MOST_FILES || statSync(file).size > MOST_BYTES) return true;
      const text = readFileSync(file, "utf8");
      imports ||= /\bimport\b/.test(text);
      mentions ||= names.some((name) => text.includes(name));
      if (imports && mentions) return true;
      for (const [, path = ""] of text.matchAll(RELATIVE)) {
        const other = fileAt(resolve(dirname(file), path));
        if (other !== null) files.add(other);
      }
    }
    return false;
  } catch {
    return true;
  }
}

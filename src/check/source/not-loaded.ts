/** Finds files that lie beside those of a program, look like a part of it, and are loaded by none of them. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { findInSource, onceForSource } from "./found.ts";
import { parseFile } from "./source.ts";
import type { Source, SourceFile } from "./source.ts";
import { calledName, findAll, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

const CODE = /\.[cm]?[jt]s$/;
/** Folders that hold parts of a program, also where nothing in them is loaded. */
const PARTS = /^(routes?|routers?|controllers?|handlers?|api|src)$/i;
const MOST = 30;
/** In bytes. */
const LARGEST = 100_000;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path: string): SourceFile[] {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= LARGEST ? [parseFile(path, readFileSync(path, "utf8"))] : [];
  } catch {
    return [];
  }
}

/** Whether code is a program of its own: it makes an app, or listens. Other steps of the learner may lie there. */
function isProgram(ast: Node): boolean {
  return findAll(ast, (node) => /^(express|listen|createServer)$/.test(calledName(node) ?? "")).length > 0;
}

/** The files in the folders of a source that none of its files loads, and that are no programs of their own. */
export const filesNotLoaded = onceForSource((source: Source): SourceFile[] => {
  const [main] = source.files;
  if (!main) return [];
  const own = dirname(main.path);
  const ofParts = namesIn(own)
    .filter((name) => PARTS.test(name))
    .map((name) => join(own, name));
  const folders = new Set([...source.files.map(({ path }) => dirname(path)), ...ofParts]);
  const loaded = new Set(source.files.map(({ path }) => path));
  return [...folders]
    .flatMap((folder) => namesIn(folder).map((name) => join(folder, name)))
    .filter((path) => CODE.test(path) && !loaded.has(path))
    .slice(0, MOST)
    .flatMap(read)
    .filter(({ path, ast }) => ast !== null && !isProgram(ast) && !isNamed(source, path));
});

/** Whether a text of the source names a file: it may be loaded by an alias, or by a name that is put together. */
function isNamed(source: Source, path: string): boolean {
  const name = basename(path).replace(CODE, "");
  const own = name === "index" ? basename(dirname(path)) : name;
  const names = (text: string | null) => text !== null && basename(text).replace(CODE, "") === own;
  return findInSource(source, (node) => names(stringOf(node))).length > 0;
}

/** The folder of a learner's program on the disk: which folder that is, and what of it is to be copied. */

import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import type { Dirent, Stats } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";

interface Limit {
  files: number;
  bytes: number;
}

/** A folder that is larger is not copied. */
const MOST: Limit = { files: 5_000, bytes: 50 * 1024 * 1024 };
/** Of a project that is larger, only the folder with all files of the program is copied. */
const SMALL: Limit = { files: 300, bytes: 5 * 1024 * 1024 };
/** How many files of a program are followed to find that folder. */
const MOST_FOLLOWED = 200;
/** How a file names another file of the program that it loads. */
const LOADED = /(?:\bfrom|\bimport|\brequire|\bresolve)\s*\(?\s*["'`](\.{1,2}\/[^"'`]*)["'`]/g;
/** How many of the paths that are left out are told. */
const MOST_LEFT_OUT = 20;

/** Never copied: the history of the code, and the tutor's own files. */
const PRIVATE = [".git", ".refresh-tutor"];
/** Files that Node and tsx also read in the folders above a program. */
const READ_FROM_ABOVE = ["package.json", "tsconfig.json"];

/** `size` in bytes; `mtimeMs`: when it was changed last, in ms since 1970. */
export interface OriginalFile {
  path: string;
  size: number;
  mtimeMs: number;
}

/** All paths are absolute and real. */
export interface Original {
  /** The folder that is copied: the program's project, or a part of it. */
  root: string;
  /** The learner's file, inside the root. */
  entry: string;
  /** Where the program is to run: the root or a folder inside it. */
  workingFolder: string;
  folders: string[];
  files: OriginalFile[];
  /** Symbolic links that lead to a place inside the root. `target`: as the link has it. */
  links: { path: string; target: string }[];
  /** Folders node_modules, inside the root and above it: the copy links to them. */
  modules: string[];
  /**
   * What is in the root and will not be in the copy: links that lead out, unreadable and special files. Relative to the
   * root, at most MOST_LEFT_OUT.
   */
  leftOut: string[];
}

/**
 * Why a program has to run where it lies. "too-large": its folder holds more than 5,000 files or 50 MB. "too-wide": its
 * folder is the home folder, the folder of temporary files, or one above them. "unreadable": its file cannot be read,
 * or lies in a folder that is never copied. "no-room": the copy could not be written.
 */
export interface NotCopied {
  notCopied: "too-large" | "too-wide" | "unreadable" | "no-room";
}

/** What was found below a root. */
type Contents = Omit<Original, "entry" | "workingFolder">;

/** Whether a path is a folder or below it; both absolute. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** A path with long names and without links, to compare it with others: Windows may give ADALOV~1 for a folder. */
function longPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** Whether a folder is, or holds, the home folder or the folder of temporary files. No project is that large. */
function isTooWide(folder: string): boolean {
  const general = [homedir(), tmpdir()];
  return folder === parse(folder).root || general.some((each) => isInside(longPathOf(each), folder));
}

function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
}

/**
 * What a folder's package.json says: it is a project's (it has a name), it only sets the kind of modules, or there is
 * none.
 */
function packageIn(folder: string): "project" | "mark" | null {
  try {
    const data: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof data === "object" && data !== null && "name" in data ? "project" : "mark";
  } catch {
    return null;
  }
}

/**
 * The folder that a program belongs to: the nearest at or above its file with a package.json that has a name; else the
 * nearest with any package.json; else the folder where the tutor was started, if the file lies below it; else the
 * file's own.
 */
function rootOf(entry: string, startedIn: string): string {
  const own = dirname(entry);
  const candidates = foldersAbove(entry).filter((folder) => folder === own || !isTooWide(folder));
  const kinds = candidates.map((folder) => ({ folder, kind: packageIn(folder) }));
  const project = kinds.find(({ kind }) => kind === "project") ?? kinds.find(({ kind }) => kind === "mark");
  if (project) return project.folder;
  return candidates.includes(startedIn) ? startedIn : own;
}

/** The folder that holds a program's file and all files that it loads by relative paths, as far as their texts show. */
function folderOfProgram(entry: string): string {
  let folder = dirname(entry);
  const files = [entry];
  for (const file of files) {
    if (files.length > MOST_FOLLOWED) break;
    for (const specifier of relativeImportsOf(file)) {
      const loaded = resolve(dirname(file), specifier);
      while (!isInside(loaded, folder)) folder = dirname(folder);
      const found = ["", ".js", ".ts", ".mjs", ".cjs", ".mts", ".cts", "/index.js", "/index.ts"]
        .map((end) => loaded + end)
        .find((path) => statOf(path)?.isFile());
      if (found && !files.includes(found)) files.push(found);
    }
  }
  return folder;
}

function relativeImportsOf(file: string): string[] {
  try {
    return [...readFileSync(file, "utf8").matchAll(LOADED)].flatMap(([, specifier]) => specifier ?? []);
  } catch {
    return [];
  }
}

/**
 * What to copy: the whole project where it is small; else the largest folder of it that is small enough; else the
 * folder of the program's files.
 */
function contentsFor(root: string, entry: string): Contents | null {
  const program = folderOfProgram(entry);
  const least = isInside(program, root) ? program : root;
  const between = [least, ...foldersAbove(least)].filter((folder) => isInside(folder, root)).toReversed();
  for (const folder of between) {
    const found = survey(folder, folder === least ? MOST : SMALL);
    if (found) return found;
  }
  return null;
}

function statOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

function fileOf(path: string, { size, mtimeMs }: Stats): OriginalFile {
  return { path, size, mtimeMs };
}

function listOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

/**
 * The target of a link, as the link has it; null where it leads out of the root. A link to nothing is judged by its
 * text.
 */
function targetWithin(link: string, root: string): string | null {
  try {
    const target = readlinkSync(link);
    const lexical = resolve(dirname(link), target);
    let real = lexical;
    try {
      real = realpathSync(link);
    } catch {
      // It leads to nothing, or in a circle.
    }
    return isInside(real, root) && isInside(lexical, root) ? target : null;
  } catch {
    return null;
  }
}

/** Looks at everything below the root; null where that is more than the limit. */
function survey(root: string, limit: Limit): Contents | null {
  const found: Contents = {
    root,
    folders: [root],
    files: [],
    links: [],
    modules: [],
    leftOut: [],
  };
  const leaveOut = (path: string) => {
    if (found.leftOut.length < MOST_LEFT_OUT) found.leftOut.push(relative(root, path));
  };
  let bytes = 0;
  let entries = 0;
  for (const folder of found.folders) {
    const list = listOf(folder);
    if (list === null) leaveOut(folder);
    for (const each of list ?? []) {
      const path = join(folder, each.name);
      if (PRIVATE.includes(each.name)) continue;
      if (each.name === "node_modules") {
        found.modules.push(path);
        continue;
      }
      if (++entries > limit.files) return null;
      if (each.isDirectory()) found.folders.push(path);
      else if (each.isSymbolicLink()) {
        const target = targetWithin(path, root);
        if (target === null) leaveOut(path);
        else found.links.push({ path, target });
      } else {
        const stat = each.isFile() ? statOf(path) : null;
        if (!stat?.isFile()) {
          leaveOut(path);
          continue;
        }
        bytes += stat.size;
        if (bytes > limit.bytes) return null;
        found.files.push(fileOf(path, stat));
      }
    }
  }
  return found;
}

/** Adds the files that Node also reads in the folders above the root. */
function addFromAbove(found: Contents): void {
  for (const folder of foldersAbove(found.root)) {
    const modules = join(folder, "node_modules");
    if (statOf(modules)) found.modules.push(modules);
    for (const name of READ_FROM_ABOVE) {
      const path = join(folder, name);
      const stat = statOf(path);
      if (stat?.isFile()) found.files.push(fileOf(path, stat));
    }
  }
}

/**
 * Looks at the folder that a program belongs to, once for all copies of it. It follows no link, and stops at its limit.
 *
 * @param entry the learner's file: absolute and real
 * @param startedIn the folder where the tutor was started, absolute. The program works in the same folder where that is
 *   inside what is copied; else it works in the root
 */
export function readOriginal(entry: string, startedIn: string): Original | NotCopied {
  const started = longPathOf(startedIn);
  const root = rootOf(entry, started);
  if (isTooWide(root)) return { notCopied: "too-wide" };
  const found = contentsFor(root, entry);
  if (found === null) return { notCopied: "too-large" };
  if (!found.files.some(({ path }) => path === entry)) return { notCopied: "unreadable" };
  addFromAbove(found);
  const workingFolder = found.folders.includes(started) ? started : found.root;
  return { ...found, entry, workingFolder };
}

/** Reads the folder of a submission: which files it holds. It follows no link, and stops at a limit. */

import { lstatSync, readdirSync, realpathSync } from "node:fs";
import type { Dirent } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { isBelow } from "../base/file-names.ts";
import type { HandedInFile, OddEntry, Submission } from "./submission.ts";

/** A larger submission is not copied, and so not graded. */
const MOST_FILES = 5_000;
const MOST_BYTES = 50 * 1024 * 1024;
const DEEPEST = 30;

/** What is never looked at: what others wrote, what a system has left. Node's name for a case-blind disk counts as well. */
const PASSED_OVER =
  /^(?:node_modules|\.git|__macosx|\.ds_store|thumbs\.db|desktop\.ini|\.refresh-tutor|\._.*)$/i;
const PACKED = new Set([".zip", ".gz", ".tgz", ".tar", ".rar", ".7z", ".bz2", ".xz"]);

export function isPassedOver(name: string): boolean {
  return PASSED_OVER.test(name);
}

export function isPacked(name: string): boolean {
  return PACKED.has(extname(name).toLowerCase());
}

/** What is said of an archive: nothing is unpacked here. */
export function packedTrouble(name: string): string {
  return `${name} is packed: unpack it, then grade the folder that comes out.`;
}

type Contents = Pick<Submission, "files" | "odd" | "trouble">;

/** What is told of a whole submission that cannot be read. */
export function unreadable(why: string): Contents {
  return { files: [], odd: [], trouble: { status: "unreadable", why } };
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}

/** The files of a folder (absolute), sorted by name. Never fails. */
export function readFolder(root: string): Contents {
  const files: HandedInFile[] = [];
  const odd: OddEntry[] = [];
  const folders = [root];
  let entries = 0;
  let bytes = 0;
  const tooLarge = unreadable("It holds more than 5,000 files or 50 MB: hand in the program alone.");
  for (const folder of folders) {
    let list: Dirent[];
    try {
      list = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      if (folder === root) return unreadable(`The folder cannot be read (${codeOf(error)}).`);
      odd.push({ name: nameIn(root, folder), is: `cannot be read (${codeOf(error)})` });
      continue;
    }
    for (const entry of list) {
      if (isPassedOver(entry.name)) continue;
      if (++entries > MOST_FILES) return tooLarge;
      const path = join(folder, entry.name);
      const name = nameIn(root, path);
      if (entry.isDirectory()) {
        if (name.split("/").length < DEEPEST) folders.push(path);
        else odd.push({ name, is: "lies too deep in folders" });
      } else if (entry.isFile()) {
        const size = lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
        bytes += size;
        if (bytes > MOST_BYTES) return tooLarge;
        files.push({ path, name, size });
      } else if (entry.isSymbolicLink()) {
        const is = kindOfLink(path, root);
        if (is !== null) odd.push({ name, is });
      } else odd.push({ name, is: "is not a regular file" });
    }
  }
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const found = { files: files.sort(byName), odd: odd.sort(byName) };
  if (files.length > 0 || odd.length > 0) return { ...found, trouble: null };
  return unreadable("The folder is empty.");
}

function nameIn(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}

/** What a link is; null where it leads to something inside of the submission, which is found by its own name. */
function kindOfLink(link: string, root: string): string | null {
  try {
    return isBelow(realpathSync(root), realpathSync(link))
      ? null
      : "is a link that leads out of the submission";
  } catch {
    return "is a link that leads nowhere";
  }
}

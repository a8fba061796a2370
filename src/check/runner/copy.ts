/**
 * A temporary copy of a learner's program. Whatever the program does to its files there, the learner's stay as they
 * are.
 */

import { constants, mkdirSync, symlinkSync } from "node:fs";
import { copyFile, lstat, open, opendir, symlink, utimes } from "node:fs/promises";
import { isAbsolute, join, parse, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { isInside } from "./original.ts";
import type { NotCopied, Original, OriginalFile } from "./original.ts";
import { makeTemporary, removeTemporary, sweepTemporary, temporaryAround } from "./temporary.ts";

/**
 * How much of what the app wrote is read: the entries of its folders, the bytes of one file, the bytes of all files.
 */
const MOST_ENTRIES = 10_000;
const MOST_CONTENT = 1024 * 1024;
const MOST_CONTENTS = 8 * 1024 * 1024;
/** How much the time of a copied file may differ from the original's, in ms: systems round it when it is set. */
const SAME_TIME = 2;

const { COPYFILE_FICLONE, O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** A file that the app has made or changed in its copy. */
export interface WrittenFile {
  /** The path that the file would have without the copy: absolute, in the learner's own folder. */
  path: string;
  /** In bytes. */
  size: number;
  /** When it was last written, in ms since 1970. */
  mtimeMs: number;
  /** Whether it was there when the copy was made. */
  wasThere: boolean;
  /** Its beginning: at most 1 MB of one file, and 8 MB of all files together. */
  content: Buffer;
}

/** A copied program. End the app before you call `remove`. */
export interface ProgramCopy {
  /** The learner's file in the copy, absolute and real. */
  entry: string;
  /** Where the program is to run, absolute and real. */
  workingFolder: string;
  /**
   * What the copy lacks, relative to the program's folder, and at most a few: links that lead out, unreadable and
   * special files.
   */
  leftOut: string[];
  /** The path in the copy for a path of the learner's (absolute). What is not copied keeps its path. */
  inCopy(path: string): string;
  /** Gives each path of the copy the learner's name for it: in a path, a file URL or a whole text. */
  inOriginal(text: string): string;
  /** The files that the app has made or changed since the copy was made, sorted by path. Never fails. */
  written(): Promise<WrittenFile[]>;
  /**
   * Removes the copy. Never fails. Where the tutor ends before that, the copy goes as well: then, or at its next start.
   */
  remove(): Promise<void>;
}

/**
 * A folder in the temporary one that stands for the disk ("/" or "C:\") on which all copied files lie. Without the name
 * of that folder, a path in the copy is the learner's own again; and `..` leads as far up as in the original.
 */
class Disk {
  readonly #original: string;
  readonly #copy: string;
  /** Pairs: what the copy may be called in a text, and what the original is called. */
  readonly #names: (readonly [string, string])[];

  constructor(temporary: string, path: string) {
    this.#original = parse(path).root;
    this.#copy = join(temporary, this.#original.replaceAll(/[\\/:]/g, ""), sep);
    const forms = [
      (disk: string) => pathToFileURL(disk).href,
      (disk: string) => JSON.stringify(disk).slice(1, -1),
      (disk: string) => disk,
      (disk: string) => disk.replaceAll("\\", "/"),
    ];
    this.#names = forms.map((form) => [form(this.#copy), form(this.#original)]);
  }

  /** The folder of the copy, without a separator at its end. */
  get folder(): string {
    return this.#copy.slice(0, -1);
  }

  inCopy(path: string): string {
    return join(this.#copy, relative(this.#original, path));
  }

  inOriginal(text: string): string {
    const named = this.#names.reduce((told, [copy, original]) => told.replaceAll(copy, original), text);
    return named.replaceAll(this.folder, this.#original);
  }
}

/**
 * Whether a file could not be copied because it is unreadable or has just been deleted. Any other failure is thrown.
 */
function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "EACCES" || code === "EPERM" || code === "ENOENT";
}

/** Copies a program into a folder, and returns the paths that could not be read (absolute). */
async function fill(disk: Disk, original: Original): Promise<string[]> {
  const { folders, files, links, modules } = original;
  for (const folder of folders) mkdirSync(disk.inCopy(folder), { recursive: true });
  for (const path of modules) symlinkSync(path, disk.inCopy(path), "junction");
  const unread: string[] = [];
  const attempt = async (path: string, work: (copy: string) => Promise<void>) => {
    try {
      await work(disk.inCopy(path));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      unread.push(path);
    }
  };
  const copyAll = files.map(({ path, mtimeMs }) =>
    attempt(path, async (copy) => {
      await copyFile(path, copy, COPYFILE_FICLONE);
      // With the original's time on it, a file that the app changes can be told by its time.
      await utimes(copy, mtimeMs / 1000, mtimeMs / 1000);
    }),
  );
  const linkAll = links.map(({ path, target }) =>
    attempt(path, (copy) => symlink(isAbsolute(target) ? disk.inCopy(target) : target, copy)),
  );
  // Even if one file fails, all others are waited for: nothing is written any more when this ends.
  const results = await Promise.allSettled([...copyAll, ...linkAll]);
  const failure = results.find(({ status }) => status === "rejected");
  if (failure?.status === "rejected") throw failure.reason;
  return unread;
}

/** The first bytes of a file; null where it cannot be read or is not a file any more. */
async function readStart(path: string, most: number): Promise<Buffer | null> {
  try {
    // Without these flags, opening a pipe would wait for a writer, and a link might lead anywhere.
    const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const { size } = await file.stat();
      const length = Math.min(size, most);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** Every file below a folder, absolute; without links and unreadable folders, and with a limit to their number. */
async function filesBelow(folder: string): Promise<string[]> {
  const folders = [folder];
  const files: string[] = [];
  let entries = 0;
  for (const each of folders) {
    try {
      for await (const entry of await opendir(each)) {
        if (++entries > MOST_ENTRIES) return files;
        if (entry.isDirectory()) folders.push(join(each, entry.name));
        else if (entry.isFile()) files.push(join(each, entry.name));
      }
    } catch {
      // The app may have made the folder unreadable.
    }
  }
  return files;
}

async function findWritten(disk: Disk, original: Original): Promise<WrittenFile[]> {
  const before = new Map<string, OriginalFile>(original.files.map((file) => [file.path, file]));
  const written: WrittenFile[] = [];
  let left = MOST_CONTENTS;
  for (const copy of (await filesBelow(disk.folder)).sort()) {
    const path = disk.inOriginal(copy);
    const old = before.get(path);
    const stat = await lstat(copy).catch(() => null);
    if (!stat?.isFile()) continue;
    const { size, mtimeMs } = stat;
    if (old && old.size === size && Math.abs(old.mtimeMs - mtimeMs) < SAME_TIME) continue;
    const content = (await readStart(copy, Math.min(MOST_CONTENT, left))) ?? Buffer.alloc(0);
    left -= content.length;
    written.push({ path, size, mtimeMs, wasThere: old !== undefined, content });
  }
  return written;
}

/**
 * Copies a program into a temporary folder of its own. Several copies of one original can be made at once.
 *
 * @param original what ./original.ts has found
 * @returns the copy; or why there is none, and then nothing is left of it
 */
export async function copyProgram(original: Original): Promise<ProgramCopy | NotCopied> {
  void sweepTemporary();
  let temporary: string | null = null;
  try {
    // A program that lies in a copy already must find nothing else: so its own copy lies in the same temporary folder.
    temporary = makeTemporary(temporaryAround(original.entry));
    const folder = temporary;
    const disk = new Disk(folder, original.root);
    const unread = await fill(disk, original);
    if (unread.includes(original.entry)) {
      await removeTemporary(folder);
      return { notCopied: "unreadable" };
    }
    return {
      entry: disk.inCopy(original.entry),
      workingFolder: disk.inCopy(original.workingFolder),
      leftOut: [...original.leftOut, ...unread.map((path) => relative(original.root, path))],
      inCopy: (path) => (isInside(path, original.root) ? disk.inCopy(path) : path),
      inOriginal: (text) => disk.inOriginal(text),
      written: () => findWritten(disk, original),
      remove: () => removeTemporary(folder),
    };
  } catch {
    // The disk is full, or nothing may be written there.
    if (temporary !== null) await removeTemporary(temporary);
    return { notCopied: "no-room" };
  }
}

/** Writes files so that after a crash, at any moment, a file is as it was before or as it should be. */

import { constants, copyFileSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exists } from "./write-problem.ts";

/** The names of unfinished files begin with it. They are never in `steps/`, where editors and watchers look. */
export const UNFINISHED = "unfinished-";

/**
 * Makes a file that does not exist yet, whole or not at all.
 *
 * @param path absolute
 * @param text what it is to hold
 * @param scratch an existing folder on the same disk, absolute
 * @returns false where something of that name exists; it is left alone
 * @throws what node:fs throws
 */
export function createFile(path: string, text: string | Uint8Array, scratch: string): boolean {
  const unfinished = join(scratch, `${UNFINISHED}${process.pid}`);
  try {
    writeFileSync(unfinished, text);
    return placeCopy(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Gives a file new content, whole or not at all.
 *
 * @param path absolute; need not exist
 * @param text what it is to hold
 * @param scratch an existing folder on the same disk, absolute
 * @throws what node:fs throws; the file is then as it was
 */
export function replaceFile(path: string, text: string | Uint8Array, scratch: string): void {
  const unfinished = join(scratch, `${UNFINISHED}${process.pid}`);
  try {
    // Flushed before the file gets its name. Else, after a power cut, it might have its name but no content.
    writeFileSync(unfinished, text, { flush: true });
    rename(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Windows refuses to replace a file while another program reads it, so it is tried again there. */
function rename(from: string, to: string, tries = process.platform === "win32" ? 20 : 1): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (tries <= 1) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    rename(from, to, tries - 1);
  }
}

/** Gives a file a second name (both absolute); on a disk without second names, a copy. false where `to` is taken. */
export function placeCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (exists(error)) return false;
  }
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (exists(error)) return false;
    throw error;
  }
}

/** Makes a folder (absolute) and those above it where they are missing. */
export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}

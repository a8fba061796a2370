/** Temporary folders, which are removed when the tutor ends, however it ends. */

import { chmodSync, lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { isAlive } from "../../base/alive.ts";

/** The name of a folder tells which process made it: refresh-tutor-copy-<pid>-<six characters>. */
const NAME = "refresh-tutor-copy-";
/**
 * In ms. A folder that is older was left by a crash, even if its process id is in use: that is another process by now.
 */
const OLD = 24 * 60 * 60 * 1000;
/** Tries again, because a process that was just killed may still be writing. */
const PATIENT = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const;

const living = new Set<string>();
process.on("exit", () => {
  for (const folder of living) removeNow(folder);
});

/** Where temporary folders are made, absolute and real. On Windows, without short names such as "ADALOV~1". */
function place(): string {
  return realpathSync.native(tmpdir());
}

/** What the path of each temporary folder of this process begins with. */
export function temporaryPrefix(): string {
  return join(tmpdir(), `${NAME}${process.pid}-`);
}

/** The temporary folder of this process that holds a path (absolute, real); null: none does. */
export function temporaryAround(path: string): string | null {
  return [...living].find((folder) => path.startsWith(folder + sep)) ?? null;
}

/**
 * Makes an empty folder, absolute and real, that only this user can open.
 *
 * @param inside the folder to make it in; null: the system's folder of temporary files
 */
export function makeTemporary(inside: string | null = null): string {
  const folder = mkdtempSync(join(inside ?? place(), `${NAME}${process.pid}-`));
  living.add(folder);
  return folder;
}

/** Makes folders readable again, because a program may have made them unreadable. */
function unlock(path: string): void {
  try {
    if (!lstatSync(path).isDirectory()) return;
    chmodSync(path, 0o700);
    for (const name of readdirSync(path)) unlock(join(path, name));
  } catch {
    // It is gone, or it is another user's.
  }
}

function removeNow(folder: string): void {
  try {
    rmSync(folder, PATIENT);
  } catch {
    unlock(folder);
    try {
      rmSync(folder, PATIENT);
    } catch {
      // The next start tries again.
      return;
    }
  }
  living.delete(folder);
}

/**
 * Removes a temporary folder. Never fails: what cannot be removed now is tried again when the tutor ends and when it
 * starts.
 */
export async function removeTemporary(folder: string): Promise<void> {
  try {
    await rm(folder, PATIENT);
    living.delete(folder);
  } catch {
    removeNow(folder);
  }
}

async function sweep(): Promise<void> {
  const parent = place();
  for (const name of await readdir(parent)) {
    if (!name.startsWith(NAME)) continue;
    const folder = join(parent, name);
    const pid = Number.parseInt(name.slice(NAME.length), 10);
    if (pid === process.pid) continue;
    const age = await stat(folder).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if ((pid > 0 && !isAlive(pid)) || age > OLD) await removeTemporary(folder);
  }
}

let sweeping: Promise<void> | null = null;

/** Removes what killed processes have left; once in the life of this process. Never fails. */
export function sweepTemporary(): Promise<void> {
  sweeping ??= sweep().catch(() => {});
  return sweeping;
}

/** Lets one process at a time do something. The process that makes the lock file has the lock. */

import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAlive } from "../base/alive.ts";
import { placeCopy, UNFINISHED } from "./write-file.ts";
import { exists, isGone } from "./write-problem.ts";

/** How long a lock may be held, in ms. The work takes a few ms, so an older lock was left by a crash. */
const STALE = 5_000;
/** How long to wait for the lock, in ms. */
const PATIENCE = 15_000;
const NAP = 4;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** The text of a lock file whose process has ended; null where the lock is held, or has just been released. */
function abandoned(lock: string): string | null {
  try {
    const text = readFileSync(lock, "utf8");
    const pid = Number.parseInt(text, 10);
    // If it is empty, the process that made it is about to write, or has died at that moment.
    const gone = pid > 0 && !isAlive(pid);
    return gone || Date.now() - statSync(lock).mtimeMs > STALE ? text : null;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Removes an abandoned lock. If it turns out to be a new lock that was made meanwhile, it is put back. */
function takeAway(lock: string, text: string): void {
  const aside = `${lock}-${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readFileSync(aside, "utf8") !== text) placeCopy(aside, lock);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  rmSync(aside, { force: true });
}

/** Removes from the lock's folder what crashed processes left there. */
function cleanUp(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(UNFINISHED) ? Number.parseInt(name.slice(UNFINISHED.length), 10) : null;
    if (pid !== null && !isAlive(pid)) rmSync(join(folder, name), { force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid} ${process.hrtime.bigint()}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (exists(error)) return false;
    // On a full disk a file can be made, although nothing can be written to it.
    rmSync(lock, { force: true });
    throw error;
  }
}

/**
 * Does something while no other process can do anything under the same lock. A process that dies holding it does not
 * block others.
 *
 * @param lock the lock file, absolute; its folder exists
 * @param work takes some ms at most
 * @returns what `work` returns; null where the lock stayed taken
 * @throws what `work` and node:fs throw
 */
export function whileLocked<Result>(lock: string, work: () => Result): Result | null {
  const end = Date.now() + PATIENCE;
  while (!tryLock(lock)) {
    const text = abandoned(lock);
    if (text !== null) {
      takeAway(lock, text);
      cleanUp(dirname(lock));
    } else if (Date.now() > end) return null;
    else Atomics.wait(sleeper, 0, 0, NAP);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

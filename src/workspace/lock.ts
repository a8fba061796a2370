/** One process at a time: the process that makes the lock file has the lock. */

import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAlive } from "../base/alive.ts";
import { placeCopy, UNFINISHED } from "./write-file.ts";
import { exists, isGone } from "./write-problem.ts";

/** How long a lock may be held, in ms; what it guards takes a few. An older one was left by a crash. */
const STALE = 5_000;
/** How long to wait for the lock, in ms. */
const PATIENCE = 15_000;
const NAP = 4;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** What a lock file says, where the process that made it has ended; null where the lock stands or has just been released. */
function abandoned(lock: string): string | null {
  try {
    const text = readFileSync(lock, "utf8");
    const pid = Number.parseInt(text, 10);
    // Empty: its maker is about to write, or died in that very moment.
    const gone = pid > 0 && !isAlive(pid);
    return gone || Date.now() - statSync(lock).mtimeMs > STALE ? text : null;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Takes an abandoned lock away; gives it back where it turns out to be another one, made in between. */
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

/** Removes what crashed processes left in the lock's folder. */
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
    // A full disk lets a file be made, but nothing be written to it.
    rmSync(lock, { force: true });
    throw error;
  }
}

/**
 * Does something while no other process does anything under the same lock. A process that dies holding it blocks no other.
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

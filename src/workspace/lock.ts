/** Lets one process at a time do something. The process that makes the lock file has the lock. */

import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAlive } from "../base/alive.ts";
import { UNFINISHED } from "./write-file.ts";
import { exists, isGone } from "./write-problem.ts";

/**
 * How long a lock may be held, in ms, by a process that seems to live. The work takes a few ms, but to flush a file a busy
 * disk can take seconds. An older lock is one that a crash left, and another process got the number of the dead one.
 */
const STALE = 60_000;
/** How long a lock file may be empty, in ms: its process is about to write, or has died at that moment. */
const EMPTY = 5_000;
/** How long to wait for the lock, in ms. */
const PATIENCE = 15_000;
const NAP = 4;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** The text of a lock file whose process has ended; null where the lock is held, or has just been released. */
function abandoned(lock: string): string | null {
  try {
    const text = readFileSync(lock, "utf8");
    const pid = Number.parseInt(text, 10);
    const isHeld = pid > 0;
    const age = Date.now() - statSync(lock).mtimeMs;
    return (isHeld && !isAlive(pid)) || age > (isHeld ? STALE : EMPTY) ? text : null;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/**
 * Removes an abandoned lock. Only who holds the lock that is named after its text may do so: else a slow process could
 * remove the next one's lock for it.
 */
function takeAway(lock: string, text: string): void {
  const name = /^\d+ \d+$/u.test(text) ? text.replace(" ", "-") : "unreadable";
  whileLocked(`${lock}-${name}`, () => {
    if (abandoned(lock) === text) rmSync(lock, { force: true });
  });
}

/**
 * Removes what crashed processes left in the folder of a lock: unfinished files, and the locks for taking away this one.
 * Those are all about locks of before, which never come back.
 */
function cleanUp(lock: string): void {
  const folder = dirname(lock);
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(UNFINISHED) ? Number.parseInt(name.slice(UNFINISHED.length), 10) : null;
    const isLeft = pid === null ? name.startsWith(`${basename(lock)}-`) : !isAlive(pid);
    if (isLeft) rmSync(join(folder, name), { force: true });
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
    if (Date.now() > end) return null;
    const text = abandoned(lock);
    if (text === null) Atomics.wait(sleeper, 0, 0, NAP);
    else takeAway(lock, text);
  }
  try {
    cleanUp(lock);
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** What a program in a box may use. Linux only, like the boxes. */

import { lstatSync, opendirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { residentMemory } from "./processes.ts";

/** In bytes, of all processes of a box together. */
const MOST_MEMORY = 1536 * 1024 * 1024;
/** A program has one; TypeScript's loader has another one. */
const MOST_PROCESSES = 24;
/** A submission has 50 MB in 5,000 files at the most, and is copied for some of the worlds it runs in. */
const MOST_BYTES = 384 * 1024 * 1024;
const MOST_ENTRIES = 40_000;
/** st_blocks counts in these, whatever the disk: https://man7.org/linux/man-pages/man3/stat.3type.html */
const BLOCK = 512;

export type BoxLimit = "memory" | "processes" | "disk";

/** The limit that the processes (pids) of a box have passed with their folder (absolute); null: none. */
export function passedLimit(pids: readonly number[], room: string): BoxLimit | null {
  if (pids.length > MOST_PROCESSES) return "processes";
  const memory = pids.reduce((sum, pid) => sum + (residentMemory(pid) ?? 0), 0);
  if (memory > MOST_MEMORY) return "memory";
  return isFull(
    room,
    pids.reduce((sum, pid) => sum + bytesWithoutName(pid), 0),
  )
    ? "disk"
    : null;
}

/** Whether a folder holds too much. `more`: bytes that are to be added to it. */
function isFull(room: string, more: number): boolean {
  const folders = [room];
  let bytes = more;
  let entries = 0;
  for (const folder of folders) {
    try {
      const list = opendirSync(folder);
      try {
        for (let entry = list.readSync(); entry; entry = list.readSync()) {
          if (++entries > MOST_ENTRIES) return true;
          const path = join(folder, entry.name);
          if (entry.isDirectory()) folders.push(path);
          bytes += (lstatSync(path, { throwIfNoEntry: false })?.blocks ?? 0) * BLOCK;
        }
      } finally {
        list.closeSync();
      }
    } catch {
      // It is gone, or the program has made it unreadable.
    }
    if (bytes > MOST_BYTES) return true;
  }
  return false;
}

/** How much a process (its pid) keeps in files that have been deleted and are still open. */
function bytesWithoutName(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).reduce((sum, descriptor) => {
      const stat = statSync(`/proc/${pid}/fd/${descriptor}`, { throwIfNoEntry: false });
      return sum + (stat?.isFile() && stat.nlink === 0 ? stat.blocks * BLOCK : 0);
    }, 0);
  } catch {
    return 0;
  }
}

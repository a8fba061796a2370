/** How much a program in a box may use. Linux only, as boxes are. */

import { lstatSync, opendirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { residentMemory } from "./processes.ts";

/** In bytes, for all processes of a box together. */
const MOST_MEMORY = 1536 * 1024 * 1024;
/** A program is one process; TypeScript's loader adds another. */
const MOST_PROCESSES = 24;
/** In bytes. A submission has at most 50 MB, and is copied for some of the worlds that it runs in. */
const MOST_BYTES = 384 * 1024 * 1024;
const MOST_ENTRIES = 40_000;
/** The unit of st_blocks, whatever the disk: https://man7.org/linux/man-pages/man3/stat.3type.html */
const BLOCK = 512;

export type BoxLimit = "memory" | "processes" | "disk";

/**
 * The limit that a box has passed, judged by its processes and its folder; null: none.
 *
 * @param pids the processes in the box
 * @param room absolute
 */
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

/**
 * Whether a folder holds more than a box may write.
 *
 * @param more bytes to add to what is found
 */
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
      // The folder is gone, or the program has made it unreadable.
    }
    if (bytes > MOST_BYTES) return true;
  }
  return false;
}

/** How many bytes a process keeps in files that were deleted while it had them open. */
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

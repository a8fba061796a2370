/**
 * Ending processes and looking at them: the one place that knows how systems differ.
 *
 * POSIX: the child leads a process group of its own, so one signal ends it and what it started, unless that moved to a
 * group of its own. Linux tells of those who their parent is and, once that has ended, shows their environment: they
 * carry the run's mark.
 * Windows has no groups and no signals: taskkill walks the tree by parent.
 */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { MARK } from "./run-mark.ts";

/** Whether a child should lead a process group of its own. */
export const ownGroup = process.platform !== "win32";

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

/**
 * The children of a process and theirs, wherever they belong by now. Linux: each thread of a process has a list of the
 * children it started, https://docs.kernel.org/filesystems/proc.html#proc-pid-task-tid-children. Elsewhere: none.
 */
function descendants(pid: number): number[] {
  if (process.platform !== "linux") return [];
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, "latin1").split(" ");
      return children.filter(Boolean).flatMap((child) => [Number(child), ...descendants(Number(child))]);
    });
  } catch {
    // It has ended, or the kernel was built without the list.
    return [];
  }
}

/** The processes in a box, the program first; `pid`: what made the box. That has one child, the box's first process. */
export function processesInBox(pid: number): number[] {
  return descendants(pid).slice(1);
}

/** Kills a child (its pid) and its descendants at once; a signal that can be ignored is never used. */
export function killTree(pid: number): void {
  if (process.platform === "win32") {
    try {
      execFileSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    } catch {
      // It is gone already.
    }
    return;
  }
  const below = descendants(pid);
  killQuietly(-pid);
  killQuietly(pid);
  below.forEach(killQuietly);
}

/** The processes (pids) that carry a run's mark. Linux only: elsewhere nothing shows it. */
function marked(mark: string): number[] {
  if (process.platform !== "linux") return [];
  const wanted = `${MARK}=${mark}\0`;
  return readdirSync("/proc").flatMap((entry) => {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    try {
      return readFileSync(`/proc/${pid}/environ`, "latin1").includes(wanted) ? [pid] : [];
    } catch {
      // Another user's process, or one that has just ended.
      return [];
    }
  });
}

/** Looking again finds what was being started during the last look; a program that starts without end is cut off. */
const MOST_LOOKS = 20;

/** Kills whatever carries a run's mark and has left the child's group. */
export function killMarked(mark: string): void {
  for (let look = 0; look < MOST_LOOKS; look++) {
    const pids = marked(mark);
    if (pids.length === 0) return;
    pids.forEach(killQuietly);
  }
}

/**
 * How long a process (its main thread) has been ready to run without getting a processor, in ms; null where the system
 * does not tell. On a machine that is busy with others it tells a program that is slow from one that has not had its turn.
 * Linux: https://docs.kernel.org/scheduler/sched-stats.html, /proc/<pid>/schedstat, the second number, in ns.
 */
export function waitedForProcessor(pid: number): number | null {
  if (process.platform !== "linux") return null;
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "latin1").split(" ")[1]) / 1e6;
  } catch {
    return null;
  }
}

/** The resident memory of a process in bytes, or null where the system does not show it cheaply. */
export function residentMemory(pid: number): number | null {
  if (process.platform !== "linux") return null;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]);
    return pages * 4096;
  } catch {
    return null;
  }
}

/**
 * Stops a process (its pid) where it is, or lets it go on. Nothing where the system has no such signals, as Windows, or
 * where the process is gone.
 */
export function pause(pid: number, paused: boolean): void {
  if (process.platform === "win32") return;
  try {
    process.kill(pid, paused ? "SIGSTOP" : "SIGCONT");
  } catch {
    // It is gone already.
  }
}

/**
 * Ending processes and looking at them: the one place that knows how systems differ.
 *
 * POSIX: the child leads a process group of its own, so one signal ends it and what it started, unless that moved to a
 * group of its own; those carry the run's mark in their environment, which Linux shows in /proc.
 * Windows has no groups and no signals: taskkill walks the tree by parent.
 */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The environment variable that marks a run's processes. */
export const MARK = "REFRESH_TUTOR_RUN";

/** Whether a child should lead a process group of its own. */
export const ownGroup = process.platform !== "win32";

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
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
  killQuietly(-pid);
  killQuietly(pid);
}

/** Kills whatever carries a run's mark and has left the child's group. Linux only: elsewhere nothing shows it. */
export function killMarked(mark: string): void {
  if (process.platform !== "linux") return;
  const wanted = `${MARK}=${mark}\0`;
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      if (readFileSync(`/proc/${pid}/environ`, "latin1").includes(wanted)) killQuietly(pid);
    } catch {
      // Another user's process, or one that has just ended.
    }
  }
}

/**
 * The processor time that a process has used so far, in ms, or null where the system does not show it cheaply. On a
 * machine that is busy with others it tells a program that is stuck from one that has not had its turn.
 */
export function processorTime(pid: number): number | null {
  if (process.platform !== "linux") return null;
  try {
    // After the name, which may hold anything: state is the first field, utime and stime the 12th and 13th, in 1/100 s.
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
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

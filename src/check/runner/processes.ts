/**
 * Ends processes and looks at them. Only this file knows how systems differ.
 *
 * POSIX: the child leads a process group of its own. One signal ends the child and what it started, unless a process
 * moved to another group. On Linux such a process is found by its parent or, once the parent has ended, by the run's
 * mark in its environment.
 * Windows has no groups and no signals: taskkill goes from parent to children.
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
 * The children of a process and their children, whichever group they belong to by now. On Linux, each thread of a
 * process has a list of the children that it started,
 * https://docs.kernel.org/filesystems/proc.html#proc-pid-task-tid-children. On other systems: none.
 */
function descendants(pid: number): number[] {
  if (process.platform !== "linux") return [];
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, "latin1").split(" ");
      return children.filter(Boolean).flatMap((child) => [Number(child), ...descendants(Number(child))]);
    });
  } catch {
    // The process has ended, or the kernel was built without this list.
    return [];
  }
}

/**
 * The processes in a box, the program first. What makes the box has one child, which is the first process in the box.
 *
 * @param pid of what makes the box
 */
export function processesInBox(pid: number): number[] {
  return descendants(pid).slice(1);
}

/** Kills a child (by its pid) and its descendants at once, by a signal that cannot be ignored. */
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

/** The processes (pids) that carry a run's mark. Only Linux shows it; elsewhere: none. */
function marked(mark: string): number[] {
  if (process.platform !== "linux") return [];
  const wanted = `${MARK}=${mark}\0`;
  return readdirSync("/proc").flatMap((entry) => {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    try {
      return readFileSync(`/proc/${pid}/environ`, "latin1").includes(wanted) ? [pid] : [];
    } catch {
      // It is another user's process, or has just ended.
      return [];
    }
  });
}

/**
 * A further look finds the processes that were just starting at the last one. A program that starts processes without
 * end is not chased for ever.
 */
const MOST_LOOKS = 20;

/** Kills all processes that carry a run's mark but have left the child's group. */
export function killMarked(mark: string): void {
  for (let look = 0; look < MOST_LOOKS; look++) {
    const pids = marked(mark);
    if (pids.length === 0) return;
    pids.forEach(killQuietly);
  }
}

/** How long a thread has been ready to run without getting a processor, in ns; 0 where it has just ended. */
function waitOfThread(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "latin1").split(" ")[1]);
  } catch {
    return 0;
  }
}

/**
 * How long the threads of a process have been ready to run without getting a processor, in ms, all together: a hash or a
 * file may be worked on in a thread of Node's own. It tells a slow program from one that had to wait on a busy machine.
 * null where the system does not tell. Linux: https://docs.kernel.org/scheduler/sched-stats.html,
 * /proc/<pid>/task/<thread>/schedstat, the second number, in ns.
 */
export function waitedForProcessor(pid: number): number | null {
  if (process.platform !== "linux") return null;
  try {
    const waits = readdirSync(`/proc/${pid}/task`).map((thread) => waitOfThread(pid, thread));
    return waits.reduce((sum, one) => sum + one, 0) / 1e6;
  } catch {
    return null;
  }
}

/**
 * Whether a process sleeps at this moment, and how much processor time all its threads have used so far, in ticks of
 * the system; null where it does not tell, or the process is gone. Linux:
 * https://docs.kernel.org/filesystems/proc.html#id10, /proc/<pid>/stat.
 */
export function activityOf(pid: number): { sleeps: boolean; used: number } | null {
  if (process.platform !== "linux") return null;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name before it may hold anything.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { sleeps: fields[0] === "S", used: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}

/** The resident memory of a process in bytes; null where it takes long to find out. */
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
 * Stops a process (by its pid) where it is, or lets it go on. Does nothing where the system has no such signals, as
 * Windows, or where the process is gone.
 */
export function pause(pid: number, paused: boolean): void {
  if (process.platform === "win32") return;
  try {
    process.kill(pid, paused ? "SIGSTOP" : "SIGCONT");
  } catch {
    // It is gone already.
  }
}

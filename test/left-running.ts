/** Looks for processes that a program has started: they inherit its environment, and Linux shows that. */

import { readdirSync, readFileSync } from "node:fs";
import { PATIENCE } from "./patience.ts";

/** How often it is looked for, in ms. */
const LOOK = 50;

/** The processes (pids) that carry a mark, `NAME=value`, in the environment that they were started with. */
export function marked(mark: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((entry) => {
    try {
      const pid = Number(entry);
      const environment = Number.isInteger(pid) ? readFileSync(`/proc/${pid}/environ`, "latin1") : "";
      return environment.split("\0").includes(mark) ? [pid] : [];
    } catch {
      // It has ended in this moment, or is somebody else's.
      return [];
    }
  });
}

/** Waits until no process carries a mark; gives back the command lines of those that stay. */
export async function leftRunning(mark: string): Promise<string[]> {
  for (const end = performance.now() + PATIENCE; performance.now() < end;) {
    if (marked(mark).length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  return marked(mark).map(
    (pid) => `${pid} ${readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ")}`,
  );
}

/** Looks for processes that a program has started: they inherit its environment, and Linux shows that. */

import { readdirSync, readFileSync } from "node:fs";

/** The variable by which a test's processes are known. */
export const MARK = "REFRESH_TUTOR_TEST";

/** The command lines of the running processes that carry a mark. */
export function running(mark: string): string[] {
  return readdirSync("/proc").flatMap((entry) => {
    try {
      if (
        !/^\d+$/.test(entry) ||
        !readFileSync(`/proc/${entry}/environ`, "latin1").includes(`${MARK}=${mark}\0`)
      ) {
        return [];
      }
      return [readFileSync(`/proc/${entry}/cmdline`, "latin1").replaceAll("\0", " ")];
    } catch {
      // It has ended in this moment, or is somebody else's.
      return [];
    }
  });
}

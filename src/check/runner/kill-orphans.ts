/**
 * Sees to it that nothing outlives the tutor, however it ends. A program that waits notices by itself that its channel
 * is closed; one that is caught in a loop cannot, and SIGKILL leaves the tutor no time to end it.
 *
 * A shell waits for the end of a pipe that only the tutor holds. Then it kills whatever carries the tutor's mark in its
 * environment, and removes the tutor's temporary folders: it costs 2 ms beside the start of a child. (A limit on processor
 * time by `ulimit -t` costs 1 ms, but would end an app that is served for hours, and let a loop run on for as long as a
 * check may last.) Linux only: macOS shows no environments, and on Windows the system ends children with their parent.
 */

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import { killTree } from "./processes.ts";
import { temporaryPrefix } from "./temporary.ts";

/**
 * $1: what to look for in the environments. Twice: something may be starting a process just then. $2: what the paths of the
 * tutor's temporary folders begin with.
 */
const SCRIPT = `
cat >/dev/null
for round in 1 2; do
  for found in $(grep -ls "$1" /proc/[0-9]*/environ); do
    pid=\${found#/proc/}
    kill -9 "\${pid%/environ}"
  done
done 2>/dev/null
rm -rf -- "$2"* 2>/dev/null
`;

let watcher: ChildProcess | null = null;

/** Starts watching, once. `mark`: "NAME=value", or the beginning of one, of letters, digits and "_". */
export function watchOver(mark: string): void {
  if (watcher || process.platform !== "linux") return;
  watcher = spawn("/bin/sh", ["-c", SCRIPT, "sh", mark, temporaryPrefix()], {
    stdio: ["pipe", "ignore", "ignore"],
    // The tutor's own environment may carry marks of somebody else's. In a group of its own it outlives the tutor's.
    env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin" },
    cwd: "/",
    detached: true,
  });
  watcher.on("error", () => {});
  watcher.unref();
  const { stdin, pid } = watcher;
  stdin?.on("error", () => {});
  if (stdin instanceof Socket) stdin.unref();
  process.on("exit", () => {
    if (pid !== undefined) killTree(pid);
  });
}

/**
 * Makes sure that no program outlives the tutor, however the tutor ends. A program that only waits notices that its
 * channel has closed, and ends. One that is in an endless loop cannot notice it; and a tutor that is killed by SIGKILL
 * has no time to end the program.
 *
 * So a shell waits for the end of a pipe that only the tutor holds. Then it kills every process that carries the tutor's
 * mark in its environment, and removes the tutor's temporary folders. It adds 2 ms to the start of a child. (`ulimit -t`,
 * a limit to processor time, would add 1 ms. But it would end an app that is served for hours, and let an endless loop
 * run on for as long as a check may take.) Linux only: macOS shows no environments, and on Windows the system ends
 * children with their parent.
 */

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import { killTree } from "./processes.ts";
import { temporaryPrefix } from "./temporary.ts";

/**
 * $1: what to look for in the environments. $2: the beginning of the paths of the tutor's temporary folders. It is done
 * twice, because a process may start another one in that moment; and a third time later, because the system shows no
 * environment of a process while it is just being started.
 */
const SCRIPT = `
end() {
  for found in $(grep -ls "$1" /proc/[0-9]*/environ); do
    pid=\${found#/proc/}
    kill -9 "\${pid%/environ}"
  done
  rm -rf -- "$2"*
}
cat >/dev/null
exec 2>/dev/null
end "$1" "$2"
end "$1" "$2"
sleep 1
end "$1" "$2"
`;

let watcher: ChildProcess | null = null;

/**
 * Starts the shell that watches, once.
 *
 * @param mark "NAME=value" or the beginning of it; only letters, digits and "_"
 */
export function watchOver(mark: string): void {
  if (watcher || process.platform !== "linux") return;
  watcher = spawn("/bin/sh", ["-c", SCRIPT, "sh", mark, temporaryPrefix()], {
    stdio: ["pipe", "ignore", "ignore"],
    // The tutor's own environment may carry the mark of another tutor. A group of its own lets the shell outlive the
    // tutor.
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

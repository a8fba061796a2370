/** Runs the built program as a user would, in a process and a folder of its own, and looks at what it leaves behind. */

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shipped } from "../../src/base/package.ts";
import { leftRunning, marked } from "../left-running.ts";

/** The Node that runs the built program: this one, unless the environment names another. */
export const node = process.env["NODE_BINARY"] ?? process.execPath;
export const bin = shipped("bin", "refresh-tutor.js");
export const programs = shipped("test", "hostile", "programs");

/** Marks everything that a run starts, whatever became of its parent. */
const TRACE = "HOSTILE_TEST_RUN";

/** More than any verdict needs, in characters: what a program prints or answers is never passed on whole. */
export const MOST_PRINTED = 1_500_000;

/** The folders of one run, absolute: all of them are gone when the test is over. */
export interface Place {
  /** Where the learner's files lie. */
  folder: string;
  home: string;
  temporary: string;
  /** Has something done when the test is over. */
  atEnd: AtEnd;
}

/** A test's own onTestFinished: the global one does not know which of several concurrent tests is meant. */
type AtEnd = (work: () => void) => void;

export interface Run {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

/** A place with a copy of the hostile programs' folder `of` (relative), or an empty one. */
export function place({ onTestFinished }: { onTestFinished: AtEnd }, of?: string): Place {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-hostile-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const [folder, home, temporary] = [join(root, "files"), join(root, "home"), join(root, "tmp")];
  for (const path of [folder, home, temporary]) mkdirSync(path);
  if (of !== undefined) {
    cpSync(join(programs, "right.js"), join(folder, "right.js"));
    // Right apps of part two, for the same purpose.
    cpSync(shipped("solutions"), join(folder, "solutions"), { recursive: true });
    cpSync(join(programs, of), join(folder, of), { recursive: true });
  }
  symlinkSync(shipped("node_modules"), join(root, "node_modules"), "dir");
  return { folder, home, temporary, atEnd: onTestFinished };
}

/** Every file below a folder, relative to it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

/** The addresses that a process (its pid) listens on: https://docs.kernel.org/networking/proc_net_tcp.html */
function addressesOf(pid: number): string[] {
  const inodes = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
    } catch {
      return [];
    }
  });
  return ["tcp", "tcp6"].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, "utf8")
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === "0A" && inodes.includes(fields[9] ?? ""))
      .map((fields) => {
        const [host = "", port = ""] = (fields[1] ?? "").split(":");
        const address = (host.match(/../g) ?? []).toReversed().map((byte) => Number.parseInt(byte, 16));
        return `${address.join(".")}:${Number.parseInt(port, 16)}`;
      }),
  );
}

/** Starts the program. `left` waits for what it started to be gone and returns who is still there, in words. */
export function begin(words: readonly string[], where: Place, env: NodeJS.ProcessEnv = {}) {
  const mark = `${TRACE}=${randomBytes(8).toString("hex")}`;
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
  const child = spawn(node, [bin, ...words], {
    cwd: where.folder,
    env: {
      ...rest,
      HOME: where.home,
      TMPDIR: where.temporary,
      ...env,
      [TRACE]: mark.slice(TRACE.length + 1),
    },
    stdio: "pipe",
    detached: true,
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += stdout.length < 1e8 ? text : ""));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += stderr.length < 1e8 ? text : ""));
  child.stdin.on("error", () => {});
  const ended = new Promise<Run>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  /** The addresses ("127.0.0.1:40000") that the processes of this run listen on. Linux only. */
  const listening = (): string[] => marked(mark).flatMap(addressesOf);
  const left = () => leftRunning(mark);
  where.atEnd(() => {
    child.kill("SIGKILL");
    for (const pid of marked(mark)) process.kill(pid, "SIGKILL");
  });
  return { child, ended, left, listening };
}

/** Runs the program to its end with nothing on standard input. */
export async function run(
  words: readonly string[],
  where: Place,
  env: NodeJS.ProcessEnv = {},
): Promise<Run & { left: string[] }> {
  const { child, ended, left } = begin(words, where, env);
  child.stdin.end();
  const result = await ended;
  return { ...result, left: await left() };
}

/** Characters that a terminal would obey: C0 but line feed and tab, DEL, C1, and those that turn the line around. */
export const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

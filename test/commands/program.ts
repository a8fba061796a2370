/** Runs the built program as a user does, in folders that are gone afterwards. */

import { spawn } from "node:child_process";
import type { SpawnOptions } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { shipped } from "../../src/base/package.ts";

export const bin = shipped("bin", "refresh-tutor.js");

/** An empty folder outside of the repository, absolute; removed when the test is over. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-test-")));
  // Somebody else, as whom a test may run the program, has to get in.
  chmodSync(folder, 0o777);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export interface Ended {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

/** The variables that would change what is printed, unset. */
const plainEnv = { NO_COLOR: undefined, FORCE_COLOR: undefined, npm_command: undefined, CI: undefined };

/** Starts the program; `ended` is settled when it has ended and everything that it printed was read. */
export function begin(words: readonly string[], options: SpawnOptions = {}) {
  const env = { ...process.env, ...plainEnv, LC_ALL: "C.UTF-8", ...options.env };
  const child = spawn(process.execPath, [bin, ...words], { stdio: "pipe", ...options, env });
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, ended };
}

/** Runs the program to its end, without a terminal and with nothing on standard input. */
export function run(words: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  const { child, ended } = begin(words, options);
  child.stdin?.end();
  return ended;
}

/** A folder with a fresh workspace in it. `root`: the workspace. */
export async function freshWorkspace(...words: string[]) {
  const folder = emptyFolder();
  await run(["start", ...words], { cwd: folder });
  const root = join(folder, "refresh-tutor");
  return {
    folder,
    root,
    /** Writes one of the learner's files. */
    write: (name: string, text: string) => writeFileSync(join(root, "steps", name), text),
    read: (...path: string[]) => readFileSync(join(root, ...path), "utf8"),
    progress: () => JSON.parse(readFileSync(join(root, ".refresh-tutor", "progress.json"), "utf8")),
    run: (...some: string[]) => run(some, { cwd: root }),
  };
}

/** The reference solution of a step: "1-login.js". */
export function solution(name: string): string {
  return readFileSync(shipped("solutions", name), "utf8");
}

/** Runs the built program as a user does, in folders that are gone afterwards. */

import { spawn } from "node:child_process";
import type { SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
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

/** Without the variables that would change what is printed. */
const ownEnv = {
  ...process.env,
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  npm_command: undefined,
  CI: undefined,
  LC_ALL: "C.UTF-8",
};

/** Starts the program; `ended` is settled when it has ended and everything that it printed was read. */
export function begin(words: readonly string[], options: SpawnOptions = {}) {
  const env = { ...ownEnv, ...options.env };
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

/** The workspaces that a test file has made, by the words for each: they are copied for its tests, which is quicker. */
const made = new Map<string, Promise<string>>();

async function makeWorkspace(words: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "refresh-tutor-made-"));
  const child = spawn(process.execPath, [bin, "start", ...words], {
    cwd: folder,
    env: ownEnv,
    stdio: "ignore",
  });
  await once(child, "exit");
  return folder;
}

afterAll(async () => {
  for (const folder of await Promise.all(made.values())) rmSync(folder, { recursive: true, force: true });
});

/** A folder with a fresh workspace in it, as `start` makes it. `root`: the workspace. */
export async function freshWorkspace(...words: string[]) {
  const known = made.get(words.join(" ")) ?? makeWorkspace(words);
  made.set(words.join(" "), known);
  const folder = emptyFolder();
  cpSync(await known, folder, { recursive: true, preserveTimestamps: true });
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

/** What a command works with, and what it returns. */

import { isAbsolute, resolve } from "node:path";
import { problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { LearnerConsole } from "../drawing/learner-console.ts";

/** The learner's console, and the folder where the learner is. */
export interface Context extends LearnerConsole {
  /** The folder where the learner is, absolute; null where it has been deleted. */
  cwd: string | null;
  /** `--dir` as it was typed. */
  dir: string | null;
}

/** "falls-short": the app was checked and does not pass. "interrupted": by the learner or a signal. */
export type Outcome = Problem | "done" | "falls-short" | "interrupted";

/** Makes a path that was typed absolute. */
export function fromHere(context: Context, path: string): string | Problem {
  if (context.cwd !== null) return resolve(context.cwd, path);
  if (isAbsolute(path)) return resolve(path);
  return problem(
    "folder-gone",
    "The folder you stand in no longer exists.",
    "cd to another folder and try again.",
  );
}

/**
 * Characters that change what a terminal shows, although JSON may hold them: DEL and C1, line separators, and
 * characters that change the direction of a line.
 */
const OBEYED = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Prints one document on standard output, for programs to read. It cannot change what a terminal shows. */
export function printJson(context: Context, document: unknown): void {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  context.print(JSON.stringify(document, null, 2).replace(OBEYED, escaped));
}

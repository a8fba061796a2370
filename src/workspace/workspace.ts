/** Opens and makes a learner's workspace. Its progress is read and changed only here. */

import { readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { Step } from "../check/step.ts";
import { stepsOf } from "../course/course.ts";
import type { Course, Language } from "../course/course.ts";
import { findWorkspace, noWorkspace, ownFolder } from "./find-workspace.ts";
import { whileLocked } from "./lock.ts";
import { afterReset, newProgress, readProgress, writeProgress } from "./progress.ts";
import type { Progress } from "./progress.ts";
import { beginStep, languageOf, learnerFile, putAside } from "./step-files.ts";
import { replaceFile } from "./write-file.ts";
import { isGone, writeProblem } from "./write-problem.ts";

export interface Workspace {
  /** Absolute, without symbolic links. */
  root: string;
  progress: Progress;
  /** What the learner has to know about it; null: nothing. */
  notice: string | null;
}

/** @param root a workspace, absolute; so is the result */
export const progressFile = (root: string) => join(ownFolder(root), "progress.json");
const lockFile = (root: string) => join(ownFolder(root), "progress.lock");

/**
 * A new progress, made from the learner's files: it is at the last step that has a file.
 *
 * @param root absolute
 * @param language the one to take where there is no file
 */
export function progressByFiles(root: string, course: Course, language: Language): Progress {
  const begun = stepsOf(course, "all").findLast((step) => learnerFile(root, step) !== null);
  const [first] = course.steps;
  if (!first) throw new Error("a course without steps");
  const file = begun ? learnerFile(root, begun) : null;
  return newProgress(file === null ? language : languageOf(file), begun ?? first);
}

/** The progress in the file; null where there is no file. */
function readFile(root: string): ReturnType<typeof readProgress> | null {
  try {
    return readProgress(readFileSync(progressFile(root), "utf8"));
  } catch (error) {
    if (isGone(error)) return null;
    // A folder of that name is treated like a broken file.
    if (error instanceof Error && "code" in error && error.code === "EISDIR") return "broken";
    throw error;
  }
}

function newer(): Problem {
  return problem(
    "progress-newer",
    "Your progress was written by a newer refresh-tutor, and this one leaves it alone.",
    "npx refresh-tutor@latest status",
  );
}

/** Keeps a broken progress file under a free name, if it is still broken once the lock is held. Returns the notice. */
function keepBroken(root: string): string {
  const taken = readdirSync(ownFolder(root));
  let count = 1;
  while (taken.includes(`progress.broken-${count}.json`)) count += 1;
  const name = `progress.broken-${count}.json`;
  renameSync(progressFile(root), join(ownFolder(root), name));
  return `The progress file could not be read. It is kept as .refresh-tutor/${name}; your files are untouched. To have your passed steps counted again: ${typed("check --all")}`;
}

/** The workspace without a progress file that can be read. */
function withoutFile(root: string, course: Course, notice: string | null): Workspace {
  return { root, progress: progressByFiles(root, course, "js"), notice };
}

/**
 * Opens a workspace. A progress file that cannot be read is kept under another name, and `notice` says so.
 *
 * @param root of `findWorkspace`
 */
export function openWorkspace(root: string, course: Course): Workspace | Problem {
  try {
    const progress = readFile(root);
    if (progress === null) return withoutFile(root, course, null);
    if (progress === "newer") return newer();
    if (progress !== "broken") return { root, progress, notice: null };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    if (code === null) throw error;
    return problem(
      "progress-unreadable",
      `${progressFile(root)} may not be read (${code}).`,
      typed("doctor"),
    );
  }
  try {
    const notice = whileLocked(lockFile(root), () => (readFile(root) === "broken" ? keepBroken(root) : null));
    if (notice === null) return openWorkspace(root, course);
    return withoutFile(root, course, notice);
  } catch (error) {
    // The broken file cannot be moved. It stays, and nothing will be written over it.
    const { message } = writeProblem(error, ownFolder(root));
    return withoutFile(root, course, `The progress file could not be read. ${message}`);
  }
}

/**
 * Opens the workspace that belongs to the folder where a learner is.
 *
 * @param folder absolute
 */
export function openWorkspaceFrom(folder: string, course: Course): Workspace | Problem {
  const root = findWorkspace(folder);
  return root === null ? noWorkspace(folder) : openWorkspace(root, course);
}

/** Does something under the workspace's lock. Where the file system refuses, the result is a problem. */
function tryUnderLock<Result>(root: string, work: () => Result | Problem): Result | Problem {
  try {
    const result = whileLocked(lockFile(root), work);
    return (
      result ?? problem("busy", `Another process keeps ${lockFile(root)}.`, "Delete that file and try again.")
    );
  } catch (error) {
    return writeProblem(error, ownFolder(root));
  }
}

/** The progress with what other processes have written meanwhile. To be called under the lock. */
function readLatest({ root, progress }: Workspace): Progress | Problem {
  const now = readFile(root);
  if (now === "newer") return newer();
  if (now === "broken") keepBroken(root);
  return now === null || now === "broken" ? progress : now;
}

/**
 * Changes the progress and writes it.
 *
 * @param change from the progress as it is in the file now, which may be newer than `workspace.progress`; pure
 * @returns the workspace with the progress as it was written
 */
export function changeProgress(
  workspace: Workspace,
  change: (progress: Progress) => Progress,
): Workspace | Problem {
  const { root } = workspace;
  return tryUnderLock(root, () => {
    const before = readLatest(workspace);
    if (isProblem(before)) return before;
    const progress = change(before);
    replaceFile(progressFile(root), writeProgress(progress), ownFolder(root));
    return { ...workspace, progress };
  });
}

/**
 * Puts a step's starter back, in the language of the file that was there. The learner's files of the step, and with
 * `rest` those of the steps after it, become backups.
 *
 * @returns the new file and the backups, absolute
 */
export function resetStep(
  workspace: Workspace,
  step: Step,
  rest: readonly Step[],
): { file: string; backups: string[]; workspace: Workspace } | Problem {
  const { root } = workspace;
  return tryUnderLock(root, () => {
    const before = readLatest(workspace);
    if (isProblem(before)) return before;
    const old = learnerFile(root, step);
    const language = old === null ? before.language : languageOf(old);
    const backups = [step, ...rest].flatMap((each) => putAside(root, each));
    const file = beginStep(root, step, language);
    const progress = [...rest, step].reduce(afterReset, before);
    replaceFile(progressFile(root), writeProgress(progress), ownFolder(root));
    return { file, backups, workspace: { ...workspace, progress } };
  });
}

/** Whether the workspace can be written to. */
export function tryWriting(root: string): "written" | Problem {
  return tryUnderLock(root, () => "written" as const);
}

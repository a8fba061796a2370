/** The learner's files: which one is a step's, and how the next one comes to be. */

import { existsSync, readFileSync, renameSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { slugOf, textOf } from "../course/course.ts";
import type { Language } from "../course/course.ts";
import type { Step } from "../course/step.ts";
import { ownFolder, stepsFolder } from "./find.ts";
import { createFile, makeFolder } from "./write.ts";

/** What a learner's file may end with. */
export const EXTENSIONS = [".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"] as const;

export function languageOf(file: string): Language {
  return /^\.[cm]?ts$/.test(extname(file)) ? "ts" : "js";
}

/** Every file that could be a step's, absolute, the one saved last first. */
function candidates(root: string, step: Step): string[] {
  return EXTENSIONS.map((extension) => join(stepsFolder(root), slugOf(step) + extension))
    .flatMap((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat ? [{ file, savedAt: stat.mtimeMs }] : [];
    })
    .sort((a, b) => b.savedAt - a.savedAt)
    .map(({ file }) => file);
}

/**
 * The learner's file of a step: `steps/3-token` with any of the six extensions; of several, the one saved last.
 *
 * @param root the workspace, absolute
 * @returns absolute; null where there is none
 */
export function learnerFile(root: string, step: Step): string | null {
  return candidates(root, step)[0] ?? null;
}

/** A text as a comment at the end of a learner's code: `// ` before each line, in the line ends of that code. */
function asComment(task: string, lineEnd: string): string {
  const lines = task.trim().split(/\r?\n/);
  return lines.map((line) => `// ${line}`.trimEnd() + lineEnd).join("");
}

/** The learner's own code with the next task after it. Bytes in, bytes out: nothing of theirs is decoded. */
function withTask(code: Buffer, task: string): Buffer {
  const lineEnd = code.includes("\r\n") ? "\r\n" : "\n";
  const gap = code.length === 0 ? "" : code.at(-1) === 0x0a ? lineEnd : lineEnd + lineEnd;
  return Buffer.concat([code, Buffer.from(gap + asComment(task, lineEnd))]);
}

/**
 * Makes the next step's file out of the code that passed. It stays beside it, so what it imports is still found.
 *
 * @param root the workspace, absolute
 * @param file what passed, absolute
 * @param next the step that the new file is for
 * @returns the next step's file, absolute; one that was there already is left as it is
 * @throws what node:fs throws
 */
export function carryForward(root: string, file: string, next: Step): { file: string; made: boolean } {
  const present = learnerFile(root, next);
  if (present !== null) return { file: present, made: false };
  const target = join(stepsFolder(root), slugOf(next) + extname(file));
  const content = withTask(readFileSync(file), textOf(next, "task.md"));
  return { file: target, made: createFile(target, content, ownFolder(root)) };
}

/**
 * Makes a step's file from its starter where the step has no file yet.
 *
 * @param root the workspace, absolute
 * @returns the step's file, absolute
 * @throws what node:fs throws
 */
export function beginStep(root: string, step: Step, language: Language): string {
  const present = learnerFile(root, step);
  if (present !== null) return present;
  const file = join(stepsFolder(root), `${slugOf(step)}.${language}`);
  makeFolder(stepsFolder(root));
  createFile(file, textOf(step, `starter.${language}`), ownFolder(root));
  return file;
}

/** A free name beside a file (absolute): "3-token.backup.js", "3-token.backup-2.js", … */
function backupName(file: string): string {
  const extension = extname(file);
  const stem = file.slice(0, -extension.length);
  for (let count = 1; ; count += 1) {
    const name = `${stem}.backup${count === 1 ? "" : `-${count}`}${extension}`;
    if (!existsSync(name)) return name;
  }
}

/**
 * Takes every file of a step away and keeps each beside it as a backup. To be called under the workspace's lock.
 *
 * @param root the workspace, absolute
 * @returns the backups, absolute
 * @throws what node:fs throws; whatever happens, each file exists under its own name or as a backup
 */
export function putAside(root: string, step: Step): string[] {
  return candidates(root, step).map((file) => {
    const backup = backupName(file);
    renameSync(file, backup);
    return backup;
  });
}

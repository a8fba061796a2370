/** The learner's files: which one is a step's, and how the next one comes to be. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { slugOf, textOf } from "../course/course.ts";
import type { Language } from "../course/course.ts";
import type { Step } from "../check/step.ts";
import { ownFolder, stepsFolder } from "./find-workspace.ts";
import { createFile, makeFolder, replaceFile } from "./write-file.ts";

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

/** What tells a file's content from any other. */
function fingerprint(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

export interface Carried {
  /** The next step's file, absolute. */
  file: string;
  /** It was made just now. */
  made: boolean;
  /** The fingerprint of what was written into it just now; null: it was left as it is. */
  print: string | null;
}

/**
 * Makes the next step's file out of the code that passed. It stays beside it, so what it imports is still found. One that
 * is there is left as it is, unless nobody has changed it since it was made: then it is made anew, of the code as it is now.
 *
 * @param root the workspace, absolute
 * @param file what passed, absolute
 * @param next the step that the new file is for
 * @param before the fingerprint of the next step's file when it was made; null: unknown
 * @throws what node:fs throws
 */
export function carryForward(root: string, file: string, next: Step, before: string | null): Carried {
  const present = learnerFile(root, next);
  const target = present ?? join(stepsFolder(root), slugOf(next) + extname(file));
  const content = withTask(readFileSync(file), textOf(next, "task.md"));
  const print = fingerprint(content);
  if (present === null) {
    const made = createFile(target, content, ownFolder(root));
    return { file: target, made, print: made ? print : null };
  }
  const untouched = before !== null && fingerprint(readFileSync(present)) === before;
  if (!untouched || before === print || extname(present) !== extname(file))
    return { file: present, made: false, print: null };
  replaceFile(present, content, ownFolder(root));
  return { file: present, made: false, print };
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

/** The learner's files: finds a step's file, makes it from a starter, keeps it as a backup. */

import { existsSync, renameSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Step } from "../check/step.ts";
import { slugOf, textOf } from "../course/course.ts";
import type { Language } from "../course/course.ts";
import { ownFolder, stepsFolder } from "./find-workspace.ts";
import { createFile, makeFolder } from "./write-file.ts";

/** The endings that a learner's file may have. */
export const EXTENSIONS = [".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"] as const;

export function languageOf(file: string): Language {
  return /^\.[cm]?ts$/.test(extname(file)) ? "ts" : "js";
}

/** Every file that may be a step's, absolute, the one saved last first. */
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
 * Moves every file of a step away, and keeps each beside it as a backup. To be called under the workspace's lock.
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

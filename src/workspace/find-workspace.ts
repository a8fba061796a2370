/** Finds the learner's workspace, and names what is inside it. */

import { realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { typed } from "../base/invocation.ts";
import { problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";

/** The name of the folder that `start` makes in the folder where the learner is. */
export const WORKSPACE = "refresh-tutor";
/** A folder is a workspace if it holds a folder of this name. */
const OWN_FOLDER = ".refresh-tutor";

/**
 * The folder of the learner's files.
 *
 * @param root a workspace, absolute; so is the result
 */
export const stepsFolder = (root: string) => join(root, "steps");
/** The folder of the tutor's own files. */
export const ownFolder = (root: string) => join(root, OWN_FOLDER);

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isWorkspace(folder: string): boolean {
  try {
    return isFolder(ownFolder(folder));
  } catch {
    // A folder that may not be read is not a workspace.
    return false;
  }
}

/**
 * The workspace that belongs to the folder where a learner is: that folder, one above it, or `refresh-tutor` inside it.
 *
 * @param from absolute; need not exist
 * @returns the workspace, absolute and without symbolic links; null where there is none
 */
export function findWorkspace(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isWorkspace(folder)) return realpathSync(folder);
    if (folder === dirname(folder)) break;
  }
  const below = join(from, WORKSPACE);
  return isWorkspace(below) ? realpathSync(below) : null;
}

/** What to say where a command needs a workspace, but `findWorkspace` found none. */
export function noWorkspace(from: string): Problem {
  return problem(
    "no-workspace",
    `There is no workspace in ${from}, above it or in ${WORKSPACE}/.`,
    typed("start"),
  );
}

/** A copy of a submission that is thrown away: a program finds nothing there but what its student handed in. */

import { constants, copyFileSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeTemporary, removeTemporary, sweepTemporary } from "../check/runner/temporary.ts";
import type { Submission } from "./submission.ts";

export interface Stage {
  /** The submission's folder, absolute and real. */
  root: string;
  /** The folder around all that the program may write: the submission, and further copies of it. Absolute and real. */
  room: string;
  /** A file of the submission by its name, absolute. */
  fileOf(name: string): string;
  remove(): Promise<void>;
}

/**
 * Copies a submission.
 *
 * @param modules a folder of packages that programs may load (absolute); null: the tutor's libraries alone
 * @throws what node:fs throws; nothing is left then
 */
export async function stageSubmission({ files }: Submission, modules: string | null): Promise<Stage> {
  void sweepTemporary();
  const temporary = makeTemporary();
  const root = join(temporary, "submission");
  try {
    mkdirSync(root);
    if (modules !== null) symlinkSync(modules, join(temporary, "node_modules"), "junction");
    for (const { path, name } of files) {
      const copy = join(root, ...name.split("/"));
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(path, copy, constants.COPYFILE_FICLONE);
    }
  } catch (error) {
    await removeTemporary(temporary);
    throw error;
  }
  return {
    root,
    room: temporary,
    fileOf: (name) => join(root, ...name.split("/")),
    remove: () => removeTemporary(temporary),
  };
}

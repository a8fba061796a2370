/** Paths as the file system has them. */

import { realpathSync } from "node:fs";

/** A path without symbolic links; the path as it is where nothing of that name exists. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The folder that the process works in, absolute; null where it has been deleted. */
export function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

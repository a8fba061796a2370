/** Says in the learner's words what the file system refused. */

import { problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Whether an error says that a file or folder of that name exists. */
export const exists = (error: unknown) => codeOf(error) === "EEXIST";

/** Whether an error says that there is no such file or folder. */
export const isGone = (error: unknown) => codeOf(error) === "ENOENT";

/**
 * @param error what a function of node:fs threw
 * @param path what could not be written, as the learner knows it
 * @throws the error itself where it is not the file system's
 */
export function writeProblem(error: unknown, path: string): Problem {
  const code = codeOf(error);
  if (code === "") throw error;
  if (["EACCES", "EPERM", "EROFS"].includes(code)) {
    return problem(
      "read-only",
      `${path} cannot be written: it is read-only for you.`,
      "Make the folder writable and try again.",
    );
  }
  if (["ENOSPC", "EDQUOT", "EFBIG"].includes(code)) {
    return problem(
      "disk-full",
      `${path} cannot be written: the disk is full.`,
      "Free some space and try again.",
    );
  }
  return problem("not-written", `${path} cannot be written (${code}).`, "Look at that folder and try again.");
}

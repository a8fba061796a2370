/** A quick look into a file's text, where reading it as a program would take too long. */

import { readFileSync, statSync } from "node:fs";

/** Whether a file's text matches a pattern. false where there is no file to read. */
export function fileMentions(file: string, pattern: RegExp): boolean {
  try {
    return statSync(file).isFile() && pattern.test(readFileSync(file, "utf8"));
  } catch {
    return false;
  }
}

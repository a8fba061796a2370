/** Makes folders of submissions, as they lie there before they are graded. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emptyFolder, solution } from "../commands/program.ts";

/** A right program for step 4. */
export const APP = solution("4-logout.js");
/** One that makes no app. */
export const HELPER = "module.exports = { add: (a, b) => a + b };\n";

/** Puts files into a folder (absolute), by their paths; a path that ends with a slash is an empty folder. */
export function fillFolder(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(path.endsWith("/") ? file : dirname(file), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(file, text);
  }
}

/** A folder (absolute) with files in it, that is removed after the test. */
export function classFolder(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  fillFolder(folder, files);
  return folder;
}

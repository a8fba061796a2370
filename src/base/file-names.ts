/** How files are named to the learner. */

import { isAbsolute, relative, sep } from "node:path";
import { realPathOf } from "./paths.ts";

/** Whether a file is inside a folder, at any depth; both absolute. */
export function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** How a file (absolute) is named to the learner. */
export type NameFile = (file: string) => string;

/**
 * Names files from the first of some folders that they are below, else as they are; always with forward slashes.
 *
 * @param checked the file that is checked (absolute): it goes by the name it was given, even if that is a link
 */
export function namesFrom(folders: readonly (string | null)[], checked: string | null): NameFile {
  const real = checked === null ? null : realPathOf(checked);
  const bases = folders.flatMap((folder) => (folder === null ? [] : [folder, realPathOf(folder)]));
  return (file) => {
    const named = checked !== null && file === real ? checked : file;
    const base = bases.find((each) => isBelow(each, named));
    return (base === undefined ? named : relative(base, named)).split(sep).join("/");
  };
}

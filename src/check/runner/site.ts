/** Where a program runs: in the learner's own folder, or in a copy of it that is thrown away. */

import { realpathSync } from "node:fs";
import type { Loot, World } from "../scenario.ts";

export interface Site {
  /** The learner's own file, absolute. */
  file: string;
  /** The file that is booted, absolute. */
  entry: string;
  /** The working directory of the program, absolute; null: the tutor's own. */
  folder: string | null;
  /** Secrets that the program finds in its environment; null: it gets the tutor's environment as it is. */
  secrets: Readonly<Record<string, string>> | null;
  /** Gives paths inside of a text the learner's own names. */
  rename(text: string): string;
  /** The texts in files that the program has written, as a thief would read them. */
  writtenTexts(): Loot[];
  /** Removes what was made for this site. */
  remove(): void;
}

/** A file's real path. One that has been deleted meanwhile has none: that it is gone is then for the boot to find. */
function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** The site of a world for a learner's file (absolute). */
export function siteFor(file: string, _world: World): Site {
  return {
    file,
    entry: realOf(file),
    folder: null,
    secrets: null,
    rename: (text) => text,
    writtenTexts: () => [],
    remove: () => {},
  };
}

/** Notices saves: an editor may write in place, in pieces, twice, or put a new file in the old one's place. */

import { statSync, watch } from "node:fs";
import type { FSWatcher } from "node:fs";
import { dirname, extname, join } from "node:path";

/** What belongs to a program. */
const CODE = [".js", ".cjs", ".mjs", ".ts", ".cts", ".mts", ".json"];
/** How often to look where the system tells nothing (network drives, containers), in ms. */
const LOOK = 500;

/** Whether a name is that of a file that a program may consist of; editors' own files begin with a dot or a tilde. */
function isCode(name: string): boolean {
  return CODE.includes(extname(name)) && !/^[.~#]/.test(name);
}

/** What the system knows about a file (absolute), as a text that changes with most saves; "" where it is not there. */
function stampOf(file: string): string {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : "";
  } catch {
    return "";
  }
}

/**
 * Calls `saved` with each file that may have changed; whether it has, its content tells. Folders are watched rather
 * than files: a file that is replaced takes its watch with it.
 */
export class Saves {
  readonly #saved: (file: string) => void;
  readonly #watchers = new Map<string, FSWatcher | null>();
  #stamps = new Map<string, string>();
  readonly #looking: NodeJS.Timeout;

  constructor(saved: (file: string) => void) {
    this.#saved = saved;
    this.#looking = setInterval(() => this.#look(), LOOK);
  }

  /** From now on, code in the folders of these files (absolute) is watched. */
  follow(files: readonly string[]): void {
    this.#stamps = new Map(files.map((file) => [file, stampOf(file)]));
    const folders = new Set(files.map((file) => dirname(file)));
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher?.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) {
      if (!this.#watchers.has(folder)) this.#watchers.set(folder, this.#watch(folder));
    }
  }

  close(): void {
    clearInterval(this.#looking);
    this.follow([]);
  }

  /** Null where the system cannot watch (any more): then looking has to do. */
  #watch(folder: string): FSWatcher | null {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null) this.#look();
        else if (isCode(name)) this.#report(join(folder, name));
      });
      watcher.on("error", () => {
        watcher.close();
        if (this.#watchers.has(folder)) this.#watchers.set(folder, null);
      });
      return watcher;
    } catch {
      return null;
    }
  }

  #report(file: string): void {
    if (this.#stamps.has(file)) this.#stamps.set(file, stampOf(file));
    this.#saved(file);
  }

  #look(): void {
    for (const [file, before] of this.#stamps) if (stampOf(file) !== before) this.#report(file);
  }
}

/** Notices when a program is saved. An editor may write in place, in pieces, twice, or replace the file. */

import { statSync, watch } from "node:fs";
import type { FSWatcher } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/** The endings of code. Data such as JSON is left out, because the program itself may write it at each request. */
const CODE = [".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"];
/** These files decide how Node and tsx read a program. */
const DECIDING = ["package.json", "tsconfig.json"];
/** How often to look, in ms, because some systems report no changes (network drives, containers). */
const LOOK = 500;

const isDeciding = (file: string) => DECIDING.includes(basename(file));

/** Whether a name is that of a file of code. The names of editors' own files begin with a dot or a tilde. */
function isCode(name: string): boolean {
  return CODE.includes(extname(name)) && !/^[.~#]/.test(name);
}

/**
 * A text that changes with most saves of a file (absolute), from what the system knows; "" where the file is missing.
 */
function stampOf(file: string): string {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : "";
  } catch {
    return "";
  }
}

/** The files of code of a program: its main file (absolute), and those that it loads from its own folders. */
async function filesOf(main: string): Promise<string[]> {
  // The parser is large, and it does not matter here when it comes.
  const { readSource } = await import("../check/source/source.ts");
  return [main, ...readSource(main).files.map(({ path }) => path)].filter((file) => isCode(basename(file)));
}

/**
 * Calls `saved` with each file of a program that may have changed; whether it has, its content tells. Only what belongs to
 * the program's source is told of, and what decides how it is read: never what an app writes beside itself. Folders are
 * watched rather than files: a file that is replaced takes its watch with it.
 */
export class Saves {
  readonly #saved: (file: string) => void;
  readonly #other: (file: string) => void;
  readonly #watchers = new Map<string, FSWatcher | null>();
  #main: string | null = null;
  /** The program's files (absolute), with what the system knew of each at the last look. */
  #stamps = new Map<string, string>();
  readonly #looking: NodeJS.Timeout;

  /**
   * @param saved is called with a file (absolute) of the program
   * @param other is called with another file (absolute) of code in the program's folders
   */
  constructor(saved: (file: string) => void, other: (file: string) => void = () => {}) {
    this.#saved = saved;
    this.#other = other;
    this.#looking = setInterval(() => this.#look(), LOOK);
  }

  /** From now on, the program with this main file (absolute) is watched; at first only that file. */
  follow(main: string): void {
    this.#main = main;
    this.#stamps.clear();
    this.#watchAll([main]);
  }

  /** Finds out which files belong to the program now, and watches them. */
  async lookAround(): Promise<void> {
    const main = this.#main;
    if (main === null) return;
    const files = await filesOf(main);
    if (this.#main === main) this.#watchAll(files);
  }

  close(): void {
    clearInterval(this.#looking);
    this.#main = null;
    this.#watchAll([]);
  }

  #watchAll(files: readonly string[]): void {
    this.#stamps = new Map(files.map((file) => [file, this.#stamps.get(file) ?? stampOf(file)]));
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

  /** Watches a folder; null where the system cannot, so that only looking finds a change. */
  #watch(folder: string): FSWatcher | null {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null) this.#look();
        else void this.#hear(join(folder, name));
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

  async #hear(file: string): Promise<void> {
    if (this.#stamps.has(file) || isDeciding(file)) return this.#report(file);
    if (!isCode(basename(file))) return;
    // The program may load a file that did not exist until now.
    const before = stampOf(file);
    await this.lookAround();
    if (before === "") return;
    if (this.#stamps.has(file)) this.#report(file);
    else if (this.#main !== null) this.#other(file);
  }

  #report(file: string): void {
    if (this.#stamps.has(file)) this.#stamps.set(file, stampOf(file));
    this.#saved(file);
  }

  #look(): void {
    for (const [file, before] of this.#stamps) if (stampOf(file) !== before) this.#report(file);
  }
}

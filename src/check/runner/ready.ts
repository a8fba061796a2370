/**
 * Children that are kept ready: Node is up, express is loaded and warm. So the next check need not wait for a start.
 */

import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isTypeScript } from "../../base/typescript.ts";
import { Guest } from "./host.ts";

/**
 * Files that decide which express a program gets and how Node reads it. A child that saw them in another state is
 * outdated.
 */
const DECIDING = [
  "package.json",
  "tsconfig.json",
  "node_modules",
  join("node_modules", "express", "package.json"),
];

/** The state of the deciding files in a folder (absolute) and in all above it, as a text that changes when they do. */
function surroundings(folder: string): string {
  const above = dirname(folder);
  const here = DECIDING.map((name) => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    return stat ? `${stat.ino}@${stat.mtimeMs}` : "";
  }).join();
  return above === folder ? here : `${here};${surroundings(above)}`;
}

/** The kind of child that a file needs, as a text. */
function kindFor(file: string): string {
  const folder = dirname(file);
  return [isTypeScript(file), folder, surroundings(folder)].join();
}

/** Hands out children that have run nothing yet, each of them once. */
export class ReadyGuests {
  #guests: Guest[] = [];
  #kind = "";

  /**
   * Sees to it that `count` children are ready for a learner's file (absolute): starts missing ones, and ends the
   * others.
   */
  prepare(file: string, count: number): void {
    this.#keepFor(file);
    for (const guest of this.#guests.splice(count)) void guest.end();
    while (this.#guests.length < count) {
      const guest = new Guest({ typescript: isTypeScript(file) });
      guest.warm(dirname(file));
      this.#guests.push(guest);
    }
  }

  /** A child for a learner's file (absolute): a ready one, else a new one. The caller has to end it. */
  take(file: string): Guest {
    this.#keepFor(file);
    return this.#guests.shift() ?? new Guest({ typescript: isTypeScript(file) });
  }

  /** Ends the children that were not handed out. New ones can be prepared afterwards. */
  async end(): Promise<void> {
    await Promise.all(this.#guests.splice(0).map((guest) => guest.end()));
  }

  #keepFor(file: string): void {
    const kind = kindFor(file);
    if (kind !== this.#kind) void this.end();
    this.#kind = kind;
    this.#guests = this.#guests.filter((guest) => guest.ending === null);
  }
}

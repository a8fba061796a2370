/** Children kept ready: Node up, express loaded and warm. The next check is answered before one could be started. */

import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isTypeScript } from "../../base/typescript.ts";
import { Guest } from "./host.ts";

/** What decides which express a file gets and how Node reads it; a child that has seen another state is stale. */
const DECIDING = [
  "package.json",
  "tsconfig.json",
  "node_modules",
  join("node_modules", "express", "package.json"),
];

/** The deciding files in a folder (absolute) and all above it, as a text that changes when one of them does. */
function surroundings(folder: string): string {
  const above = dirname(folder);
  const here = DECIDING.map((name) => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    return stat ? `${stat.ino}@${stat.mtimeMs}` : "";
  }).join();
  return above === folder ? here : `${here};${surroundings(above)}`;
}

/** What a child must have been made for to be handed out for a file. */
function kindFor(file: string): string {
  const folder = dirname(file);
  return [isTypeScript(file), folder, surroundings(folder)].join();
}

/** Hands out children that have run nothing yet, each of them once. */
export class ReadyGuests {
  #guests: Guest[] = [];
  #kind = "";

  /** Makes children ready for a learner's file (absolute): as many as are missing of `count`, and ends those beyond it. */
  prepare(file: string, count: number): void {
    this.#keepFor(file);
    for (const guest of this.#guests.splice(count)) void guest.end();
    while (this.#guests.length < count) {
      const guest = new Guest({ typescript: isTypeScript(file) });
      guest.warm(dirname(file));
      this.#guests.push(guest);
    }
  }

  /** A child for a learner's file (absolute): a ready one, else a new one. It is for the caller to end it. */
  take(file: string): Guest {
    this.#keepFor(file);
    return this.#guests.shift() ?? new Guest({ typescript: isTypeScript(file) });
  }

  /** Ends the children that were not handed out; new ones can be prepared afterwards. */
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

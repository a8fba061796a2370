/**
 * The first child of a check, started before the words are read and the course is loaded: both take as long as the
 * child needs to come up.
 */

import { isTypeScript } from "../../base/typescript.ts";
import { Guest } from "./host.ts";
import type { Launch } from "./launch.ts";

let ahead: Guest | null = null;

/** Starts a child for the check that these words seem to ask for. A wrong guess only costs a child. */
export function startAhead(words: readonly string[]): void {
  ahead = new Guest({ typescript: words.some(isTypeScript) });
}

/** Starts a child, or hands out the one that was started ahead where it is of the kind that is wanted. */
export function startCold(options: Launch): Guest {
  const guest = ahead;
  ahead = null;
  const fits = guest?.typescript === options.typescript && !options.inspect && guest.ending === null;
  if (guest && fits) return guest;
  void guest?.end();
  return new Guest(options);
}

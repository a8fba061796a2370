/**
 * The first child of a check. It is started before the command line is read and the course is loaded, because a child
 * needs about as long to come up as both of these take.
 */

import { isTypeScript } from "../../base/typescript.ts";
import { Guest } from "./host.ts";
import type { Launch } from "./launch.ts";

let ahead: Guest | null = null;

/** Starts a child for the check that the command line seems to ask for. A wrong guess costs a child and no more. */
export function startAhead(words: readonly string[]): void {
  ahead = new Guest({ typescript: words.some(isTypeScript) });
}

/** Starts a child; or hands out the one that was started ahead, if it is of the kind that is wanted. */
export function startCold(options: Launch): Guest {
  const guest = ahead;
  ahead = null;
  const fits = guest?.typescript === options.typescript && !options.inspect && guest.ending === null;
  if (guest && fits) return guest;
  void guest?.end();
  return new Guest(options);
}

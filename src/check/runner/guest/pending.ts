/** How much the program has begun but not finished: timers, and files that it reads or writes. */

import { filesUnderway } from "./file-work.ts";
import { intact } from "./intact.ts";

let atStart = 0;

function pending(): number {
  let count = filesUnderway();
  for (const name of intact.activeResources()) if (name === "Timeout") count += 1;
  return count;
}

/** Notes how much is pending. To be called when the app is up. */
export function notePending(): void {
  atStart = pending();
}

/** Calls `done` when no more is pending than when the app came up, or after ms. */
export function awaitSettled(ms: number, done: () => void): void {
  const end = intact.now() + ms;
  // The timer that calls this still counts as pending.
  const look = (own: number) => {
    if (pending() - own <= atStart || intact.now() > end) done();
    else intact.setTimeout(look, 5, 1);
  };
  look(0);
}

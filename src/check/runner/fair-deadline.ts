/** A deadline for a program that may have to wait for a processor, because the machine is busy with others. */

/** A deadline that can be cancelled. */
export interface Deadline {
  cancel(): void;
}

/** How many times as long a deadline may become while the machine gives the program no processor. */
const STARVED = 4;

/**
 * How much of a time counts, in ms: not what a program could not use, because it waited for a processor. At least a part
 * of it counts, so that every wait has an end.
 *
 * @param passed the whole time, in ms
 * @param unusable how much of it the program could not use, in ms; what two processes wait may overlap
 */
export function countedTime(passed: number, unusable: number): number {
  return Math.max(passed - unusable, passed / STARVED);
}

/**
 * Calls `late` after `ms` in which the program could have run: the time for which it waited for a processor does not
 * count. At the latest, after STARVED times `ms`.
 *
 * @param waited how long the program has waited for a processor since the deadline was set, in ms
 */
export function setFairDeadline(ms: number, late: () => void, waited: () => number): Deadline {
  const begun = performance.now();
  // How much too late this process looked. It got no processor either, and has not read what came meanwhile.
  let unread = 0;
  let due = begun + ms;
  const look = () => {
    const now = performance.now();
    unread += Math.max(0, now - due);
    const missing = Math.min(ms + waited() + unread, STARVED * ms) - (now - begun);
    due = now + missing;
    if (missing >= 1) timer = setTimeout(look, missing);
    else last = setImmediate(late);
  };
  let timer = setTimeout(look, ms);
  let last: NodeJS.Immediate | undefined;
  return {
    cancel() {
      clearTimeout(timer);
      clearImmediate(last);
    },
  };
}

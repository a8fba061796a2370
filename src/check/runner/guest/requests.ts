/** Numbers the requests that the program receives, and tells the host about each. */

import type { Event } from "../../transcript.ts";
import { tell } from "./channel.ts";
import { hasMembers } from "./wrap.ts";

/** How many requests the program has received. */
export let received = 0;

const numbers = new WeakMap<object, number>();

/** To be called for each request that a server of the program receives. */
export function countRequest(request: object): void {
  received += 1;
  numbers.set(request, received);
}

/** Begins to count from 0 again. */
export function forgetRequests(): void {
  received = 0;
}

/**
 * Tells the host what became of a request; of the latest one where it is not known which.
 *
 * @param tells how to send it: at once, where the program may not get to send anything later
 */
export function report(request: unknown, event: Event, tells: typeof tell = tell): void {
  const n = hasMembers(request) ? (numbers.get(request) ?? received) : received;
  tells({ say: "event", n, event });
}

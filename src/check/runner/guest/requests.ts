/** The requests that the program receives, numbered, and what is told of each. */

import type { Event } from "../../transcript.ts";
import { tell } from "./channel.ts";
import { hasMembers } from "./wrap.ts";

/** How many requests the program has received. */
export let received = 0;

const numbers = new WeakMap<object, number>();

/** To be called with each request that a server of the program receives. */
export function countRequest(request: object): void {
  received += 1;
  numbers.set(request, received);
}

/** As if there had been none. */
export function forgetRequests(): void {
  received = 0;
}

/**
 * Tells the host what became of a request; of the latest one where it is not known which. `tells`: how, at once where
 * the program may not come to anything else any more.
 */
export function report(request: unknown, event: Event, tells: typeof tell = tell): void {
  const n = hasMembers(request) ? (numbers.get(request) ?? received) : received;
  tells({ say: "event", n, event });
}

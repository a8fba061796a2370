/** The functions of node:timers/promises, made of timers that the program's clock moves. */

import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { hasMembers, put, standIn } from "./wrap.ts";

const IntactPromise = Promise;
// Node loads it when it is named for the first time, and it keeps the timers that it finds then. So it is named here,
// early.
const IntactSignal = AbortSignal;

interface Options {
  signal: AbortSignal | undefined;
  ref: boolean;
}

/** Reads the options of node:timers/promises; null where only the original can say what to do with them. */
function read(delay: unknown, options: unknown): Options | null {
  if (delay !== undefined && typeof delay !== "number") return null;
  if (options === undefined) return { signal: undefined, ref: true };
  if (!hasMembers(options)) return null;
  const { signal, ref = true } = options;
  if (signal !== undefined && !(signal instanceof IntactSignal)) return null;
  if (typeof ref !== "boolean" || signal?.aborted === true) return null;
  return { signal, ref };
}

/** Replaces them. To be called when `node:timers` holds the program's timers already. */
export function holdPromises(): void {
  const { setTimeout: set, setInterval: repeat, clearTimeout: clear } = timers;
  const { setTimeout: waitOriginally, setInterval: tickOriginally, scheduler } = timersPromises;

  const wait = (delay?: number, value?: unknown, given?: { signal?: AbortSignal; ref?: boolean }) => {
    const options = read(delay, given);
    if (!options) return waitOriginally(delay, value, given);
    const { signal, ref } = options;
    return new IntactPromise<unknown>((resolve, reject) => {
      // The original knows the right error for an abort.
      const stop = () => {
        clear(timer);
        waitOriginally(1, undefined, given).then(resolve, reject);
      };
      const timer = set(() => {
        signal?.removeEventListener("abort", stop);
        resolve(value);
      }, delay);
      if (!ref) timer.unref();
      signal?.addEventListener("abort", stop, { once: true });
    });
  };

  const ticks = async function* (
    delay?: number,
    value?: unknown,
    given?: { signal?: AbortSignal; ref?: boolean },
  ) {
    const options = read(delay, given);
    if (!options) return yield* tickOriginally(delay, value, given);
    const { signal, ref } = options;
    let count = 0;
    let wake = () => {};
    const timer = repeat(() => {
      count += 1;
      wake();
    }, delay);
    if (!ref) timer.unref();
    const isAborted = () => signal?.aborted === true;
    const stop = () => {
      clear(timer);
      wake();
    };
    signal?.addEventListener("abort", stop, { once: true });
    try {
      while (!isAborted()) {
        if (count === 0) await new IntactPromise<void>((resolve) => (wake = resolve));
        for (; count > 0; count--) yield value;
      }
      await waitOriginally(1, undefined, given);
    } finally {
      clear(timer);
      signal?.removeEventListener("abort", stop);
    }
  };

  put(timersPromises, "setTimeout", standIn(waitOriginally, wait));
  put(timersPromises, "setInterval", standIn(tickOriginally, ticks));
  const prototype: unknown = Object.getPrototypeOf(scheduler);
  if (hasMembers(prototype)) {
    const original = scheduler.wait;
    put(
      prototype,
      "wait",
      standIn(original, (delay?: number, given?: { signal?: AbortSignal }) => wait(delay, undefined, given)),
    );
  }
}

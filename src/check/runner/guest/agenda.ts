/** The timers that become due while the clock is moved. */

import type { AsyncResource } from "node:async_hooks";

export interface Timer {
  readonly object: object;
  /** When it is due, in ms by the program's clock. */
  due: number;
  /** In ms. */
  readonly delay: number;
  readonly repeats: boolean;
  /** Calls the program's function. */
  readonly call: () => void;
  /** The async context in which the timer was set. */
  readonly context: AsyncResource;
  /** It was run before the real timer, which then has nothing to do. */
  spent: boolean;
}

/**
 * Timers, the latest first. A timer that was set again has two entries, and the one with the old time no longer counts.
 */
export class Agenda {
  readonly #entries: { due: number; timer: Timer }[] = [];

  /** Of timers with the same time, the one that was added first comes first. */
  add(timer: Timer): void {
    const { due } = timer;
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.due ?? 0) > due) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, { due, timer });
  }

  /**
   * The next timer that is due by a time.
   *
   * @param isValid says whether a timer is still to be run
   */
  next(until: number, isValid: (timer: Timer) => boolean): Timer | null {
    for (let last = this.#entries.at(-1); last && last.due <= until; last = this.#entries.at(-1)) {
      if (last.due === last.timer.due && isValid(last.timer)) return last.timer;
      this.#entries.pop();
    }
    return null;
  }

  /** Removes the timer that `next` has just given. */
  pop(): void {
    this.#entries.pop();
  }
}

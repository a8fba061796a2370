/**
 * The timers of the program, which run when its clock says so. Each is a real one of Node's, so that all about it is as
 * always while the clock is left alone; when the clock is moved, those that fall due are run, and the rest are set anew.
 */

import { AsyncResource } from "node:async_hooks";
import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { filesUnderway } from "./file-work.ts";
import { intact } from "./intact.ts";
import { hasMembers, put, standIn } from "./wrap.ts";

const { apply, get, set } = Reflect;
const { ceil, max, min } = Math;
const IntactPromise = Promise;
// Node loads it when it is first named, and its timeouts keep the timers that it finds then.
const IntactSignal = AbortSignal;

interface Timer {
  readonly object: object;
  /** By the program's clock, in ms. */
  due: number;
  /** In ms. */
  readonly delay: number;
  readonly repeats: boolean;
  /** Calls what the program gave. */
  readonly call: () => void;
  /** The async context in which it was set. */
  readonly context: AsyncResource;
  /** It has been run ahead of the real timer, which then has nothing to do. */
  spent: boolean;
}

/** A move runs each timer in its time, but no more than this, and for no longer than so many ms of the processor. */
const MOST_RUNS = 60_000;
const LONGEST_EXACT = 300;
/** And is interrupted no more often than this for what the program does between its timers. */
const MOST_SETTLED = 100;
/** What is left of the move after that is made in so many leaps: faster timers run once in each, as on a busy machine. */
const LEAPS = 64;
/** An interval that would run more often than MOST_INTERVAL in a move runs so often: 32 days of a minute are 46,080. */
const MOST_INTERVAL = 50_000;
const FEWER = 5_000;
/** What is left after so many real ms, as with timers that write files, is one leap. */
const LONGEST_MOVE = 2_500;
/** How many timers are given a turn of the event loop each; later only each so-many-th is. */
const MOST_TURNS = 100;
const TURN_EACH = 500;
/** How many pauses of a real ms files are waited for that the program reads or writes. */
const MOST_PAUSES = 20;
/** How many pauses it is given in any case to set its next timer. */
const FEWEST_PAUSES = 3;
/** How many timers are remembered before those that the program has cleared are looked for. */
const MANY = 1_000;

/** How much of the processor this process has had, in ms. */
function processorTime(): number {
  const { user, system } = intact.cpuUsage();
  return (user + system) / 1000;
}

/** Timers, the latest first. A timer that was set again is in it twice: the entry with another due is void. */
class Agenda {
  readonly #entries: { due: number; timer: Timer }[] = [];

  /** Of equal ones, those that were added first are due first. */
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

  /** The next that is due until a time; `isValid` says whether it is still to be run. */
  next(until: number, isValid: (timer: Timer) => boolean): Timer | null {
    for (let last = this.#entries.at(-1); last && last.due <= until; last = this.#entries.at(-1)) {
      if (last.due === last.timer.due && isValid(last.timer)) return last.timer;
      this.#entries.pop();
    }
    return null;
  }

  /** Takes away what `next` has just said. */
  pop(): void {
    this.#entries.pop();
  }
}

function pause(ms: number): Promise<void> {
  return new IntactPromise((resolve) => void intact.setTimeout(resolve, ms));
}

function turn(): Promise<void> {
  return new IntactPromise((resolve) => void intact.setImmediate(resolve));
}

/**
 * Does something outside of any promise, as Node calls a timer: what it throws is an uncaught error of the program.
 * Resolves when its promise jobs and next ticks have run, too.
 */
function callAlone(work: () => void): Promise<void> {
  return new IntactPromise((resolve) => {
    intact.nextTick(() => {
      // Ticks come after all promise jobs. Before the work, which may throw.
      intact.queueMicrotask(() => intact.nextTick(resolve));
      work();
    });
  });
}

/**
 * Holds the timers of the program. `now` reads its clock and `moveTo` sets it forward, both in ms.
 * Returns what moves the clock by some ms.
 */
export function holdTimers(now: () => number, moveTo: (time: number) => void): (ms: number) => Promise<void> {
  const known = new WeakMap<object, Timer>();
  /** Those that are set, and some that the program has cleared. */
  const pending = new Set<Timer>();
  let many = MANY;
  /** What is due while the clock is moved, and from when to when it is. */
  let agenda: Agenda | null = null;
  let [from, until] = [0, 0];

  const isSet = (timer: Timer) => pending.has(timer) && get(timer.object, "_destroyed") !== true;

  const forgetCleared = () => {
    for (const timer of pending) if (!isSet(timer)) pending.delete(timer);
    many = max(MANY, 2 * pending.size);
  };

  const remember = (timer: Timer) => {
    if (pending.size >= many) forgetCleared();
    pending.add(timer);
    agenda?.add(timer);
  };

  /** Called by the real timer. */
  const ring = (timer: Timer) => {
    if (timer.spent) return;
    if (timer.repeats) {
      // It was set before the clock began to move, and has been run since.
      if (agenda && timer.due - now() > 2) return;
      timer.due = now() + timer.delay;
      agenda?.add(timer);
    } else pending.delete(timer);
    timer.call();
  };

  const original = { setTimeout: timers.setTimeout, setInterval: timers.setInterval };
  // Only the prototype of all timers has it.
  const sample = intact.setTimeout(() => {}, 0);
  intact.clearTimeout(sample);
  const prototype: unknown = Object.getPrototypeOf(sample);
  const refreshOriginally = hasMembers(prototype) ? prototype["refresh"] : undefined;

  /** Sets the real timer to ring in so many ms. One that the program has frozen stays as it is: Node cannot do more either. */
  const setReal = ({ object }: Timer, ms: number) => {
    if (set(object, "_idleTimeout", ms) && typeof refreshOriginally === "function") {
      apply(refreshOriginally, object, []);
    }
  };

  const holding = (name: "setTimeout" | "setInterval") => {
    const begin = (callback: unknown, delay: unknown): unknown =>
      apply(original[name], null, [callback, delay]);
    const held = function (callback: unknown, delay: unknown, ...args: unknown[]): unknown {
      // It refuses what is no function.
      if (typeof callback !== "function") return begin(callback, delay);
      const object = begin(() => ring(timer), delay);
      const real: unknown = get(Object(object), "_idleTimeout");
      // Node makes 1 of what is too large, too small or no number.
      const ms = typeof real === "number" ? real : 1;
      const timer: Timer = {
        object: Object(object),
        due: now() + ms,
        delay: ms,
        repeats: name === "setInterval",
        call: () => void apply(callback, object, args),
        context: new AsyncResource("Timeout", { requireManualDestroy: true }),
        spent: false,
      };
      known.set(timer.object, timer);
      remember(timer);
      return object;
    };
    return standIn(original[name], held);
  };

  const replacements = { setTimeout: holding("setTimeout"), setInterval: holding("setInterval") };
  for (const [name, replacement] of Object.entries(replacements)) {
    put(globalThis, name, replacement);
    put(timers, name, replacement);
  }
  if (hasMembers(prototype) && typeof refreshOriginally === "function") {
    const refresh = function (this: object): unknown {
      const timer = known.get(this);
      // The program has cleared it: then it stays so.
      const cleared = Number(get(this, "_idleTimeout")) < 0;
      if (timer && !cleared) {
        timer.due = now() + timer.delay;
        timer.spent = false;
        set(this, "_idleTimeout", timer.delay);
        remember(timer);
      }
      return apply(refreshOriginally, this, []);
    };
    put(prototype, "refresh", standIn(refreshOriginally, refresh));
  }
  holdPromises();

  /** Runs a timer that is due at a time of the program's clock. */
  const run = (timer: Timer, time: number) => {
    if (timer.repeats) {
      const often = (until - from) / timer.delay > MOST_INTERVAL && time < until;
      timer.due = often ? min(until, time + (until - from) / FEWER) : time + timer.delay;
      agenda?.add(timer);
    } else {
      pending.delete(timer);
      timer.spent = true;
      // So that Node comes to the end of it by itself.
      setReal(timer, 1);
    }
    timer.context.runInAsyncScope(timer.call);
  };

  /** Lets the program go on with what is no timer, until it sets one that is due or has nothing to do. */
  const settle = async (due: Agenda) => {
    for (let pauses = 1; pauses <= MOST_PAUSES; pauses++) {
      await pause(1);
      if (filesUnderway() > 0) continue;
      if (pauses >= FEWEST_PAUSES || due.next(until, isSet)) return;
    }
  };

  const runDue = async (due: Agenda) => {
    const end = intact.now() + LONGEST_MOVE;
    const exactEnd = processorTime() + LONGEST_EXACT;
    let runs = 0;
    let runsBefore = 0;
    let settled = 0;
    let leap = 0;
    for (;;) {
      const enough = runs > MOST_RUNS || settled > MOST_SETTLED || processorTime() > exactEnd;
      if (leap === 0 && enough) leap = (until - now()) / LEAPS;
      if (intact.now() > end) leap = until - now();
      const first = due.next(until, isSet);
      if (!first) {
        if (runs === runsBefore) return;
        runsBefore = runs;
        settled += 1;
        await settle(due);
        continue;
      }
      const time = leap === 0 ? first.due : max(first.due, min(until, now() + leap));
      moveTo(time);
      for (let timer = due.next(time, isSet); timer; timer = due.next(time, isSet)) {
        const next = timer;
        due.pop();
        await callAlone(() => run(next, time));
        runs += 1;
        if (runs < MOST_TURNS || runs % TURN_EACH === 0) await turn();
      }
      if (leap > 0) await settle(due);
    }
  };

  const move = async (ms: number) => {
    from = now();
    until = from + max(0, ms);
    const due = new Agenda();
    forgetCleared();
    for (const timer of pending) due.add(timer);
    agenda = due;
    await turn();
    await runDue(due);
    moveTo(until);
    agenda = null;
    for (const timer of pending) if (isSet(timer)) setReal(timer, max(1, ceil(timer.due - now())));
    await turn();
  };

  const moveAfter = async (before: Promise<void>, ms: number) => {
    await before;
    await move(ms);
  };
  let last = IntactPromise.resolve();
  return (ms) => (last = moveAfter(last, ms));
}

interface Options {
  signal: AbortSignal | undefined;
  ref: boolean;
}

/** Reads the options of node:timers/promises; null where the original has something to say about them. */
function read(delay: unknown, options: unknown): Options | null {
  if (delay !== undefined && typeof delay !== "number") return null;
  if (options === undefined) return { signal: undefined, ref: true };
  if (!hasMembers(options)) return null;
  const { signal, ref = true } = options;
  if (signal !== undefined && !(signal instanceof IntactSignal)) return null;
  if (typeof ref !== "boolean" || signal?.aborted === true) return null;
  return { signal, ref };
}

/** Those of node:timers/promises, made of the others. */
function holdPromises(): void {
  const { setTimeout: set, setInterval: repeat, clearTimeout: clear } = timers;
  const { setTimeout: waitOriginally, setInterval: tickOriginally, scheduler } = timersPromises;

  const wait = (delay?: number, value?: unknown, given?: { signal?: AbortSignal; ref?: boolean }) => {
    const options = read(delay, given);
    if (!options) return waitOriginally(delay, value, given);
    const { signal, ref } = options;
    return new IntactPromise<unknown>((resolve, reject) => {
      // The original knows what an abortion is told as.
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

/**
 * The timers of the program, which run when its clock says so. Each is a real timer of Node's, so that all is as usual
 * as long as the clock is not moved. A move runs the timers that become due, and then sets the others to what is left
 * of them.
 */

import { AsyncResource } from "node:async_hooks";
import timers from "node:timers";
import { Agenda } from "./agenda.ts";
import type { Timer } from "./agenda.ts";
import { filesUnderway } from "./file-work.ts";
import { intact } from "./intact.ts";
import { processorTime } from "./processor-time.ts";
import { holdPromises } from "./timers-promises.ts";
import { hasMembers, put, standIn } from "./wrap.ts";

const { apply, get, set } = Reflect;
const { ceil, max, min } = Math;
const IntactPromise = Promise;

/**
 * A move runs each timer at its exact time, but not more timers than this, and not for more ms of processor time than
 * this.
 */
const MOST_RUNS = 60_000;
const LONGEST_EXACT = 600;
/** How often a move waits for what the program does between its timers. */
const MOST_SETTLED = 100;
/**
 * What is left of the move then is made in this many leaps. In each, a fast timer runs only once, as on a busy machine.
 */
const LEAPS = 64;
/**
 * An interval that would run more often than MOST_INTERVAL in a move runs FEWER times. (Each minute for 32 days is
 * 46,080.)
 */
const MOST_INTERVAL = 50_000;
const FEWER = 5_000;
/** After so many real ms, for example because timers write files, the rest of the move is one leap. */
const LONGEST_MOVE = 2_500;
/** So many timers get a turn of the event loop each; after that, only one in TURN_EACH does. */
const MOST_TURNS = 100;
const TURN_EACH = 500;
/** How many pauses of a real ms to wait for files that the program reads or writes. */
const MOST_PAUSES = 20;
/** How many pauses the program gets at least, to set its next timer. */
const FEWEST_PAUSES = 3;
/** How many timers may be remembered before those that the program has cleared are removed. */
const MANY = 1_000;

function pause(ms: number): Promise<void> {
  return new IntactPromise((resolve) => void intact.setTimeout(resolve, ms));
}

function turn(): Promise<void> {
  return new IntactPromise((resolve) => void intact.setImmediate(resolve));
}

/**
 * Does something outside of any promise, as Node calls a timer, so that an error is an uncaught error of the program.
 * Resolves when the promise jobs and next ticks of that work have run, too.
 */
function callAlone(work: () => void): Promise<void> {
  return new IntactPromise((resolve) => {
    intact.nextTick(() => {
      // Ticks come after all promise jobs. This stands before the work, because the work may throw.
      intact.queueMicrotask(() => intact.nextTick(resolve));
      work();
    });
  });
}

/**
 * Holds the timers of the program.
 *
 * @param now reads the program's clock, in ms
 * @param moveTo sets that clock forward, in ms
 * @returns moves the clock on by some ms
 */
export function holdTimers(now: () => number, moveTo: (time: number) => void): (ms: number) => Promise<void> {
  const known = new WeakMap<object, Timer>();
  /** The timers that are set, and some that the program has cleared. */
  const pending = new Set<Timer>();
  let many = MANY;
  /** What becomes due during a move, and the times between which the move goes; null while the clock is not moved. */
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
      // The real timer was set before the clock began to move, and the timer has been run since.
      if (agenda && timer.due - now() > 2) return;
      timer.due = now() + timer.delay;
      agenda?.add(timer);
    } else pending.delete(timer);
    timer.call();
  };

  const original = { setTimeout: timers.setTimeout, setInterval: timers.setInterval };
  // All timers share one prototype, which has no name of its own.
  const sample = intact.setTimeout(() => {}, 0);
  intact.clearTimeout(sample);
  const prototype: unknown = Object.getPrototypeOf(sample);
  const refreshOriginally = hasMembers(prototype) ? prototype["refresh"] : undefined;

  /**
   * Sets the real timer to ring after so many ms. A timer that the program has frozen cannot be changed, by Node
   * neither.
   */
  const setReal = ({ object }: Timer, ms: number) => {
    if (set(object, "_idleTimeout", ms) && typeof refreshOriginally === "function") {
      apply(refreshOriginally, object, []);
    }
  };

  const holding = (name: "setTimeout" | "setInterval") => {
    const begin = (callback: unknown, delay: unknown): unknown =>
      apply(original[name], null, [callback, delay]);
    const held = function (callback: unknown, delay: unknown, ...args: unknown[]): unknown {
      // The original throws if this is not a function.
      if (typeof callback !== "function") return begin(callback, delay);
      const object = begin(() => ring(timer), delay);
      const real: unknown = get(Object(object), "_idleTimeout");
      // Node takes 1 for a delay that is too large, too small or not a number.
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
      // A timer that the program has cleared stays cleared.
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
      // So that Node itself ends the real timer.
      setReal(timer, 1);
    }
    timer.context.runInAsyncScope(timer.call);
  };

  /** Lets the program do what is not a timer, until it sets a timer that is due or has nothing to do. */
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

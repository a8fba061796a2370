/** Holds the clock that the program reads. A moving clock moves the program's timers, too (./timers.ts). */

import { syncBuiltinESMExports } from "node:module";
import { intact } from "./intact.ts";
import { holdTimers } from "./timers.ts";
import { hasMembers, put, standIn } from "./wrap.ts";

const { apply, construct, get } = Reflect;
const { floor, round } = Math;
const IntactDate = Date;

export interface Clock {
  /** What the program's Date.now() gives: ms since 1970. */
  now(): number;
  /**
   * Moves the clock on by `ms`, and runs the program's timers that are due until then. A standing clock does not move.
   * Never rejects: an error that a timer throws is the program's own uncaught error.
   */
  advance(ms: number): Promise<void>;
  /** Lets a clock that stands at first run. It then shows the time that it would show if it had never stood. */
  run(): void;
}

/** The age that a process gives while its clock stands, in ms; and what its hrtime gives, in ns. */
const STANDING = { age: 123.456789, hrtime: 4_321_098_765_432n };

/**
 * Replaces `Date` by one of another time.
 *
 * @param now gives that time, in ms since 1970
 */
function holdDate(now: () => number): void {
  const held = function (...args: unknown[]): unknown {
    if (new.target === undefined) return new IntactDate(now()).toString();
    return construct(IntactDate, args.length === 0 ? [now()] : args, new.target);
  };
  const { now: original } = IntactDate;
  put(
    standIn(IntactDate, held),
    "now",
    standIn(original, () => now()),
  );
  put(globalThis, "Date", held);
  put(IntactDate.prototype, "constructor", held);
}

/**
 * Replaces what `performance` gives.
 *
 * @param elapsed gives how many ms have passed since the clock was held
 * @param age of the process when the clock was held, in ms
 * @param origin when the process was born, in ms since 1970
 */
function holdPerformance(elapsed: () => number, age: number, origin: number): void {
  const prototype: unknown = Object.getPrototypeOf(performance);
  if (!hasMembers(prototype)) return;
  const original = prototype["now"];
  if (typeof original !== "function") return;
  const now = function (this: unknown): number {
    // The original throws if `this` is anything else.
    apply(original, this, []);
    return age + elapsed();
  };
  put(prototype, "now", standIn(original, now));
  Object.defineProperty(prototype, "timeOrigin", { configurable: true, enumerable: true, get: () => origin });
}

function holdProcess(elapsed: () => number, standing: boolean): void {
  const { hrtime, uptime } = process;
  const begin = standing ? STANDING.hrtime : hrtime.bigint();
  const age = standing ? STANDING.age / 1000 : uptime();
  const bigint = () => begin + BigInt(round(elapsed() * 1e6));
  const held = (earlier?: [number, number]): [number, number] => {
    // The original throws if this is not an earlier time.
    if (earlier !== undefined) hrtime(earlier);
    const [seconds, nanoseconds] = earlier ?? [0, 0];
    const passed = bigint() - BigInt(seconds) * 1_000_000_000n - BigInt(nanoseconds);
    const rest = ((passed % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
    return [Number((passed - rest) / 1_000_000_000n), Number(rest)];
  };
  put(standIn(hrtime, held), "bigint", standIn(hrtime.bigint, bigint));
  put(process, "hrtime", held);
  put(
    process,
    "uptime",
    standIn(uptime, () => age + elapsed() / 1000),
  );
}

/**
 * Replaces `Temporal.Now`, where there is a Temporal (Node 26).
 *
 * @param nanoseconds gives the time, in ns since 1970
 */
function holdTemporal(nanoseconds: () => bigint): void {
  const temporal: unknown = get(globalThis, "Temporal");
  if (!hasMembers(temporal)) return;
  const { Now, Instant } = temporal;
  if (!hasMembers(Now) || !hasMembers(Instant)) return;
  const { fromEpochNanoseconds: make, prototype } = Instant;
  const zoned = hasMembers(prototype) ? prototype["toZonedDateTimeISO"] : undefined;
  const { timeZoneId } = Now;
  if (typeof make !== "function" || typeof zoned !== "function" || typeof timeZoneId !== "function") return;
  const instant = (): unknown => apply(make, Instant, [nanoseconds()]);
  const inZone = (zone?: unknown): unknown =>
    apply(zoned, instant(), [zone === undefined ? apply(timeZoneId, Now, []) : zone]);
  const without = (name: string) => {
    return (zone?: unknown): unknown => {
      const whole = inZone(zone);
      const less = hasMembers(whole) ? whole[name] : undefined;
      return typeof less === "function" ? apply(less, whole, []) : whole;
    };
  };
  const replacements = {
    instant,
    zonedDateTimeISO: inZone,
    plainDateTimeISO: without("toPlainDateTime"),
    plainDateISO: without("toPlainDate"),
    plainTimeISO: without("toPlainTime"),
  };
  for (const [name, replacement] of Object.entries(replacements)) {
    const original = Now[name];
    if (typeof original === "function") put(Now, name, standIn(original, replacement));
  }
}

/** A clock to be held. */
interface Kind {
  /** A moving one runs at the pace of real time, and can be moved on. A real one cannot. */
  kind: "real" | "moving" | "standing";
  /** Whether it stands at first, until it is told to run. */
  stands: boolean;
  /** What it shows at first, in ms since 1970. */
  startsAt: number;
}

/**
 * Gives the program a clock. While it stands, no time passes, but timers still run at the pace of real time. To be called before the program and its libraries are
 * loaded: code that took the real clock and timers before, as Node itself and the guest have, keeps them. These stay
 * real: what other threads read, AbortSignal.timeout, Intl.DateTimeFormat without a date, entries of performance, the
 * times of files.
 */
export function holdClock({ kind, stands, startsAt }: Kind): Clock {
  let standing = stands || kind === "standing";
  const began = intact.now();
  const age = standing ? STANDING.age : began;
  let moved = 0;
  const elapsed = () => (standing ? 0 : intact.now() - began + moved);
  const now = () => floor(startsAt + elapsed());
  holdDate(now);
  holdPerformance(elapsed, age, startsAt - age);
  holdProcess(elapsed, standing);
  holdTemporal(() => BigInt(floor(startsAt)) * 1_000_000n + BigInt(round(elapsed() * 1e6)));
  const moveTo = (time: number) => {
    const missing = time - elapsed();
    if (missing > 0) moved += missing;
  };
  const advance = kind === "moving" ? holdTimers(elapsed, moveTo) : () => Promise.resolve();
  const run = () => {
    standing = kind === "standing";
  };
  syncBuiltinESMExports();
  return { now, advance, run };
}

/** Reads times as people and libraries write them: "7d", "15 min", "12 hours". */

import { DAY, HOUR, MINUTE, SECOND } from "./lifetime.ts";

const UNITS: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY };

// Not "ms", and not months.
const TIME = /^(\d+)\s*(s|m|h|d|w|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?)$/i;

/** A written time: its unit ("s", "m", "h", "d" or "w"), and how long it is in ms. null: the text is none. */
export function readTime(text: string | null): { unit: string; ms: number } | null {
  const [, count, word] = TIME.exec(text ?? "") ?? [];
  const unit = word?.charAt(0).toLowerCase();
  return unit === undefined ? null : { unit, ms: Number(count) * (UNITS[unit] ?? 0) };
}

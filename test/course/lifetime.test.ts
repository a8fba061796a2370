import { expect, test } from "vitest";
import { DAY, HOUR, inWords, meantInOtherUnit, MINUTE, SECOND } from "../../src/course/lifetime.ts";

test.each([
  [15 * MINUTE, "15 minutes"],
  [7 * DAY, "7 days"],
  [1 * DAY, "1 day"],
  [0.9 * SECOND, "less than a second"],
  [10.42 * DAY, "about 10.4 days"],
  [36 * HOUR, "about 1.5 days"],
  [365 * DAY, "1 year"],
])("%i ms are %s", (ms, words) => {
  expect(inWords(ms)).toBe(words);
});

/** What was meant by a life that was measured exactly. */
function meant(ms: number, token: "access" | "refresh"): number | null {
  return meantInOtherUnit({ good: ms, ended: ms }, token);
}

test.each([
  ["access", 900, 15 * MINUTE],
  ["access", 900_000 * SECOND, 15 * MINUTE],
  ["access", 3_600_000 * SECOND, HOUR],
  ["refresh", 604_800, 7 * DAY],
  ["refresh", 604_800_000 * SECOND, 7 * DAY],
] as const)("%s: a token that lives %i ms was to live %i ms", (token, ms, wanted) => {
  expect(meant(ms, token)).toBe(wanted);
});

test.each([
  ["access", 10 * SECOND],
  ["access", 30 * SECOND],
  ["access", DAY],
  ["access", 7 * DAY],
  ["access", 30 * DAY],
  ["refresh", 15 * MINUTE],
  ["refresh", 10 * MINUTE],
  ["refresh", HOUR],
  ["refresh", 8 * HOUR],
  ["refresh", 90 * DAY],
  ["refresh", 365 * DAY],
] as const)("%s: a token that lives %i ms may be meant to", (token, ms) => {
  expect(meant(ms, token)).toBeNull();
});

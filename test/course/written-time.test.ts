import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../../src/course/lifetime.ts";
import { readTime } from "../../src/course/written-time.ts";

test.for([
  ["7d", "d", 7 * DAY],
  ["15 min", "m", 15 * MINUTE],
  ["12 hours", "h", 12 * HOUR],
  ["90s", "s", 90 * SECOND],
  ["2 Weeks", "w", 14 * DAY],
] as const)("%s is read", ([text, unit, ms]) => {
  expect(readTime(text)).toEqual({ unit, ms });
});

test.for(["500ms", "3 months", "1y", "soon", "", null])("%s is no such time", (text) => {
  expect(readTime(text)).toBeNull();
});

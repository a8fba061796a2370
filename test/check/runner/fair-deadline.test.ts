import { expect, test } from "vitest";
import { countedTime } from "../../../src/check/runner/fair-deadline.ts";

test.each([
  ["on a quiet machine, all", 3_000, 0, 3_000],
  ["of a busy one, what the program could use", 8_000, 5_000, 3_000],
  ["where it could use next to nothing, a part, so that the wait has an end", 80_000, 79_999, 20_000],
  ["where two processes waited in the same moment, a part as well", 1_000, 1_600, 250],
])("of a time counts: %s", (_, passed, unusable, counted) => {
  expect(countedTime(passed, unusable)).toBe(counted);
});

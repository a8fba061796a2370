/** `--timeout`: the deadlines of a check, as the learner wants them. */

import { typed } from "../base/invocation.ts";
import { problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { DEADLINES } from "../check/deadlines.ts";
import type { Deadlines } from "../check/deadlines.ts";

/** The longest time that Node's timers can hold, in ms: https://nodejs.org/api/timers.html */
const LONGEST = 2 ** 31 - 1;
/** At most this many requests use up their deadline, because a route that hung is not asked again. */
const HANGING = 4;

/**
 * @param timeout `--timeout` as typed: the deadline of one request in ms; undefined: the usual one
 * @returns deadlines in which so slow an app can be checked: boot and check get more where they need it
 */
export function deadlinesFor(timeout: string | undefined): Deadlines | Problem {
  if (timeout === undefined) return DEADLINES;
  const request = /^\d+(\.\d+)?$/.test(timeout) ? Number(timeout) : 0;
  if (request <= 0) {
    return problem(
      "bad-timeout",
      `--timeout takes milliseconds above 0, not "${timeout}".`,
      typed(`check --timeout ${DEADLINES.request}`),
    );
  }
  const boot = Math.max(DEADLINES.boot, request);
  const check = Math.max(DEADLINES.check, boot + HANGING * request);
  return {
    ...DEADLINES,
    boot: Math.min(boot, LONGEST),
    request: Math.min(request, LONGEST),
    check: Math.min(check, LONGEST),
  };
}

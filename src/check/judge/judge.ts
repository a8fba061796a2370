/** Says what holds: a pure function of the transcript. */

import type { Transcript } from "../transcript.ts";
import { failed, skipped } from "./check.ts";
import type { Check, CheckResult } from "./check.ts";
import { exchangeOf, isSuccess } from "./read-transcript.ts";
import { answersInTime, answersOnce, keepsRunning, starts } from "./general.ts";

/**
 * All checks of a step, with the general ones around them. `checks` holds the step's own and those of earlier steps.
 */
export function allChecks(checks: readonly Check[]): Check[] {
  return [starts, ...checks, answersInTime, answersOnce, keepsRunning];
}

/** Whether all that a check builds on went well. */
function couldBeSeen({ needs = [] }: Check, transcript: Transcript): boolean {
  return needs.every((label) => {
    const response = exchangeOf(transcript, label)?.response;
    return response ? isSuccess(response) : false;
  });
}

/**
 * Judges a transcript by the checks of a step and by the general ones. What only seems to hold, because something else
 * failed before it could be seen, is skipped. A check that was skipped although nothing failed counts as failed, because
 * it was never seen to hold.
 *
 * @param checks the step's own and those of earlier steps, in order
 */
export function judge(checks: readonly Check[], transcript: Transcript): CheckResult[] {
  const results = allChecks(checks).map((check) => ({ check, finding: check.judge(transcript) }));
  if (results.some(({ finding }) => finding.status === "failed")) {
    return results.map(({ check, finding }) =>
      finding.status === "passed" && !couldBeSeen(check, transcript)
        ? { check, finding: skipped }
        : { check, finding },
    );
  }
  return results.map(({ check, finding }) =>
    finding.status === "skipped"
      ? { check, finding: failed(check.title, "it could not be looked at: the check ran out of time") }
      : { check, finding },
  );
}

/** The first of some checks that is known to fail from a part of a transcript; null where none is yet. */
export function firstToFail(checks: readonly Check[], part: Transcript): Check | null {
  return checks.find((check) => check.judge(part).status === "failed") ?? null;
}

/** The first check that does not hold; null where all do. */
export function firstFailure(results: readonly CheckResult[]): CheckResult | null {
  return results.find(({ finding }) => finding.status === "failed") ?? null;
}

/** Whether everything holds. */
export function allHold(results: readonly CheckResult[]): boolean {
  return results.every(({ finding }) => finding.status === "passed");
}

/** Says what holds: a pure function of the transcript. */

import type { Transcript } from "../transcript.ts";
import type { Check, CheckResult } from "./check.ts";
import { failed } from "./check.ts";
import { answersInTime, answersOnce, keepsRunning, starts } from "./general.ts";

/**
 * Judges a transcript by the checks of a step and those before it (`checks`, in order), between the general ones.
 * A check that was skipped although nothing failed counts as failed: what was not seen does not hold.
 */
export function judge(checks: readonly Check[], transcript: Transcript): CheckResult[] {
  const all = [starts, ...checks, answersInTime, answersOnce, keepsRunning];
  const results = all.map((check) => ({ check, finding: check.judge(transcript) }));
  if (results.some(({ finding }) => finding.status === "failed")) return results;
  return results.map(({ check, finding }) =>
    finding.status === "skipped"
      ? { check, finding: failed(check.title, "it could not be looked at: the check ran out of time") }
      : { check, finding },
  );
}

/** The first check that does not hold; null where all do. */
export function firstFailure(results: readonly CheckResult[]): CheckResult | null {
  return results.find(({ finding }) => finding.status === "failed") ?? null;
}

/** Whether everything holds. */
export function allHold(results: readonly CheckResult[]): boolean {
  return results.every(({ finding }) => finding.status === "passed");
}

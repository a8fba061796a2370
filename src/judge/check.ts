/** A check: one thing that must hold, judged on the transcript alone. */

import type { Transcript } from "../transcript.ts";

export type Finding =
  | { status: "passed" }
  /** What it looks at did not happen, because of something that another check tells. */
  | { status: "skipped" }
  | { status: "failed"; expected: string; received: string };

export interface Check {
  id: string;
  title: string;
  /** The label of the exchange that it looks at; null where it looks at more than one, or at none. */
  exchange: string | null;
  judge(transcript: Transcript): Finding;
}

/** What came of one check. */
export type CheckResult = { check: Check; finding: Finding };

export const passed: Finding = { status: "passed" };
export const skipped: Finding = { status: "skipped" };

export function failed(expected: string, received: string): Finding {
  return { status: "failed", expected, received };
}

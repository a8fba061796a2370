/** A check: one thing that must hold, judged on the transcript alone. */

import type { Transcript } from "../transcript.ts";

export type Finding =
  | { status: "passed" }
  /** What it looks at did not happen, because of something that another check tells. */
  | { status: "skipped" }
  | { status: "failed"; expected: string; received: string };

/** What a check wants of an answer; rules compare it with what came. */
export interface Expectation {
  /** "success" is any 2xx. */
  status: "success" | number;
  /** What the JSON body has to hold. */
  fields: Record<string, string>;
}

export interface Check {
  id: string;
  title: string;
  /** The label of the exchange that it looks at; null where it looks at more than one, or at none. */
  exchange: string | null;
  /** What the answer of that exchange should be, where the check is about one answer. */
  expects?: Expectation;
  judge(transcript: Transcript): Finding;
}

/** What came of one check. */
export type CheckResult = { check: Check; finding: Finding };

export const passed: Finding = { status: "passed" };
export const skipped: Finding = { status: "skipped" };

export function failed(expected: string, received: string): Finding {
  return { status: "failed", expected, received };
}

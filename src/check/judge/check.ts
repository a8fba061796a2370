/** A check: one thing that must hold, judged on the transcript alone. */

import type { Transcript } from "../transcript.ts";

export type Finding =
  | { status: "passed" }
  /** What it looks at did not happen, because of something that another check tells. */
  | { status: "skipped" }
  /** `exchange`: the label of the one that shows it, where that is another than the check's. */
  | { status: "failed"; expected: string; received: string; exchange?: string };

/** What a check wants of an answer; rules compare it with what came. */
export interface Expectation {
  /** "success" is any 2xx. */
  status: "success" | number;
  /** What the JSON body has to hold; null: any text with something in it. */
  fields: Record<string, string | null>;
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

/** The label of the exchange that shows what came of a check; null where there is none. */
export function exchangeLabel({ check, finding }: CheckResult): string | null {
  return (finding.status === "failed" ? finding.exchange : undefined) ?? check.exchange;
}

export const passed: Finding = { status: "passed" };
export const skipped: Finding = { status: "skipped" };

export function failed(expected: string, received: string, exchange?: string): Finding {
  return { status: "failed", expected, received, ...(exchange === undefined ? {} : { exchange }) };
}

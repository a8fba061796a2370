/** A check: one thing that must hold, judged by the transcript alone. */

import type { Transcript } from "../transcript.ts";

export type Finding =
  | { status: "passed" }
  /** What it would look at did not happen, and another check tells why. */
  | { status: "skipped" }
  /** `exchange`: the label of the exchange that shows it, where that is not the check's own. */
  | { status: "failed"; expected: string; received: string; exchange?: string };

/** What a check wants of an answer. Rules compare the answer with it. */
export interface Expectation {
  /** "success" is any 2xx. */
  status: "success" | number;
  /** What the JSON body has to hold; null: any text that is not empty. */
  fields: Record<string, string | null>;
}

export interface Check {
  id: string;
  title: string;
  /** The label of the exchange that it looks at; null where it looks at several, or at none. */
  exchange: string | null;
  /** What the answer of that exchange should be, where the check is about one answer. */
  expects?: Expectation;
  /**
   * The labels of requests that must have gone well before the check can be seen to hold: that a logged out token is
   * refused says nothing where no logout went well.
   */
  needs?: readonly string[];
  /**
   * It is judged by what only the program's own process can tell, such as what its store holds: code in that process
   * could say something else. What is not marked is judged by answers and deadlines, outside.
   */
  seenInside?: true;
  judge(transcript: Transcript): Finding;
}

/** A check and how it went. */
export type CheckResult = { check: Check; finding: Finding };

/** The label of the exchange that shows how a check went; null where there is none. */
export function exchangeLabel({ check, finding }: CheckResult): string | null {
  return (finding.status === "failed" ? finding.exchange : undefined) ?? check.exchange;
}

export const passed: Finding = { status: "passed" };
export const skipped: Finding = { status: "skipped" };

export function failed(expected: string, received: string, exchange?: string): Finding {
  return { status: "failed", expected, received, ...(exchange === undefined ? {} : { exchange }) };
}

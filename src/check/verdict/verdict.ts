/** The result of a check: all that the terminal and JSON show, so that neither has to work anything out. */

import type { Step } from "../step.ts";
import type { Diagnosis } from "../diagnosis/mistake.ts";
import type { CheckResult } from "../judge/check.ts";
import type { Transcript } from "../transcript.ts";

export interface Verdict {
  step: Step;
  /** The learner's file, absolute. */
  file: string;
  passed: boolean;
  /** How long the whole check took. */
  ms: number;
  results: readonly CheckResult[];
  /** The first check that does not hold; null when everything holds. */
  failure: CheckResult | null;
  /** The root cause is the first; empty when everything holds. */
  diagnoses: readonly Diagnosis[];
  /** What could be better although everything holds. It never makes a check fail. */
  advice: readonly Diagnosis[];
  transcript: Transcript;
  /** What a fresh boot answered to the experiments of the failed step; null where none were played. */
  experiment: Transcript | null;
}

/** A mistake that can be recognised, and what recognising one yields. */

import type { CheckResult } from "../judge/check.ts";
import type { Exchange, Place, Transcript } from "../transcript.ts";
import type { Source } from "../source/source.ts";

/** Why the app falls short, for the learner. */
export interface Diagnosis {
  id: string;
  title: string;
  /** Why it happens, in two or three sentences. */
  why: string;
  /** What to do, never the finished line. */
  fix: string;
  /** The place in the learner's source, where the cause has one. */
  place: Place | null;
}

/** All that a rule may look at. */
export interface Evidence {
  transcript: Transcript;
  results: readonly CheckResult[];
  /** The first check that failed; null when rules look for advice. */
  failure: CheckResult | null;
  /** The exchange that the first failed check looked at. */
  exchange: Exchange | null;
  /** What a fresh boot answered to the failed step's experiments; null where there are none. */
  experiment: Transcript | null;
  /** The learner's source, parsed. */
  source: Source;
}

export interface Mistake {
  id: string;
  /** A diagnosis where the evidence shows this mistake, else null. Pure. */
  find(evidence: Evidence): Omit<Diagnosis, "id"> | null;
}

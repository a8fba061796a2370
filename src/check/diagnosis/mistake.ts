/** A mistake that a rule can recognise, and what the rule then explains. */

import type { CheckResult } from "../judge/check.ts";
import type { Source } from "../source/source.ts";
import type { Exchange, Place, Transcript } from "../transcript.ts";

/** Why the app falls short, or what it could do better, in words for the learner. */
export interface Diagnosis {
  id: string;
  title: string;
  /** Why it happens, in two or three sentences. */
  why: string;
  /** What to do; never the finished line of code. */
  fix: string;
  /** The place in the learner's source, where the cause has one. */
  place: Place | null;
}

/** What a rule finds out: the diagnosis without its id. */
export type Explanation = Omit<Diagnosis, "id">;

/** All that a rule may look at. */
export interface Evidence {
  transcript: Transcript;
  results: readonly CheckResult[];
  /** The first check that failed. */
  failure: CheckResult;
  /**
   * The exchange that the first failed check looked at, else the first that went wrong; null where nothing was sent.
   */
  exchange: Exchange | null;
  /** What a fresh boot answered to the failed step's experiments; null where there were none. */
  experiment: Transcript | null;
  /** The learner's source, parsed. */
  source: Source;
}

export interface Mistake {
  id: string;
  /** An explanation where the evidence shows this mistake, else null. Pure. */
  find(evidence: Evidence): Explanation | null;
}

/** Advice about an app that passed. */
export interface Advice {
  id: string;
  /**
   * An explanation where the transcript shows that the advice is due, else null.
   *
   * @param readSource reads and parses the learner's source; that takes time, so an advice asks for it only where the
   *   transcript alone does not decide
   */
  find(
    transcript: Transcript,
    readSource: () => Promise<Source>,
  ): Explanation | null | Promise<Explanation | null>;
}

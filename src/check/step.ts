/** What a step of the course is made of. A step is a folder under steps/; its step.ts exports one of these as `step`. */

import type { Advice, Mistake } from "./diagnosis/mistake.ts";
import type { Check, CheckResult } from "./judge/check.ts";
import type { Scenario } from "./scenario.ts";
import type { Request, Transcript } from "./transcript.ts";

/** The course has two parts: the pattern, and what makes it fit for production. */
export type Part = "one" | "two";

/** Scenarios that are played in fresh worlds after a failure, to tell its causes apart. */
export interface Experiment {
  scenarios: readonly Scenario[];
  /** Whether it can tell anything about a failure, given how the scenarios went. */
  explains(failure: CheckResult, said: Transcript): boolean;
}

/** A step says itself all that belongs to it, composed of what steps share: nothing is added by its number. */
export interface Step {
  /** Counts from 1; the folder's name starts with it. */
  number: number;
  /** How the learner names it: `check token`. The folder's name ends with it. */
  name: string;
  part: Part;
  title: string;
  /** What to say when it is passed. */
  learned: string;
  /** What the thief tries in this step, for the page at the end of part two. */
  attack?: {
    tried: string;
    /** What a line of code holds that stops it. */
    stoppedBy: RegExp;
    /** It stands below the first line that holds this text. */
    after?: string;
  };
  /** What people do with the app for a check: all that the checks look at. */
  scenarios: readonly Scenario[];
  /** The first that explains the failure is played. */
  experiments: readonly Experiment[];
  /** What is played after a pass to see what advice is due; its answers are the learner's choice. */
  afterthoughts: readonly Scenario[];
  /** In the order in which they are told: the first that fails is explained. */
  checks: readonly Check[];
  /** Those of the checks that no earlier step has; all of them where that is left out. */
  added?: readonly Check[];
  /** The mistakes that the step knows, most telling first. */
  mistakes: readonly Mistake[];
  /** What deserves a word although every check holds. */
  advice: readonly Advice[];
  /** A short sequence to send by hand, that works in this order once the step is passed. */
  trial: readonly Request[];
  /** A client needs its cookies for it: curl is then told to keep them in a jar. */
  keepsCookies?: boolean;
}

/**
 * What a step of the course is made of. A step is a folder under steps/, and its step.ts exports one of these as
 * `step`.
 */

import type { Advice, Mistake } from "./diagnosis/mistake.ts";
import type { Check, CheckResult } from "./judge/check.ts";
import type { Scenario } from "./scenario.ts";
import type { Request, Transcript } from "./transcript.ts";

/** The course has two parts: the pattern, and what makes it fit for production. */
export type Part = "one" | "two";

/** Scenarios that are played in fresh worlds after a failure, to find out which cause it has. */
export interface Experiment {
  scenarios: readonly Scenario[];
  /** Whether the experiment can explain a failure, given how the scenarios went. */
  explains(failure: CheckResult, said: Transcript): boolean;
}

/** A step itself names all that belongs to it, also what it shares with other steps: nothing depends on its number. */
export interface Step {
  /** Counts from 1. The folder's name begins with it. */
  number: number;
  /** The name that learners type: `check token`. The folder's name ends with it. */
  name: string;
  part: Part;
  title: string;
  /** What the learner knows once the step is passed. */
  learned: string;
  /** What the thief tries in this step, for the page at the end of part two. */
  attack?: {
    tried: string;
    /** Matches the line of code that stops the thief. */
    stoppedBy: RegExp;
    /** That line comes after the first line that holds this text. */
    after?: string;
  };
  /** What people do with the app during a check. The checks judge only this. */
  scenarios: readonly Scenario[];
  /** The first experiment that can explain the failure is played. */
  experiments: readonly Experiment[];
  /** What is played after a pass, to find out which advice is due. How the app answers is the learner's choice. */
  afterthoughts: readonly Scenario[];
  /** In the order in which they are shown. The first that fails is explained. */
  checks: readonly Check[];
  /** Those of the checks that are new in this step; without it, all of them are. */
  added?: readonly Check[];
  /** The mistakes that the step knows, the most specific first. */
  mistakes: readonly Mistake[];
  /** Advice about an app that passes. */
  advice: readonly Advice[];
  /** A few requests to send by hand, which succeed in this order once the step is passed. */
  trial: readonly Request[];
  /** Whether the trial needs cookies: curl is then told to keep them in a file. */
  keepsCookies?: boolean;
}

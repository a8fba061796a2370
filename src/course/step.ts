/** What a step of the course is made of. A step is a folder under steps/; its step.ts exports one of these as `step`. */

import type { Advice, Mistake } from "../check/diagnosis/mistake.ts";
import type { Check } from "../check/judge/check.ts";
import type { Request, Transcript } from "../check/transcript.ts";

/** A request, and the name that checks and rules know its exchange by. */
export interface Sending {
  send: Request;
  label: string;
  /**
   * Makes another request that has to be answered alike. It is sent once or twice more, by chance: an app is not right
   * that counts its requests or knows what will be asked. It is heard of only where the answer's status is another one.
   */
  alike?: () => Request;
  /** `refreshTokens` is to change by it: an app that answers first and changes it later is given time to. */
  changesStore?: boolean;
}

/** One thing to do while a learner's app is up. */
export type Action =
  | Sending
  /** Puts another person's token into `refreshTokens`, as that person's login would have. */
  | { addToken: string; at: "front" | "back" };

export interface Experiments {
  /** What a fresh boot is sent. */
  actions: readonly Action[];
  /** Whether that can tell anything, given how the scenario went. */
  worthwhile(said: Transcript): boolean;
}

export interface Step {
  /** Counts from 1; the folder's name starts with it. */
  number: number;
  /** How the learner names it: `check token`. The folder's name ends with it. */
  name: string;
  title: string;
  /** What to say when it is passed. */
  learned: string;
  /** What the app is sent for a check, in order, in one boot: all that this step's and earlier checks look at. */
  scenario: readonly Action[];
  /** What tells the causes apart once a check of this step has failed; null where the scenario does. */
  experiments: Experiments | null;
  /** What is sent after the scenario to see what advice is due; its answers are the learner's choice. */
  afterthoughts: readonly Action[];
  /** This step's own; those of the steps before it are checked as well. */
  checks: readonly Check[];
  /** The mistakes that only this step knows, most telling first. */
  mistakes: readonly Mistake[];
  /** What deserves a word although every check holds. */
  advice: readonly Advice[];
}

/** A POST request with a JSON body, the way every step sends one. */
export function post(path: string, body?: unknown): Request {
  if (body === undefined) return { method: "POST", path, headers: {}, body: null };
  return {
    method: "POST",
    path,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

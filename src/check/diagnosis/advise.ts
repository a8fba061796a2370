/** Words about an app that passed. */

import type { Step } from "../step.ts";
import type { Transcript } from "../transcript.ts";
import type { Diagnosis } from "./mistake.ts";

/** The advice that a step has for an app that passed it; never makes it fail. */
export function adviseOn(step: Step, transcript: Transcript): Diagnosis[] {
  return step.advice.flatMap(({ id, find }) => {
    const found = find(transcript);
    return found ? [{ id, ...found }] : [];
  });
}

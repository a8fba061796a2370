/** Words about an app that passed. */

import type { Transcript } from "../transcript.ts";
import type { Advice, Diagnosis } from "./mistake.ts";

/** What the transcript of an app that passed calls for; `advice`: what its step knows. Never makes it fail. */
export function adviseOn(advice: readonly Advice[], transcript: Transcript): Diagnosis[] {
  return advice.flatMap(({ id, find }) => {
    const found = find(transcript);
    return found ? [{ id, ...found }] : [];
  });
}

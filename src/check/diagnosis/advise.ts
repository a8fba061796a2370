/** Words about an app that passed. */

import type { Source } from "../source/source.ts";
import type { Transcript } from "../transcript.ts";
import type { Advice, Diagnosis } from "./mistake.ts";

/**
 * What an app that passed calls for; `advice`: what its step knows. Never makes it fail. `readSource`: reads the learner's
 * source, called only where an advice asks for it.
 */
export async function adviseOn(
  advice: readonly Advice[],
  transcript: Transcript,
  readSource: () => Promise<Source>,
): Promise<Diagnosis[]> {
  const all: Diagnosis[] = [];
  for (const { id, find } of advice) {
    const found = await find(transcript, readSource);
    if (found) all.push({ id, ...found });
  }
  return all;
}

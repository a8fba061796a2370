/** Advice about an app that passed. */

import type { Source } from "../source/source.ts";
import type { Transcript } from "../transcript.ts";
import type { Advice, Diagnosis } from "./mistake.ts";

/**
 * What deserves advice in an app that passed. It never makes the app fail.
 *
 * @param advice the advice that the step knows
 * @param readSource reads the learner's source; called only if an advice needs it
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

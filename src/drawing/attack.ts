/** The story of an attack on the learner's own code, shown when the learner comes to a step of part two. */

import type { Verdict } from "../check/verdict/verdict.ts";
import type { Canvas } from "./canvas.ts";
import { explain, prose } from "./diagnosis.ts";
import type { Files } from "./diagnosis.ts";
import { sceneOf } from "./scene.ts";
import { paintOf } from "./style.ts";
import { named, tokenNames } from "./token-names.ts";

/** What the thief tried on the code from the step before, and how that code failed. It may also withstand all of it. */
export function tellAttack(verdict: Verdict, canvas: Canvas & Files): string[] {
  const { bold } = paintOf(canvas);
  const [diagnosis] = verdict.diagnoses;
  const heading = prose("Your code was attacked as it is now.", canvas).map((line) => bold(line));
  if (!diagnosis) return [...heading, "", ...prose("It held: this step's attacks got nothing.", canvas)];
  const nameTokens = tokenNames(sceneOf(verdict.transcript, verdict.results).exchanges);
  // What to do about it is left to the lesson and the learner.
  return [...heading, "", ...explain({ ...named(diagnosis, nameTokens), fix: "" }, canvas, canvas)];
}

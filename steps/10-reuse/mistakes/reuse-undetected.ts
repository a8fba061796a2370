/** An old token is refused, but its login goes on. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { nameOf, receiverOf } from "../../../src/check/source/syntax.ts";
import type { Place } from "../../../src/check/transcript.ts";
import { doneBeforeNothing, doneInBranch, refusedAt } from "../../../src/course/before-refusal.ts";
import { neverFilled } from "../../../src/course/never-filled.ts";
import { removalsOf } from "../../../src/course/token-code.ts";
import { wasTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

/** What was done about the old token in the branch that refused it, to no effect; else where it was refused. */
function placeOfRefusal({ transcript, source }: Evidence): Place | null {
  const refusal = refusedAt(exchangeOf(transcript, "replayed-first"));
  const empty = neverFilled(source);
  // Where the old token leaves the store, it should go into what is asked for old ones.
  const leaving = removalsOf(source, "/token").find(({ node }) => nameOf(receiverOf(node)) !== empty);
  if (empty !== null && leaving) return placeOfFound(leaving);
  return firstPlace(doneInBranch(source, refusal), doneBeforeNothing(source, refusal)) ?? refusal;
}

export const reuseUndetected: Mistake = {
  id: "reuse-undetected",
  find(evidence) {
    if (!isAbout(evidence, "reuse-ends-session", "reuse-refused")) return null;
    const [first, second] = ["ada-after-replay", "alan-after-replay"].map((label) =>
      wentWell(evidence, label),
    );
    if (!first && !second) return null;
    // First of all, the old token itself has to be refused.
    if (!wasTurnedAway(evidence, "replayed-first") && !wasTurnedAway(evidence, "replayed-second"))
      return null;
    return {
      title: "An old token comes back, and nothing happens",
      why: "ada logged in and renewed twice. Then mallory sent ada's first token, which only a thief still has, and was refused. But ada's newest token went on working: had mallory been faster, the one who is refused would be ada, and mallory would renew forever.",
      fix: "Remember which login each old token belonged to. When one comes back, two have it: end that login, with its newest token, so that both have to log in again.",
      place: placeOfRefusal(evidence),
    };
  },
};

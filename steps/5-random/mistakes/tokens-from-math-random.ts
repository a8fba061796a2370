/** Tokens are made of Math.random, alone or with the time. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import { isAboutTokens, isMathRandom, placeOfMaking, repeatedBy } from "./guesses.ts";

export const tokensFromMathRandom: Mistake = {
  id: "tokens-from-math-random",
  find(evidence) {
    const by = repeatedBy(evidence);
    if (!isAboutTokens(evidence) || !by || by.clock) return null;
    const calls = within(functionsOf(evidence.source, "POST", "/login"), isMathRandom);
    const onlyCall = calls.length === 1 ? calls[0] : null;
    return {
      title: "Refresh tokens are made of Math.random",
      why: `Two boots of your app whose Math.random gave the same numbers${by.chance ? "" : " at the same time of day"} gave the same tokens. Math.random is made to look mixed, not to be secret: from a few of its numbers mallory computes all that follow, and so the next person's token.`,
      fix: "Take the bytes from node:crypto: randomBytes gives numbers that nobody can compute.",
      place: firstPlace(onlyCall) ?? placeOfMaking(evidence, isMathRandom),
    };
  },
};

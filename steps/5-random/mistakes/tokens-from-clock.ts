/** Tokens are made of the time. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAboutTokens, isClock, placeOfMaking, repeatedBy } from "./guesses.ts";

export const tokensFromClock: Mistake = {
  id: "tokens-from-clock",
  find(evidence) {
    const by = repeatedBy(evidence);
    if (!isAboutTokens(evidence) || !by?.clock || by.chance) return null;
    return {
      title: "Refresh tokens are made of the time",
      why: "Two boots of your app whose clocks showed the same moment gave the same tokens. Mallory knows about when grace logged in: she tries every millisecond of that minute, 60,000 tokens in all. A hash around it changes nothing, because she can compute that, too.",
      fix: "Make the token of random bytes from node:crypto; keep the time beside it, if you need it.",
      place: placeOfMaking(evidence, isClock),
    };
  },
};

/** Tokens follow a counter: every boot gives the same ones. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAboutTokens, isCounting, isJoining, placeOfMaking, repeatedBy } from "./guesses.ts";

export const tokensCounted: Mistake = {
  id: "tokens-counted",
  find(evidence) {
    const by = repeatedBy(evidence);
    if (!isAboutTokens(evidence) || !by?.clock || !by.chance) return null;
    return {
      title: "Refresh tokens follow a counter",
      why: "Each boot of your app gives the same tokens in the same order, whatever the time and the chance. Mallory logs in, looks at her own token, and works out the one before it and the one after it.",
      fix: "Make the token of random bytes from node:crypto; a number may count logins, but not open them.",
      place: placeOfMaking(evidence, isCounting, isJoining),
    };
  },
};

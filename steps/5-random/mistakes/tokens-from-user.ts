/** A person's token is the same at each login. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { areAllAlike, inShort, isAboutTokens, isJoining, placeOfMaking, tokensOf } from "./guesses.ts";

export const tokensFromUser: Mistake = {
  id: "tokens-from-user",
  find(evidence) {
    const [ada, grace] = [tokensOf(evidence, "ada"), tokensOf(evidence, "grace")];
    if (!isAboutTokens(evidence) || !areAllAlike(ada) || !areAllAlike(grace)) return null;
    return {
      title: "A person's refresh token is the same at every login",
      why: `Ada logged in ${ada.length} times and got ${inShort(ada[0] ?? "")} each time: it depends on who logs in and on nothing else. Whoever knows how it is made, or has seen it once, has it forever.`,
      fix: "Make a new token at each login, from crypto's randomBytes, and let the store remember whose it is.",
      place: placeOfMaking(evidence, isJoining),
    };
  },
};

/** Every login gives the same token, whoever logs in. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { areAllAlike, inShort, isAboutTokens, placeOfMaking, tokensOf } from "./guesses.ts";

export const tokensFixed: Mistake = {
  id: "tokens-fixed",
  find(evidence) {
    const tokens = [...tokensOf(evidence, "ada"), ...tokensOf(evidence, "grace")];
    if (!isAboutTokens(evidence) || !areAllAlike(tokens)) return null;
    return {
      title: "Everybody gets the same refresh token",
      why: `${tokens.length} logins of two people gave ${inShort(tokens[0] ?? "")} each time. Mallory logs in once, as herself, and holds the token of everybody.`,
      fix: "Make a new token at each login, inside the handler, from crypto's randomBytes.",
      place: placeOfMaking(evidence),
    };
  },
};

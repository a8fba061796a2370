/** POST /token accepts any token. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { placeOfFound } from "../../../src/check/source/handlers.ts";
import { accepted, conditionsIn, isAboutToken, lookupIn, renewalsOf } from "./renewals.ts";

export const tokenIgnoresStore: Mistake = {
  id: "token-ignores-store",
  find(evidence) {
    const { unknown, beforeLogin } = renewalsOf(evidence);
    if (!isAboutToken(evidence) || !accepted(unknown)) return null;
    const [condition] = conditionsIn(evidence);
    const lookup = lookupIn(evidence);
    const about = condition ?? lookup;
    const always = accepted(beforeLogin);
    return {
      title: "POST /token accepts tokens that were never given out",
      why: `"refresh999" was never given to anybody, and it gets a new access token${always ? ", even before the first login" : ""}. Whether the token is in refreshTokens makes no difference to the answer.`,
      fix: lookup
        ? "Print what this gives for a token that is not there: the good answer has to depend on whether refreshTokens holds it."
        : "Before the good answer, look the token up in refreshTokens, and refuse it when it is not there.",
      place: about ? placeOfFound(about) : answeredAt(unknown),
    };
  },
};

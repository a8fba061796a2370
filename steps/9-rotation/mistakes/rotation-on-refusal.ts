/** The program removes a token from the store before it knows that the token is good. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { lineThatEnds, refusalEndsLogin } from "../../../src/course/refusal-ends.ts";

export const rotationOnRefusal: Mistake = {
  id: "rotation-on-refusal",
  find(evidence) {
    if (
      !isAbout(
        evidence,
        "rotation-refusal-harmless",
        "logout-keeps-others",
        "token-renews-others",
        "token-renews-again",
        "rotation-others-stay",
      )
    )
      return null;
    if (!refusalEndsLogin(evidence)) return null;
    return {
      title: "A refused renewal ends somebody's login",
      why: "grace logged in. mallory sent a token that was never given out, and one of grace's with a character changed, and was refused both times. Then grace sent her own, and was refused as well: something was taken out of the store before it was known whether the token is good.",
      fix: "First find out whether the token is good, and answer if it is not. Only then take the old one out and put the new one in.",
      place: lineThatEnds(evidence),
    };
  },
};

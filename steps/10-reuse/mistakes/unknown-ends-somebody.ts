/** A token that was never given out is treated like a stolen one, and ends a login. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { lineThatEnds, refusalEndsLogin } from "../../../src/course/refusal-ends.ts";

export const unknownEndsSomebody: Mistake = {
  id: "unknown-ends-somebody",
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
      title: "An unknown token ends somebody's login",
      why: "grace logged in. mallory sent a token that was never given out to anybody, and was refused. Then grace sent her own, and was refused as well: what nobody knows was taken for a stolen token. Anybody could log others out by sending nonsense.",
      fix: "Three cases: the newest token of a login renews, an earlier one of it ends that login, and one that no login ever had is refused and changes nothing. Ask whether a login was found before you end it.",
      place: lineThatEnds(evidence),
    };
  },
};

/** Login stores another token than the one it gives out. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { isOwnAnswer, storingsOf } from "../../../src/course/mistakes/pattern.ts";
import { whatLoginAdded } from "../../../src/course/mistakes/what-login-added.ts";
import { isRefused } from "../../../src/course/sessions.ts";

export const storesAnotherToken: Mistake = {
  id: "stores-another-token",
  find(evidence) {
    const { transcript, source } = evidence;
    const known = exchangeOf(transcript, "renew");
    if (!isAbout(evidence, "token-renews", "token-renews-others") || !isRefused(known)) return null;
    const added = whatLoginAdded(evidence);
    if (!isOwnAnswer(evidence, known) || !added || added.holds || added.texts.length === 0) return null;
    const [storing] = storingsOf(source, "refresh");
    return {
      title: "Login stores another token than the one it gives out",
      why: "Ada's login put something into your store, but not the refresh token that ada was given. When she comes back with hers, it is not found and refused.",
      fix: "Make the token once, keep it in a variable, and use that for both: the store and the answer.",
      place: firstPlace(storing) ?? answeredAt(exchangeOf(transcript, "login")),
    };
  },
};

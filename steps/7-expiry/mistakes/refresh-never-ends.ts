/** Nothing in the program says when a refresh token ends. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { functionsOf, makingOfToken, within } from "../../../src/check/source/making.ts";
import { methodAsked } from "../../../src/check/source/only-named.ts";
import { storingsOf } from "../../../src/course/mistakes/pattern.ts";
import { isSigning } from "../../5-random/mistakes/guesses.ts";
import { livesTooLong, refreshJwt } from "./refresh-lifetime.ts";

export const refreshNeverEnds: Mistake = {
  id: "refresh-never-ends",
  find(evidence) {
    const { source, transcript } = evidence;
    if (livesTooLong(evidence)?.ended !== null) return null;
    // The end is looked at by a method that nobody calls: that has a rule of its own.
    if (methodAsked(source, functionsOf(source, "POST", "/token"))) return null;
    const making = makingOfToken(source, "refreshToken");
    const [signing] = within(making, isSigning);
    const storing = storingsOf(source, "refresh")[0];
    return {
      title: "The refresh token never ends",
      why: "Mallory found a token that grace got years ago, in an old backup, and it renews. As long as nobody logs out by that very token, it is good forever.",
      fix: "Keep with each refresh token when it ends, and refuse it from then on (RFC 9700 §4.14.2).",
      place:
        (refreshJwt(evidence) ? firstPlace(signing, storing) : firstPlace(storing)) ??
        answeredAt(exchangeOf(transcript, "login")),
    };
  },
};

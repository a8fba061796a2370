/** The refresh token ends, but long after a month. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { inWords } from "../../../src/course/lifetime.ts";
import { placeOfLifetime } from "../../../src/course/written-lifetime.ts";
import { livesTooLong } from "./refresh-lifetime.ts";

export const refreshEndsLate: Mistake = {
  id: "refresh-ends-late",
  find(evidence) {
    const life = livesTooLong(evidence);
    if (!life || life.ended === null) return null;
    return {
      title: "The refresh token ends too late",
      why: `It is good for ${inWords((life.good + life.ended) / 2)} after the login. A telephone that was sold, a backup that turns up: whoever finds the token by then is logged in. Here it ends within a month.`,
      fix: "Let it end after some days or weeks; whoever comes back more often can be given a new one.",
      place:
        placeOfLifetime(evidence.source, "refresh", life) ??
        answeredAt(exchangeOf(evidence.transcript, "login")),
    };
  },
};

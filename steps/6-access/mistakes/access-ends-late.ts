/** The access token ends, but long after an hour. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { inWords } from "../../../src/course/lifetime.ts";
import { placeOfLifetime } from "../../../src/course/written-lifetime.ts";
import { placeOfTolerance } from "../../../src/course/tolerance.ts";
import { livesTooLong } from "./access-lifetime.ts";

export const accessEndsLate: Mistake = {
  id: "access-ends-late",
  find(evidence) {
    const life = livesTooLong(evidence);
    if (!life) return null;
    const lived = life.ended === null ? "for years" : `for ${inWords((life.good + life.ended) / 2)}`;
    return {
      title: "The access token ends too late",
      why: `It is good ${lived}. Nobody can take an access token back before it ends, because GET /me asks no list; so its short life is what limits a thief. Here it may last an hour at most.`,
      fix: "Let it end after 5 to 15 minutes: the refresh token brings the next one.",
      place:
        placeOfTolerance(evidence.source, life) ??
        placeOfLifetime(evidence.source, "access", life) ??
        answeredAt(exchangeOf(evidence.transcript, "login")),
    };
  },
};

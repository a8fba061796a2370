/** The access token ends within the first minute. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { inWords } from "../../../src/course/lifetime.ts";
import { placeOfLifetime } from "../../../src/course/written-lifetime.ts";
import { livesTooShort } from "./access-lifetime.ts";

export const accessEndsEarly: Mistake = {
  id: "access-ends-early",
  find(evidence) {
    const life = livesTooShort(evidence);
    if (!life || life.ended === null) return null;
    return {
      title: "The access token ends too early",
      why: `It is good for ${inWords((life.good + life.ended) / 2)}, and 50 seconds after her login ada is refused. A client would do little else than renew, and a slow connection would fail.`,
      fix: "Let it live some minutes: 5 to 15 are usual.",
      place:
        placeOfLifetime(evidence.source, "access", life) ??
        answeredAt(exchangeOf(evidence.transcript, "login")),
    };
  },
};

/** The refresh token ends within a day. */

import type { Evidence, Explanation, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { inWords, meantInOtherUnit } from "../../../src/course/lifetime.ts";
import { isRefused } from "../../../src/course/sessions.ts";
import { placeOfLifetime } from "../../../src/course/written-lifetime.ts";
import { livesTooShort, timerTooLong } from "./refresh-lifetime.ts";

/** A timer that should delete the token in a month deletes it at once. */
function timerFiresAtOnce(evidence: Evidence): Explanation | null {
  const { exchange, failure } = evidence;
  const timer = timerTooLong(evidence);
  const about = /^(token-renews|access-renewed|refresh-lasts|logout-|me-answers-renewed)/.test(
    failure.check.id,
  );
  if (!timer || !about || !isRefused(exchange)) return null;
  return {
    title: "The timer that ends a refresh token fires at once",
    why: "Node's timers hold at most 2147483647 ms, which is a little less than 25 days. A longer one is set to 1 ms, so the token is gone before its client can use it.",
    fix: "Keep the moment of its end beside the token, and compare that with the time at each renewal.",
    place: placeOfFound(timer),
  };
}

export const refreshEndsEarly: Mistake = {
  id: "refresh-ends-early",
  find(evidence) {
    const timer = timerFiresAtOnce(evidence);
    if (timer) return timer;
    const life = livesTooShort(evidence);
    // A life that is a thousandth of what people choose has another cause.
    if (!life || life.ended === null || meantInOtherUnit(life, "refresh") !== null) return null;
    return {
      title: "The refresh token ends too early",
      why: `It is good for ${inWords((life.good + life.ended) / 2)}. Ada, who comes back the next morning, would have to log in again, and that is what a refresh token is to save her. Here it lasts a day at least.`,
      fix: "Let it live some days or weeks.",
      place:
        placeOfLifetime(evidence.source, "refresh", life) ??
        answeredAt(exchangeOf(evidence.transcript, "login")),
    };
  },
};

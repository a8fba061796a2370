/** The refresh token ends within a day. */

import type { Evidence, Explanation, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { isCallOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { isPartOf } from "../../../src/check/source/syntax.ts";
import { inWords, meantInOtherUnit } from "../../../src/course/lifetime.ts";
import type { Lifetime } from "../../../src/course/lifetime.ts";
import { isRefused } from "../../../src/course/sessions.ts";
import { placeOfLifetime, writtenLife } from "../../../src/course/written-lifetime.ts";
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

/** What a timer removes from the store, where the source says that tokens live longer than they do. null: none does. */
function sweepTooEarly(source: Source, { ended }: Lifetime): Found | null {
  const written = writtenLife(source, "refresh");
  if (written === null || ended === null || written < ended * 1.5) return null;
  const timers = findInSource(source, (node) => isCallOf(node, "setInterval", "setTimeout", "schedule"));
  const removals = within(timers, (node) => isCallOf(node, "delete", "splice", "filter", "clear"));
  const [removal] = removals;
  if (!removal) return null;
  const [condition] = within(timers, (node) => node.type === "IfStatement" && isPartOf(removal.node, node));
  return condition ?? removal;
}

export const refreshEndsEarly: Mistake = {
  id: "refresh-ends-early",
  find(evidence) {
    const timer = timerFiresAtOnce(evidence);
    if (timer) return timer;
    const life = livesTooShort(evidence);
    // A life that is a thousandth of what people choose has another cause.
    if (!life || life.ended === null || meantInOtherUnit(life, "refresh") !== null) return null;
    const lived = inWords((life.good + life.ended) / 2);
    const sweep = sweepTooEarly(evidence.source, life);
    if (sweep) {
      return {
        title: "A timer takes refresh tokens out too early",
        why: `A refresh token is good for ${lived}, although the source gives it a longer life: what this timer does takes it out of the store before.`,
        fix: "Let the timer take out only what has ended: the end of such a token lies before the present time.",
        place: placeOfFound(sweep),
      };
    }
    return {
      title: "The refresh token ends too early",
      why: `It is good for ${lived}. Ada, who comes back the next morning, would have to log in again, and that is what a refresh token is to save her. Here it lasts a day at least.`,
      fix: "Let it live some days or weeks.",
      place:
        placeOfLifetime(evidence.source, "refresh", life) ??
        answeredAt(exchangeOf(evidence.transcript, "login")),
    };
  },
};

/** How long access tokens live, as the rules about it ask. */

import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { isAbout, isOwnAnswer } from "../../../src/course/mistakes/pattern.ts";
import { lifetimeIn } from "../../../src/course/lifetime.ts";
import type { Lifetime } from "../../../src/course/lifetime.ts";
import { isLetIn } from "./asking.ts";

/** What was found out where a token was good for too long; null where the failed check is about something else. */
export function livesTooLong(evidence: Evidence): Lifetime | null {
  const old = exchangeOf(evidence.transcript, "me-after-61-minutes");
  if (!isAbout(evidence, "access-ends") || !isLetIn(old)) return null;
  return lifetimeIn(evidence.experiment, "access");
}

/** What was found out where a token was refused too soon. */
export function livesTooShort(evidence: Evidence): Lifetime | null {
  const young = exchangeOf(evidence.transcript, "me-after-50-seconds");
  const failed = isAbout(evidence, "access-lasts", "me-answers", "me-answers-others", "me-answers-renewed");
  if (!failed || !isOwnAnswer(evidence, young) || isLetIn(young)) return null;
  const life = lifetimeIn(evidence.experiment, "access");
  return life?.ended === null ? null : life;
}

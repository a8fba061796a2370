/** Answers what the rules ask about the life of access tokens. */

import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { numberOf } from "../../../src/check/jwt.ts";
import { isOwnAnswer } from "../../../src/course/mistakes/pattern.ts";
import { lifetimeIn, SECOND } from "../../../src/course/lifetime.ts";
import type { Lifetime } from "../../../src/course/lifetime.ts";
import { accessJwt, isLetIn } from "./asking.ts";

/** The life of a token that was good for too long; null where the failed check is about something else. */
export function livesTooLong(evidence: Evidence): Lifetime | null {
  const old = exchangeOf(evidence.transcript, "me-after-61-minutes");
  if (!isAbout(evidence, "access-ends") || !isLetIn(old)) return null;
  return lifetimeIn(evidence.experiment, "access");
}

/** The life of a token that was refused too soon; null where the failed check is about something else. */
export function livesTooShort(evidence: Evidence): Lifetime | null {
  const young = exchangeOf(evidence.transcript, "me-after-50-seconds");
  const atOnce = isAbout(evidence, "me-answers", "me-answers-others", "me-answers-renewed");
  if (!atOnce && !isAbout(evidence, "access-lasts")) return null;
  if (!isOwnAnswer(evidence, young) || isLetIn(young)) return null;
  const jwt = accessJwt(evidence);
  const [begin, end] = [numberOf(jwt, "iat"), numberOf(jwt, "exp")];
  // jsonwebtoken rounds down to whole seconds, so a life below one second is over at once.
  if (begin !== null && end !== null && end - begin < 1) return { good: 0, ended: SECOND };
  const life = lifetimeIn(evidence.experiment, "access");
  // A token that was never accepted is refused for another reason than its age.
  return life === null || life.ended === null || (atOnce && life.good === 0) ? null : life;
}

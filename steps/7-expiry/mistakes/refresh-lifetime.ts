/** Answers what the rules ask about the life of refresh tokens. */

import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, isCallOf, within } from "../../../src/check/source/making.ts";
import { numberOf } from "../../../src/check/source/values.ts";
import { list } from "../../../src/check/source/syntax.ts";
import { lifetimeIn } from "../../../src/course/lifetime.ts";
import type { Lifetime } from "../../../src/course/lifetime.ts";
import { isGood, isRefused } from "../../../src/course/sessions.ts";
import { refreshTokenIn } from "../../../src/course/tokens-given.ts";
import { readJwt } from "../../../src/check/jwt.ts";
import type { JsonWebToken } from "../../../src/check/jwt.ts";

/** The life of a token that was good for too long; null where the failed check is about something else. */
export function livesTooLong(evidence: Evidence): Lifetime | null {
  const old = exchangeOf(evidence.transcript, "renew-after-32-days");
  if (!isAbout(evidence, "refresh-ends") || !isGood(old)) return null;
  return lifetimeIn(evidence.experiment, "refresh");
}

/** The life of a token that was refused too soon; null where the failed check is about something else. */
export function livesTooShort(evidence: Evidence): Lifetime | null {
  const labels = ["renew-after-61-minutes", "renew-after-23-hours"];
  const young = labels.map((label) => exchangeOf(evidence.transcript, label)).find(isRefused);
  if (!young || !isAbout(evidence, "access-renewed", "refresh-lasts")) return null;
  const life = lifetimeIn(evidence.experiment, "refresh");
  return life?.ended === null ? null : life;
}

/** The refresh token of ada's login, where it is a JWT. */
export function refreshJwt({ transcript }: Evidence): JsonWebToken | null {
  const login = exchangeOf(transcript, "login");
  return login ? readJwt(refreshTokenIn(login) ?? "") : null;
}

/** In ms. A longer delay does not fit into 32 bits, and Node runs such a timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** What Node says about a timer that is too long (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const OVERFLOW = /^(\d+) does not fit/;

/** The delays, in ms, about which Node warned while logins were answered: they were too long. */
function delaysWarnedOf({ transcript }: Evidence): number[] {
  return transcript.exchanges
    .filter(({ request }) => request.path === "/login")
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.kind === "warned" ? Number(OVERFLOW.exec(event.message)?.[1]) : []))
    .filter((delay) => delay > LONGEST_TIMER);
}

/**
 * A timer of POST /login whose delay is too long for Node. The source may show the delay; where it does not, as for a
 * member that a constructor is given, Node's own warning says that there was one.
 */
export function timerTooLong(evidence: Evidence): Found | null {
  const { source } = evidence;
  const timers = within(functionsOf(source, "POST", "/login"), (node) => isCallOf(node, "setTimeout"));
  const delayOf = ({ node }: Found) => numberOf(source, list(node, "arguments")[1] ?? null);
  const tooLong = timers.find((timer) => (delayOf(timer) ?? 0) > LONGEST_TIMER);
  if (tooLong) return tooLong;
  const unknown = timers.filter((timer) => delayOf(timer) === null);
  return delaysWarnedOf(evidence).length > 0 && unknown.length === 1 ? (unknown[0] ?? null) : null;
}

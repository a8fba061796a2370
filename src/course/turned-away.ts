/** Answers what the rules of steps 8 to 10 ask about a renewal. */

import { isAnsweredFromCatch } from "../check/diagnosis/catching.ts";
import type { Evidence } from "../check/diagnosis/mistake.ts";
import { bodyArrived, faultsOf } from "../check/diagnosis/read-evidence.ts";
import { isAccident } from "../check/diagnosis/mistakes/handler-throws.ts";
import { exchangeOf } from "../check/judge/read-transcript.ts";
import { findInSource } from "../check/source/found.ts";
import type { Exchange } from "../check/transcript.ts";
import { isGood, isRefused } from "./sessions.ts";

/** Whether an exchange with this label went well. */
export function wentWell({ transcript }: Evidence, label: string): boolean {
  return isGood(exchangeOf(transcript, label));
}

/**
 * Whether the program refused a request on purpose: it could read the body, nothing was thrown but errors of its own, and
 * the answer was not given where an accident is caught. Other failures have rules of their own.
 */
export function isTurnedAway(evidence: Evidence, exchange: Exchange | null): boolean {
  if (!exchange || !isRefused(exchange) || faultsOf(exchange).some(isAccident)) return false;
  if (!bodyArrived(exchange)) return false;
  const throws = findInSource(evidence.source, ({ type }) => type === "ThrowStatement").length > 0;
  return throws || !isAnsweredFromCatch(evidence.source, exchange);
}

/** The same for the exchange with this label. */
export function wasTurnedAway(evidence: Evidence, label: string): boolean {
  return isTurnedAway(evidence, exchangeOf(evidence.transcript, label));
}

/** A login or GET /me refuses what it should let in, by a condition that is the wrong way round. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { isSuccess, requestLine } from "../../check/judge/read-transcript.ts";
import { placeOfFound } from "../../check/source/found.ts";
import { refusedAt } from "../before-refusal.ts";
import { refusesGood } from "../refuses-good.ts";
import { isRefused } from "../sessions.ts";
import { isOwnAnswer } from "./pattern.ts";

export const goodRefused: Mistake = {
  id: "wrong-status",
  find(evidence) {
    const { exchange, failure, source } = evidence;
    if (!exchange?.response || isSuccess(exchange.response) || failure.check.expects?.status !== "success")
      return null;
    const { method, path } = exchange.request;
    if (!["/login", "/me"].includes(path) || !isRefused(exchange) || !isOwnAnswer(evidence, exchange))
      return null;
    const wrong = refusesGood(source, method, path, refusedAt(exchange));
    if (!wrong) return null;
    return {
      title: `${requestLine(exchange.request)} answers ${exchange.response.status} instead of 2xx`,
      why: "Your program turned this request away, and it had all that it needs to be let in. What stands here is true of a request that is good, and the answer is a refusal then.",
      fix: "Say the condition out loud: when is the answer a refusal? Then turn it round.",
      place: placeOfFound(wrong),
    };
  },
};

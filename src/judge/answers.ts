/** The shapes that an answer may have to have, as judgements of one exchange. */

import type { Check, Finding } from "./check.ts";
import { failed, passed, skipped } from "./check.ts";
import { exchangeOf, isRecord, isRefusal, isSuccess, jsonOf, received } from "./reading.ts";
import type { Exchange } from "../transcript.ts";

type Judgement = (exchange: Exchange) => Finding;

/** A check of one exchange; skipped where it was not sent. */
export function checkOf(id: string, title: string, label: string, judgement: Judgement): Check {
  return {
    id,
    title,
    exchange: label,
    judge(transcript) {
      const exchange = exchangeOf(transcript, label);
      return exchange ? judgement(exchange) : skipped;
    },
  };
}

/** A 2xx with a JSON object that holds `fields`; other fields are fine. */
export function answersWith(fields: Record<string, string>): Judgement {
  return (exchange) => {
    const expected = `2xx with ${JSON.stringify(fields)}`;
    const { response } = exchange;
    if (!response || !isSuccess(response)) return failed(expected, received(exchange));
    const json = jsonOf(response);
    const type = response.headers["content-type"] ?? "no content type";
    if (json === undefined) return failed(`${expected} as JSON`, `${received(exchange)} (${type})`);
    const holds = isRecord(json) && Object.entries(fields).every(([name, value]) => json[name] === value);
    return holds ? passed : failed(expected, received(exchange));
  };
}

/** 403 with `{ "error": "Forbidden" }`. */
export const isForbidden: Judgement = (exchange) => {
  const { response } = exchange;
  const json = response?.status === 403 ? jsonOf(response) : undefined;
  if (isRecord(json) && json["error"] === "Forbidden") return passed;
  return failed('403 with {"error":"Forbidden"}', received(exchange));
};

/** Refused with a client error, whatever it says. */
export const isRefused: Judgement = (exchange) => {
  if (exchange.response && isRefusal(exchange.response)) return passed;
  return failed("403: the token was logged out", received(exchange));
};

/** 204 without a body (RFC 9110 §15.3.5). */
export const isNoContent: Judgement = (exchange) => {
  const { response } = exchange;
  return response?.status === 204 && response.body === ""
    ? passed
    : failed("204 without a body", received(exchange));
};

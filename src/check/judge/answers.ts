/** What an answer may have to look like, and how one exchange is judged by it. */

import { failed, passed, skipped } from "./check.ts";
import type { Check, Expectation, Finding } from "./check.ts";
import { exchangeOf, isSuccess, jsonOf, received } from "./read-transcript.ts";
import { isRecord } from "../../base/shape.ts";
import type { Exchange } from "../transcript.ts";

/**
 * Whether a member of an answer's JSON is as it should be.
 *
 * @param wanted its value; null: any text that is not empty
 */
export function isField(value: unknown, wanted: string | null): boolean {
  return wanted === null ? typeof value === "string" && value !== "" : value === wanted;
}

/** The fields that an answer should hold, as JSON. A field that may be any text is only named. */
function fieldsInWords(fields: Expectation["fields"]): string {
  const entries = Object.entries(fields);
  if (entries.every(([, value]) => value !== null)) return JSON.stringify(fields);
  return entries.map(([name, value]) => (value === null ? name : `${name}: "${value}"`)).join(" and ");
}

/** Whether an answer meets an expectation. Extra fields are fine; where the body should be empty, any body fails. */
export function judgeAnswer(expects: Expectation, exchange: Exchange): Finding {
  const { status, fields } = expects;
  const holdsNothing = Object.keys(fields).length === 0;
  const expected = `${status === "success" ? "2xx" : status} ${holdsNothing ? "without a body" : `with ${fieldsInWords(fields)}`}`;
  const { response } = exchange;
  if (!response) return failed(expected, received(exchange));
  const rightStatus = status === "success" ? isSuccess(response) : response.status === status;
  if (!rightStatus) return failed(expected, received(exchange));
  if (holdsNothing) return response.body === "" ? passed : failed(expected, received(exchange));
  const json = jsonOf(response);
  if (json === undefined) {
    const type = response.headers["content-type"] ?? "no content type";
    return failed(`${expected} as JSON`, `${received(exchange)} (${type})`);
  }
  const holds = isRecord(json) && Object.entries(fields).every(([name, value]) => isField(json[name], value));
  return holds ? passed : failed(expected, received(exchange));
}

/** A check of one answer. It is skipped where the request was not sent. */
export function answerCheck(id: string, title: string, label: string, expects: Expectation): Check {
  return {
    id,
    title,
    exchange: label,
    expects,
    judge(transcript) {
      const exchange = exchangeOf(transcript, label);
      return exchange ? judgeAnswer(expects, exchange) : skipped;
    },
  };
}

/** Any 2xx with a JSON object that holds `fields`. */
export function success(fields: Expectation["fields"]): Expectation {
  return { status: "success", fields };
}

/** How the course refuses a token. */
export const forbidden: Expectation = { status: 403, fields: { error: "Forbidden" } };

/** 204 has no body (RFC 9110 §15.3.5). */
export const noContent: Expectation = { status: 204, fields: {} };

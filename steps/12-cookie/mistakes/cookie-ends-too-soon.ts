/** The browser drops the cookie before its token ends: the age is in seconds, but the option wants milliseconds. */

import type { Evidence, Explanation } from "../../../src/check/diagnosis/mistake.ts";
import { requestLine } from "../../../src/check/judge/read-transcript.ts";
import { before, carries, nameOfRefreshCookie } from "../refresh-cookie.ts";
import { keepCookies } from "../../../src/check/cookies.ts";
import { placeOfOption } from "./cookies-in-source.ts";

const SECOND = 1_000;
const DAY = 24 * 3_600 * SECOND;

function inWords(ms: number): string {
  if (ms < SECOND) return "less than a second";
  if (ms < 120 * SECOND) return `${Math.round(ms / SECOND)} seconds`;
  return `${Math.round(ms / SECOND / 60)} minutes`;
}

/** An explanation where a request came without the cookie because the cookie had ended far too soon; else null. */
export function cookieEndsTooSoon({ transcript, exchange, source }: Evidence): Explanation | null {
  if (!exchange || !["/token", "/logout"].includes(exchange.request.path) || exchange.request.body !== "{}")
    return null;
  const given = before(transcript, exchange)
    .flatMap(({ request, response }) =>
      (response?.setCookies ?? []).flatMap((line) => keepCookies([], [line], request.path, -1)),
    )
    .filter(({ value }) => value !== "");
  const name = nameOfRefreshCookie(transcript) ?? given[0]?.name ?? null;
  const cookie = given.findLast((one) => one.name === name);
  if (!cookie || cookie.endsAt === null || carries(exchange, name)) return null;
  const age = cookie.endsAt + 1;
  // The age may be days in seconds, or a number of days. No login is meant to be as short as these are in ms.
  if (age >= DAY || age * SECOND < DAY) return null;
  return {
    title: "The browser lets the cookie go too soon",
    why: `${cookie.name} was set to live for ${inWords(age)}, so ${requestLine(exchange.request)} came without it. maxAge of res.cookie is in milliseconds, and Max-Age in the header is in seconds: here one was taken for the other.`,
    fix: "Give maxAge in milliseconds: the same time as the token itself is good for.",
    place: placeOfOption(source, "maxAge"),
  };
}

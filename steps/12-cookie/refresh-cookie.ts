/** Which cookie holds the refresh token, and what became of it. */

import { isRecord } from "../../src/base/shape.ts";
import { keepCookies, readSetCookie } from "../../src/check/cookies.ts";
import { exchangeOf, jsonOf } from "../../src/check/judge/read-transcript.ts";
import type { Cookie } from "../../src/check/scenario.ts";
import type { Exchange, Transcript } from "../../src/check/transcript.ts";
import { isGood } from "../../src/course/sessions.ts";

/** The cookies of an answer that a browser keeps. */
export function cookiesOf({ request, response }: Exchange): Cookie[] {
  return keepCookies([], response?.setCookies ?? [], request.path, 0).filter(({ value }) => value !== "");
}

/** The cookie of an answer with this name. Where it came for several paths, the first one. */
export function cookieNamed(exchange: Exchange, name: string | null): Cookie | null {
  return cookiesOf(exchange).find((cookie) => cookie.name === name) ?? null;
}

/**
 * The name of the cookie that renews: the only one with which a renewal went well, else the one with the longest value.
 */
export function nameOfRefreshCookie(transcript: Transcript): string | null {
  const alone = transcript.exchanges.find(
    (exchange) => exchange.label.startsWith("cookie-alone-") && isGood(exchange),
  );
  const name = /^([^=]*)=/.exec(alone?.request.headers["cookie"] ?? "")?.[1];
  if (name !== undefined) return name;
  const login = exchangeOf(transcript, "cookie-login") ?? exchangeOf(transcript, "login");
  const tokens = login ? cookiesOf(login).filter(isToken) : [];
  return tokens.toSorted((a, b) => b.value.length - a.value.length)[0]?.name ?? null;
}

/** Whether a cookie is long enough to be a refresh token: 120 bits are 20 characters of base64url. */
export function isToken({ value }: Cookie): boolean {
  return value.length >= 20;
}

/** The tokens in a cookie's value: cookie-parser signs as "s:token.signature", and marks JSON as "j:…". */
export function tokensInside(value: string): string[] {
  let plain = value;
  try {
    plain = decodeURIComponent(value);
  } catch {
    // The value is not URL-encoded.
  }
  const signed = /^s:(.*)\.[^.]*$/s.exec(plain)?.[1];
  return [...new Set([value, plain, ...(signed === undefined ? [] : [signed])])];
}

/** The texts in a JSON value, at any depth, that are long enough to be a token. */
function textsIn(json: unknown): string[] {
  if (typeof json === "string") return [json];
  if (Array.isArray(json)) return json.flatMap(textsIn);
  return isRecord(json) ? Object.values(json).flatMap(textsIn) : [];
}

/** Whether an answer's body holds a refresh token, by its name or because the cookie holds the same text. */
export function isInBody(exchange: Exchange, cookie: Cookie | null): boolean {
  const json = exchange.response && jsonOf(exchange.response);
  if (isRecord(json) && typeof json["refreshToken"] === "string" && json["refreshToken"] !== "") return true;
  if (!cookie) return false;
  const inside = tokensInside(cookie.value).filter((token) => token.length >= 20);
  return textsIn(json).some((text) => inside.includes(text));
}

/** Why a browser drops cookies of an answer: one reason for each such cookie. */
export function reasonsToDrop({ request, response }: Exchange): { line: string; reason: string }[] {
  return (response?.setCookies ?? []).flatMap((line) => {
    const read = readSetCookie(line, request.path, 0);
    return "dropped" in read ? [{ line, reason: read.dropped }] : [];
  });
}

/** A Set-Cookie line without its value, which must not be shown. */
export function withoutValue(line: string): string {
  return line.replace(/=[^;]*/, "=…");
}

/** The exchanges of the same person in the same scenario before a given one. */
export function before(transcript: Transcript, exchange: Exchange): Exchange[] {
  const end = transcript.exchanges.indexOf(exchange);
  return transcript.exchanges
    .slice(0, end)
    .filter(({ actor, scenario }) => actor === exchange.actor && scenario === exchange.scenario);
}

/** The cookie that renews, as the last of these exchanges that set it; null where none did. */
export function lastGiven(exchanges: readonly Exchange[], name: string | null): Cookie | null {
  return exchanges.flatMap((exchange) => cookieNamed(exchange, name) ?? []).at(-1) ?? null;
}

/** Whether a request carries a cookie of this name. */
export function carries({ request }: Exchange, name: string | null): boolean {
  return (request.headers["cookie"] ?? "").split("; ").some((pair) => pair.startsWith(`${name}=`));
}

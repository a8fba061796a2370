/** The tokens in an answer, as a client takes them from it. */

import { readSetCookie } from "../check/cookies.ts";
import { tokenOf } from "../check/credential.ts";
import { jsonOf } from "../check/judge/read-transcript.ts";
import { isRecord } from "../base/shape.ts";
import type { Exchange } from "../check/transcript.ts";

function memberOf({ response }: Exchange, name: string): string | null {
  const json = response && jsonOf(response);
  const value = isRecord(json) ? json[name] : null;
  return typeof value === "string" && value !== "" ? value : null;
}

/** The access token of an answer, or null. */
export function accessTokenIn(exchange: Exchange): string | null {
  return memberOf(exchange, "accessToken");
}

/** The refresh token of an answer: from its body, or else from the cookie that holds it; null: there is none. */
export function refreshTokenIn(exchange: Exchange): string | null {
  const cookies = (exchange.response?.setCookies ?? []).flatMap((line) => {
    const read = readSetCookie(line, exchange.request.path, 0);
    return "cookie" in read && read.cookie.value !== "" ? [read.cookie] : [];
  });
  return tokenOf({ refreshToken: memberOf(exchange, "refreshToken"), cookies });
}

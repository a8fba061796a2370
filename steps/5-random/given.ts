/** The refresh tokens that logins gave out. */

import type { Exchange, Transcript } from "../../src/check/transcript.ts";
import { refreshTokenIn } from "../../src/course/tokens-given.ts";

/** The logins that gave out a token, each with its token, whose labels begin like this. */
export function given(transcript: Transcript, begin: string): { exchange: Exchange; token: string }[] {
  return transcript.exchanges.flatMap((exchange) => {
    const token = exchange.label.startsWith(begin) ? refreshTokenIn(exchange) : null;
    return token === null ? [] : [{ exchange, token }];
  });
}

export function tokensGiven(transcript: Transcript | null, begin: string): string[] {
  return transcript ? given(transcript, begin).map(({ token }) => token) : [];
}

/** Whether two lists have a token in common. */
export function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.some((token) => others.includes(token));
}

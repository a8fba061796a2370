/** Because of its path, the browser does not send the cookie to a route that needs it. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isSentTo } from "../../../src/check/cookies.ts";
import { requestLine } from "../../../src/check/judge/read-transcript.ts";
import type { Exchange } from "../../../src/check/transcript.ts";
import { cookiesOf, before, carries, nameOfRefreshCookie } from "../refresh-cookie.ts";
import { placeOfOption } from "./cookies-in-source.ts";

/** The request that should have carried the cookie: the failed one, or the logout before a token that still renews. */
function requestsIn({ transcript, exchange }: Evidence): Exchange[] {
  if (!exchange) return [];
  const logouts = before(transcript, exchange).filter(({ request }) => request.path === "/logout");
  return [exchange, ...logouts.slice(-1)].filter(
    ({ request }) => request.body === "{}" && ["/token", "/logout"].includes(request.path),
  );
}

export const cookiePathMisses: Mistake = {
  id: "cookie-path-misses",
  find(evidence) {
    const name = nameOfRefreshCookie(evidence.transcript);
    if (name === null) return null;
    for (const request of requestsIn(evidence)) {
      if (carries(request, name)) continue;
      const { path } = request.request;
      const given = before(evidence.transcript, request)
        .flatMap(cookiesOf)
        .filter((cookie) => cookie.name === name);
      const last = given.at(-1);
      if (!last || given.some((cookie) => isSentTo(cookie, path))) continue;
      return {
        title: `The cookie is not sent to ${path}`,
        why: `${name} was set with Path=${last.path}, so a browser sends it only with requests below ${last.path}. ${requestLine(request.request)} came without it, and your handler could not know whose login it is about.`,
        fix: "Give the cookie a path that both /token and /logout lie below.",
        place: placeOfOption(evidence.source, "path"),
      };
    }
    return null;
  },
};

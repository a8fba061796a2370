/** The cookie is set, but the body holds the same token, where every script can read it. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { requestLine } from "../../../src/check/judge/read-transcript.ts";
import { cookieNamed, isInBody, nameOfRefreshCookie } from "../refresh-cookie.ts";

export const tokenInBodyToo: Mistake = {
  id: "token-in-body-too",
  find({ failure, exchange, transcript }) {
    if (failure.check.id !== "cookie-holds-token" || !exchange) return null;
    const cookie = cookieNamed(exchange, nameOfRefreshCookie(transcript));
    if (!cookie || !isInBody(exchange, cookie)) return null;
    return {
      title: "The body gives the refresh token away as well",
      why: `${requestLine(exchange.request)} sets the cookie ${cookie.name}, and says the refresh token in its body, too. A script that gets into the page cannot read the cookie, but it can send this request and read the answer.`,
      fix: "Leave the refresh token out of the body: the access token is all that the page needs.",
      place: answeredAt(exchange),
    };
  },
};

/** No cookie that a browser keeps holds the refresh token. */

import type { Evidence, Explanation, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, faultsOf } from "../../../src/check/diagnosis/read-evidence.ts";
import { jsonOf, requestLine, shown } from "../../../src/check/judge/read-transcript.ts";
import { isRecord } from "../../../src/base/shape.ts";
import type { Exchange } from "../../../src/check/transcript.ts";
import { isGood, isRefused } from "../../../src/course/sessions.ts";
import {
  before,
  cookiesOf,
  isToken,
  nameOfRefreshCookie,
  reasonsToDrop,
  withoutValue,
} from "../refresh-cookie.ts";
import { placeOfCookie, placeOfHeader, placeOfOption, placeOfReplacing } from "./cookies-in-source.ts";

/** For each reason, the cookie option whose place is shown. */
const OPTIONS: readonly [RegExp, string][] = [
  [/^it is for|come with a Domain/, "domain"],
  [/Path=/, "path"],
  [/Secure/, "secure"],
];

/** Names that are taken for Set-Cookie (RFC 6265, section 4.1). Cookie itself is what a client sends. */
const MISNAMED = /^(set[-_]?cookies|set_?cookie|cookies?)$/;

/**
 * The login that the failure is about: the failed exchange itself, or the login before a renewal that had no cookie.
 */
function loginOf({ failure, exchange, transcript }: Evidence): Exchange | null {
  if (!exchange) return null;
  const about = exchange.request.path === "/login" || failure.check.id === "cookie-holds-token";
  const renewal = exchange.request.path === "/token" && exchange.request.body === "{}";
  const logins = [...before(transcript, exchange), exchange].filter(
    ({ request }) => request.path === "/login",
  );
  const login = about || (renewal && isRefused(exchange)) ? logins.at(-1) : null;
  return login && isGood(login) && faultsOf(login).length === 0 ? login : null;
}

function whenDropped({ source }: Evidence, login: Exchange): Explanation | null {
  const dropped = reasonsToDrop(login).toSorted((a, b) => b.line.length - a.line.length)[0];
  if (!dropped) return null;
  const option = OPTIONS.find(([pattern]) => pattern.test(dropped.reason))?.[1];
  return {
    title: "A browser drops the cookie",
    why: `The answer to ${requestLine(login.request)} says Set-Cookie: ${shown(withoutValue(dropped.line), 120)}. A browser keeps nothing of it, and does not say so, because ${dropped.reason}.`,
    fix: "Change what a browser does not take; its developer tools mark such a cookie in the list of the answer's cookies and say why.",
    place:
      (option === undefined ? placeOfCookie(source) : placeOfOption(source, option)) ?? answeredAt(login),
  };
}

export const cookieMissing: Mistake = {
  id: "cookie-missing",
  find(evidence) {
    const login = loginOf(evidence);
    if (!login) return null;
    const json = login.response && jsonOf(login.response);
    if (!isRecord(json) || typeof json["accessToken"] !== "string") return null;
    const inBody = typeof json["refreshToken"] === "string";
    const name = nameOfRefreshCookie(evidence.transcript);
    const found = cookiesOf(login);
    // The cookie can renew, so something else is wrong.
    if (found.some((cookie) => cookie.name === name || isToken(cookie))) return null;
    const dropped = whenDropped(evidence, login);
    if (dropped) return dropped;
    // There is a cookie with something short in it, or a token in the body: the check may have failed for another
    // reason.
    const told = ["login-answers", "cookie-holds-token"].includes(evidence.failure.check.id);
    if (!told && (inBody || found.length > 0)) return null;
    const misnamed = Object.keys(login.response?.headers ?? {}).find((header) => MISNAMED.test(header));
    if (misnamed !== undefined) {
      return {
        title: `A cookie is set by the header Set-Cookie, not by ${misnamed}`,
        why: `The answer to ${requestLine(login.request)} has a header ${misnamed}, and no browser looks at it.`,
        fix: "Call the header Set-Cookie.",
        place: placeOfHeader(evidence.source, misnamed) ?? answeredAt(login),
      };
    }
    return {
      title: "No cookie holds the refresh token",
      why: inBody
        ? `The answer to ${requestLine(login.request)} still gives the refresh token in its body, and no cookie with it. A script that gets into the page can read it there and send it anywhere.`
        : `The answer to ${requestLine(login.request)} gives the refresh token neither in a cookie nor in its body, so the client has nothing to renew with.`,
      fix: "Set the refresh token as a cookie when you answer a login, and leave it out of the body.",
      place: (inBody ? null : placeOfReplacing(evidence.source)) ?? answeredAt(login),
    };
  },
};

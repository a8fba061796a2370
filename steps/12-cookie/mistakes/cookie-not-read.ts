/** The cookie comes back, but the handler looks for the token somewhere else. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, faultsOf } from "../../../src/check/diagnosis/read-evidence.ts";
import { requestLine } from "../../../src/check/judge/read-transcript.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import { readingsOf } from "../../../src/check/source/readings.ts";
import type { Exchange, Place } from "../../../src/check/transcript.ts";
import { isGood, isRefused } from "../../../src/course/sessions.ts";
import { before, carries, lastGiven, nameOfRefreshCookie } from "../refresh-cookie.ts";
import { cookieReadings } from "./cookies-in-source.ts";

const PLACES = { body: "in the body", header: "in the Authorization header", query: "in the query" } as const;
const PARTS = { body: "body", header: "headers", query: "query" } as const;

/** The request whose cookie was not read: the failed renewal, or the logout before a renewal that should be refused. */
function unread({ transcript, exchange }: Evidence, name: string): Exchange | null {
  if (!exchange || faultsOf(exchange).length > 0) return null;
  if (isRefused(exchange) && exchange.request.path === "/token")
    return carries(exchange, name) ? exchange : null;
  if (exchange.request.path === "/logout" && !isGood(exchange))
    return carries(exchange, name) ? exchange : null;
  const logout = before(transcript, exchange).findLast(({ request }) => request.path === "/logout");
  return logout && isGood(exchange) && carries(logout, name) ? logout : null;
}

/** Where the app looks for the token instead, as the experiment found out. */
function foundElsewhere({ experiment }: Evidence, path: string): keyof typeof PLACES | null {
  const places = ["body", "header", "query"] as const;
  const exchanges = experiment?.exchanges ?? [];
  return (
    places.find((place) =>
      exchanges.some((one) =>
        path === "/token"
          ? one.label.startsWith(`token-in-${place}`) && isGood(one)
          : one.label === `after-logout-in-${place}` && isRefused(one),
      ),
    ) ?? null
  );
}

/**
 * Why the source cannot find the cookie: it reads no cookie, one with another name, or the wrong jar.
 *
 * @param value of the cookie, as it was set
 */
function seenInSource(
  { source }: Evidence,
  name: string,
  value: string,
): { how: string; place: Place | null } | null {
  const readings = cookieReadings(source);
  if (readings.length === 0) return { how: "it reads no cookie at all", place: null };
  if (readings.some(({ jar, name: read }) => jar === "header" || read === null)) return null;
  const [first] = readings;
  const place = first ? placeOfFound(first) : null;
  const own = readings.filter((one) => one.name === name);
  if (own.length === 0) {
    const names = [...new Set(readings.map((one) => one.name))].join(", ");
    return { how: `it reads the cookie ${names}, and the login has set ${name}`, place };
  }
  const signed = /^s(?::|%3A)/i.test(value);
  if (signed && own.every(({ jar }) => jar === "cookies")) {
    return { how: "the cookie is signed, and signed cookies lie in req.signedCookies", place };
  }
  if (!signed && own.every(({ jar }) => jar === "signedCookies")) {
    return { how: "it looks in req.signedCookies, and the cookie is not signed", place };
  }
  return null;
}

export const cookieNotRead: Mistake = {
  id: "cookie-not-read",
  find(evidence) {
    const { transcript, source } = evidence;
    const name = nameOfRefreshCookie(transcript);
    const request = name === null ? null : unread(evidence, name);
    if (name === null || !request) return null;
    const path = request.request.path;
    // A cookie that renewed before was read, so this refusal has another reason.
    const earlier = transcript.exchanges.slice(0, transcript.exchanges.indexOf(request));
    if (
      earlier.some(
        (one) => one.request.path === path && path === "/token" && carries(one, name) && isGood(one),
      )
    )
      return null;
    const value = lastGiven(before(transcript, request), name)?.value ?? "";
    const elsewhere = foundElsewhere(evidence, path);
    const seen = elsewhere ? null : seenInSource(evidence, name, value);
    const handlers = handlersOf(source, "POST", path);
    const readings = readingsOf(handlers);
    const onlyBody =
      path === "/logout" && readings.length > 0 && readings.every(({ part }) => part === "body");
    if (!elsewhere && !seen && !onlyBody) return null;
    const at = readings.find(({ part }) => part === (elsewhere ? PARTS[elsewhere] : "body"));
    const how = elsewhere
      ? `it looks for the token ${PLACES[elsewhere]}`
      : (seen?.how ?? "it looks for the token in the body");
    return {
      title: `${requestLine(request.request)} does not find the cookie`,
      why: `The browser sent ${name} with ${requestLine(request.request)}, and the handler answered as if nobody were logged in: ${how}.`,
      fix: "Read the refresh token from the cookie that the login has set, by exactly that name, in /token and in /logout.",
      place: seen?.place ?? (at ? placeOfFound(at) : null) ?? answeredAt(request),
    };
  },
};

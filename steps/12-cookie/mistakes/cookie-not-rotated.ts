/** A renewal ends the old refresh token, but does not set the new one as a cookie. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import { registeredFor } from "../../../src/check/source/handlers.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, findAll } from "../../../src/check/source/syntax.ts";
import { isGood, isRefused } from "../../../src/course/sessions.ts";
import type { Exchange, Place } from "../../../src/check/transcript.ts";
import { before, carries, cookieNamed, isInBody, nameOfRefreshCookie } from "../refresh-cookie.ts";
import { cookiesSetIn } from "./cookies-in-source.ts";

/** What a renewal gives instead of a new cookie; null where it sets one. */
function insteadOfCookie(renewal: Exchange, name: string): "nothing" | "the same" | "body" | null {
  if (renewal.request.path !== "/token" || !isGood(renewal) || !carries(renewal, name)) return null;
  const cookie = cookieNamed(renewal, name);
  if (!cookie) return isInBody(renewal, null) ? "body" : "nothing";
  const sent = (renewal.request.headers["cookie"] ?? "").split("; ");
  return sent.includes(`${name}=${cookie.value}`) ? "the same" : null;
}

/** The condition in the code of POST /token under which the cookie is set: if (remember) res.cookie(…). */
function conditionOfCookie(source: Source): Found | null {
  const sets = cookiesSetIn(source).map(({ node }) => node);
  const [condition] = within(functionsOf(source, "POST", "/token"), (node) => {
    const branch = node.type === "IfStatement" ? child(node, "consequent") : null;
    return branch !== null && findAll(branch, (inner) => sets.includes(inner)).length > 0;
  });
  return condition ?? null;
}

/** Where the handler of POST /token sets the cookie, by its own hand or by a function of the program. */
function placeOfCookieInRenewal(source: Source): Place | null {
  const sets = cookiesSetIn(source).map(({ node }) => node);
  const found = within(registeredFor(source, "POST", "/token"), (node) => {
    const called = functionsCalled(source, node);
    return (
      sets.includes(node) ||
      called.some((one) => findAll(one.node, (inner) => sets.includes(inner)).length > 0)
    );
  });
  return firstPlace(found.at(-1));
}

export const cookieNotRotated: Mistake = {
  id: "cookie-not-rotated",
  find({ transcript, failure, exchange, source }) {
    const name = nameOfRefreshCookie(transcript);
    if (!exchange || name === null || exchange.request.path !== "/token") return null;
    const told = ["rotation-new", "cookie-holds-token"].includes(failure.check.id);
    if (!told && !isRefused(exchange)) return null;
    const renewals = [...before(transcript, exchange), exchange];
    const renewal = renewals.find((one) => insteadOfCookie(one, name) !== null);
    if (!renewal) return null;
    const instead = insteadOfCookie(renewal, name);
    // If the old token still renews, nothing was rotated, which is another mistake.
    const [, cookie = ""] = (renewal.request.headers["cookie"] ?? "").split(`${name}=`);
    const [value] = cookie.split("; ");
    const again = transcript.exchanges.filter(
      (one) =>
        one !== renewal &&
        transcript.exchanges.indexOf(one) > transcript.exchanges.indexOf(renewal) &&
        one.request.path === "/token" &&
        (one.request.headers["cookie"] ?? "").includes(`${name}=${value}`),
    );
    if (instead !== "body" && again.length > 0 && !again.some(isRefused)) return null;
    const what =
      instead === "body"
        ? "in its body, where scripts can read it, and sets no cookie"
        : instead === "the same"
          ? "the old value in the cookie again"
          : "no cookie at all";
    return {
      title: "A renewal does not set the new refresh token as a cookie",
      why: `POST /token made a new refresh token and ended the old one, and its answer gives ${what}. The browser keeps the old cookie, and its next renewal is refused.`,
      fix: "Set the cookie when you answer a renewal as you do when you answer a login: the same name and options, the new token.",
      place:
        (instead === "the same" ? placeOfCookieInRenewal(source) : null) ??
        (instead === "nothing" ? firstPlace(conditionOfCookie(source)) : null) ??
        answeredAt(renewal),
    };
  },
};

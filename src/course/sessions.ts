/**
 * What part two still needs of the pattern: people log in, renew, log out, and are refused where they must be. Steps
 * use these pieces in their scenarios and checks.
 */

import { madeUp, tokenOf, withCharChanged, withToken } from "../check/credential.ts";
import { answerCheck, judgeAnswer, noContent, success } from "../check/judge/answers.ts";
import { failed, passed, skipped } from "../check/judge/check.ts";
import type { Check } from "../check/judge/check.ts";
import { exchangeOf, isSuccess, jsonOf, received } from "../check/judge/read-transcript.ts";
import { isRecord } from "../base/shape.ts";
import type { Credential, Scenario, World } from "../check/scenario.ts";
import type { Exchange, Transcript } from "../check/transcript.ts";
import { refreshTokenIn } from "./tokens-given.ts";

/** Whether an answer gives a token, whatever its status. */
function holdsToken({ response }: Exchange): boolean {
  const json = response && jsonOf(response);
  return isRecord(json) && ["accessToken", "refreshToken"].some((name) => typeof json[name] === "string");
}

/** Whether an exchange went well: any 2xx. */
export function isGood(exchange: Exchange | null): boolean {
  return exchange?.response ? isSuccess(exchange.response) : false;
}

/** Whether a request was refused: 400, 401 or 403, and no token in the answer. */
export function isRefused(exchange: Exchange | null): boolean {
  const status = exchange?.response?.status;
  return exchange !== null && [400, 401, 403].some((one) => one === status) && !holdsToken(exchange);
}

/**
 * A check of several answers, in order. It tells the first that is wrong, leaves out those that were not sent, and is
 * skipped where none was sent.
 */
function everyAnswer(
  id: string,
  title: string,
  labels: readonly string[],
  holds: (exchange: Exchange) => boolean,
  expected: string,
): Check {
  return {
    id,
    title,
    exchange: labels[0] ?? null,
    judge(transcript: Transcript) {
      const exchanges = labels.flatMap((label) => exchangeOf(transcript, label) ?? []);
      const wrong = exchanges.find((exchange) => !holds(exchange));
      if (wrong) return failed(expected, received(wrong), wrong.label);
      return exchanges.length < labels.length ? skipped : passed;
    },
  };
}

/**
 * A check that the requests with these labels went well.
 *
 * @param expected what should come, in words
 */
export function allGood(
  id: string,
  title: string,
  labels: readonly string[],
  expected = "a 2xx answer",
): Check {
  return everyAnswer(id, title, labels, isGood, expected);
}

/** A check that the requests with these labels were refused. */
export function allRefused(
  id: string,
  title: string,
  labels: readonly string[],
  expected = "400, 401 or 403 without a token",
): Check {
  return everyAnswer(id, title, labels, isRefused, expected);
}

/**
 * A credential with one character of its token changed.
 *
 * @param share where: 0 is the token's beginning, 1 its end
 */
export function tampered(credential: Credential, share: number): Credential {
  return withToken(credential, withCharChanged(tokenOf(credential) ?? "", share));
}

/** A credential of the same form with a token that the app never gave out. */
export function unknownLike(credential: Credential): Credential {
  return withToken(credential, madeUp(tokenOf(credential) ?? ""));
}

const UNKNOWN = [
  "renew-unknown",
  "renew-front-changed",
  "renew-middle-changed",
  "renew-late-changed",
  "renew-prefix",
];

/** Three people log in, two of them renew, mallory guesses tokens, one logs out, the others stay. */
export function sessions(world: World): Scenario {
  return {
    name: "sessions",
    world,
    async act({ ada, grace, alan, mallory }) {
      await ada.login("login");
      await grace.login("login-grace");
      await alan.login("login-alan");
      await ada.renew("renew");
      await grace.renew("renew-grace");
      await ada.renew("renew-again");
      await mallory.logout("logout-unknown", unknownLike(alan.credential()));
      await alan.renew("renew-alan-after-unknown-logout");
      await ada.renew("renew-after-unknown-logout");
      // The changed token is Alan's, because from step 10 on an app may end the login that it belongs to.
      const own = alan.credential();
      const token = tokenOf(own) ?? "";
      await mallory.renew("renew-unknown", unknownLike(own));
      await mallory.renew("renew-front-changed", tampered(own, 0.05));
      await mallory.renew("renew-middle-changed", tampered(own, 0.5));
      await mallory.renew("renew-late-changed", tampered(own, 0.93));
      await mallory.renew("renew-prefix", withToken(own, token.slice(0, -4)));
      const left = ada.credential();
      await ada.logout("logout");
      await ada.renew("renew-after-logout", left);
      await grace.renew("renew-grace-after-logout");
    },
  };
}

const bothTokens = success({ accessToken: null, refreshToken: null });
const accessToken = success({ accessToken: null });

/** The login gives out both tokens: the refresh token in the body, or else in a cookie. */
export const loginHolds: readonly Check[] = [
  {
    id: "login-answers",
    title: "POST /login answers with both tokens",
    exchange: "login",
    expects: bothTokens,
    judge(transcript) {
      const exchange = exchangeOf(transcript, "login");
      if (!exchange) return skipped;
      const inCookie = exchange.response?.setCookies.length !== 0 && refreshTokenIn(exchange) !== null;
      return judgeAnswer(inCookie ? accessToken : bothTokens, exchange);
    },
  },
];

/** A known token renews, whichever person it belongs to. */
export const renewalHolds: readonly Check[] = [
  answerCheck(
    "token-renews",
    "POST /token answers a known token with an access token",
    "renew",
    success({ accessToken: null }),
  ),
  allGood("token-renews-others", "It does so for everybody who is logged in", ["renew-grace"]),
  allGood("token-renews-again", "It does so again and again", ["renew-again"]),
];

/** Only a token that was given out renews. */
export const unknownRefused: Check = allRefused(
  "unknown-refused",
  "POST /token refuses tokens that it did not give out",
  UNKNOWN,
);

/** A logout ends one's own login and no other. */
export const logoutHolds: readonly Check[] = [
  answerCheck("logout-no-content", "POST /logout answers 204 without a body", "logout", noContent),
  {
    ...allRefused("logout-forgets-token", "After it, POST /token refuses that token", ["renew-after-logout"]),
    needs: ["renew", "logout"],
  },
  {
    ...allGood("logout-keeps-others", "Other people stay logged in", ["renew-grace-after-logout"]),
    needs: ["logout"],
  },
  {
    ...allGood("logout-unknown-keeps-others", "Also when the token to log out is unknown", [
      "renew-alan-after-unknown-logout",
      "renew-after-unknown-logout",
    ]),
    needs: ["logout"],
  },
];

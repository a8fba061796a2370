/**
 * A request that carried the cookie was answered as if there were none. Does the app look for the token somewhere else?
 */

import { refreshCookieOf } from "../../src/check/credential.ts";
import { get, post } from "../../src/check/requests.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Experiment } from "../../src/check/step.ts";
import { exchangeLabel } from "../../src/check/judge/check.ts";
import type { CheckResult } from "../../src/check/judge/check.ts";
import type { Exchange, Request, Transcript } from "../../src/check/transcript.ts";
import { isGood, isRefused } from "../../src/course/sessions.ts";
import { whoIsLoggedOut, whyRefused } from "../../src/course/experiments.ts";
import { usual } from "../../src/course/worlds.ts";
import { tokensInside } from "./refresh-cookie.ts";

/** Requests for a path that send the token in each of the other places where an app may look for it. */
function elsewhere(path: string, token: string): { place: string; request: Request }[] {
  const plain = post(path, {});
  const withHeader = (name: string, value: string): Request => ({
    ...plain,
    headers: { ...plain.headers, [name]: value },
  });
  return [
    { place: "body", request: post(path, { refreshToken: token, token }) },
    { place: "header", request: withHeader("authorization", `Bearer ${token}`) },
    { place: "query", request: { ...plain, path: `${path}?refreshToken=${encodeURIComponent(token)}` } },
  ];
}

const tryElsewhere: Scenario = {
  name: "the token in another place",
  world: usual,
  async act({ ada, grace }) {
    await ada.login();
    const cookie = refreshCookieOf(ada.credential());
    if (!cookie) return;
    for (const [at, token] of tokensInside(cookie.value).entries()) {
      for (const { place, request } of elsewhere("/token", token)) {
        if (isGood(await ada.send(`token-in-${place}-${at + 1}`, request))) return;
      }
    }
    for (const place of ["body", "header", "query"]) {
      await grace.login();
      const credential = grace.credential();
      const token = refreshCookieOf(credential)?.value ?? "";
      const request = elsewhere("/logout", token).find((one) => one.place === place)?.request ?? get("/");
      await grace.send(`logout-in-${place}`, request);
      if (isRefused(await grace.renew(`after-logout-in-${place}`, credential))) return;
    }
  },
};

/** The request that a failure is about, if cookies were all that it carried. */
function carryingCookies(failure: CheckResult, { exchanges }: Transcript): Exchange | null {
  const label = exchangeLabel(failure);
  const exchange = exchanges.find((one) => one.label === label);
  const carried = exchange?.request.headers["cookie"] !== undefined && exchange.request.body === "{}";
  return exchange && carried && !failure.check.id.startsWith("restart-") ? exchange : null;
}

/** A renewal was refused although the cookie came, or a logout ended nothing. */
export const whereItIsRead: readonly Experiment[] = [
  {
    explains: (failure, said) => {
      const exchange = carryingCookies(failure, said);
      // Where an earlier renewal went well, the cookie is read; this one is about the time that went by.
      const isAboutTime = ["access-renewed", "refresh-lasts"].includes(failure.check.id);
      return !isAboutTime && exchange?.request.path === "/token" && isRefused(exchange);
    },
    scenarios: [...whyRefused.scenarios, tryElsewhere],
  },
  {
    explains: (failure, said) =>
      failure.check.id.startsWith("logout-") && carryingCookies(failure, said) !== null,
    scenarios: [...whoIsLoggedOut.scenarios, tryElsewhere],
  },
];

/** Step 12: the refresh token is in a cookie that scripts cannot read and other sites cannot use. */

import { isSentTo, keepCookies } from "../../src/check/cookies.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf, received } from "../../src/check/judge/read-transcript.ts";
import { get, post } from "../../src/check/requests.ts";
import type { Cookie, Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import type { Exchange, Transcript } from "../../src/check/transcript.ts";
import { allGood, isGood } from "../../src/course/sessions.ts";
import { moving } from "../../src/course/worlds.ts";
import { step as restartStep } from "../11-restart/step.ts";
import { cookieNoHostPrefix } from "./advice.ts";
import { whereItIsRead } from "./experiment.ts";
import { cookieFirstMistakes, cookieMistakes, expiryInWrongUnit } from "./mistakes.ts";
import { opensTo } from "./opens-to.ts";
import { originsToTry } from "./origins.ts";
import {
  before,
  cookieNamed,
  isInBody,
  nameOfRefreshCookie,
  reasonsToDrop,
  withoutValue,
} from "./refresh-cookie.ts";

/** A browser logs in, renews with its cookies alone, and logs out. Which cookie renews is found out by trying each. */
const useBrowser: Scenario = {
  name: "a browser",
  world: moving,
  async act({ ada, grace }) {
    await ada.login("cookie-login");
    await ada.send("cookie-renewal", withCookies(ada.credential().cookies, "/token"));
    await grace.login("cookie-trial-login");
    const { cookies } = grace.credential();
    for (const [at, cookie] of cookies.entries()) {
      const answer = await grace.renew(`cookie-alone-${at + 1}`, { refreshToken: null, cookies: [cookie] });
      if (isGood(answer)) break;
    }
    await grace.logout("cookie-logout");
  },
};

function withCookies(cookies: readonly Cookie[], path: string) {
  const request = post(path, {});
  const sent = cookies.filter((cookie) => isSentTo(cookie, path));
  if (sent.length === 0) return request;
  const cookie = sent.map(({ name, value }) => `${name}=${value}`).join("; ");
  return { ...request, headers: { ...request.headers, cookie } };
}

const ROUTES = ["/login", "/token", "/logout", "/me"];

/**
 * A page of another site sends requests: first a preflight, then the request itself. Some origins try all routes, the
 * others only /token.
 */
const otherSites: Scenario = {
  name: "another site",
  world: moving,
  async act({ mallory, textOfSource, patternsOfSource }) {
    const patterns = (await patternsOfSource()).map(({ text }) => text);
    const origins = originsToTry(await textOfSource(), patterns);
    for (const [at, origin] of origins.entries()) {
      for (const path of at === 0 ? ROUTES : ["/token"]) {
        const method = path === "/me" ? "GET" : "POST";
        const label = `${at + 1}-${path.slice(1)}`;
        await mallory.send(`preflight-${label}`, {
          method: "OPTIONS",
          path,
          headers: {
            origin,
            "access-control-request-method": method,
            "access-control-request-headers": "content-type",
          },
          body: null,
        });
        const request =
          method === "GET" ? get(path) : post(path, { username: "mallory", password: "malice" });
        await mallory.send(`origin-${label}`, { ...request, headers: { ...request.headers, origin } });
      }
    }
  },
};

/** The cookie that renews, from those of these exchanges that went well. */
function refreshCookies(transcript: Transcript, labels: readonly string[]) {
  const name = nameOfRefreshCookie(transcript);
  return labels.flatMap((label) => {
    const exchange = exchangeOf(transcript, label);
    if (!exchange || !isGood(exchange)) return [];
    return [{ label, exchange, cookie: cookieNamed(exchange, name) }];
  });
}

/** The exchanges whose answers give a refresh token. */
const HANDING_OUT = ["cookie-login", "cookie-renewal"];

/** Why a browser keeps none of an answer's cookies, in words. */
function whyNoCookie(exchange: Exchange): string {
  if (exchange.response?.setCookies.length === 0) return "an answer without Set-Cookie";
  const [first] = reasonsToDrop(exchange);
  return first ? `a cookie that a browser drops: ${first.reason}` : "another cookie than the one that renews";
}

const holdsToken: Check = {
  id: "cookie-holds-token",
  title: "The refresh token comes in a cookie, and in no body",
  exchange: "cookie-login",
  needs: ["cookie-login"],
  judge(transcript) {
    if (!exchangeOf(transcript, "cookie-login")) return skipped;
    for (const { label, exchange, cookie } of refreshCookies(transcript, HANDING_OUT)) {
      if (!cookie) return failed("a cookie with the refresh token", whyNoCookie(exchange), label);
      if (isInBody(exchange, cookie))
        return failed("no refresh token in the body", received(exchange), label);
    }
    return passed;
  },
};

function flagCheck(id: string, title: string, expected: string, holds: (cookie: Cookie) => boolean): Check {
  return {
    id,
    title,
    exchange: "cookie-login",
    judge(transcript) {
      const found = refreshCookies(transcript, HANDING_OUT).filter(({ cookie }) => cookie !== null);
      if (found.length === 0) return skipped;
      const wrong = found.find(({ cookie }) => cookie !== null && !holds(cookie));
      if (!wrong?.cookie) return passed;
      const line = wrong.exchange.response?.setCookies.find((one) =>
        one.startsWith(`${wrong.cookie?.name}=`),
      );
      return failed(expected, withoutValue(line ?? ""), wrong.label);
    },
  };
}

const renewed = allGood("cookie-renews", "POST /token renews with the cookie alone", ["cookie-renewal"]);

/** Without a cookie, what answers well has not asked for one. */
const renews: Check = {
  ...renewed,
  judge(transcript) {
    const finding = renewed.judge(transcript);
    const sent = exchangeOf(transcript, "cookie-renewal")?.request.headers["cookie"];
    return finding.status === "passed" && sent === undefined ? skipped : finding;
  },
};

const cleared: Check = {
  id: "cookie-cleared",
  title: "After a logout, the browser no longer holds the cookie",
  exchange: "cookie-logout",
  judge(transcript) {
    const logout = exchangeOf(transcript, "cookie-logout");
    const name = nameOfRefreshCookie(transcript);
    if (!logout?.response || name === null) return skipped;
    const held = [...before(transcript, logout), logout].reduce<Cookie[]>(
      (kept, { request, response }) => keepCookies(kept, response?.setCookies ?? [], request.path, 0),
      [],
    );
    const left = held.find((cookie) => cookie.name === name && cookie.value !== "");
    if (!left) return passed;
    const [line] = logout.response.setCookies;
    return failed("a browser without the cookie", line ?? "an answer without Set-Cookie", logout.label);
  },
};

const notStored: Check = {
  id: "answers-not-stored",
  title: "No cache keeps the answers that hold tokens",
  exchange: "cookie-login",
  judge(transcript) {
    const answers = HANDING_OUT.flatMap((label) => exchangeOf(transcript, label) ?? []).filter(isGood);
    if (answers.length === 0) return skipped;
    const kept = answers.find(
      ({ response }) => !/\bno-store\b/i.test(response?.headers["cache-control"] ?? ""),
    );
    if (!kept) return passed;
    const said = kept.response?.headers["cache-control"];
    return failed(
      "Cache-Control: no-store",
      said ? `Cache-Control: ${said}` : "no Cache-Control",
      kept.label,
    );
  },
};

const originClosed: Check = {
  id: "origin-closed",
  title: "No other site may use the cookie",
  exchange: "preflight-1-token",
  judge({ exchanges }) {
    const asked = exchanges.filter(({ label }) => /^(?:preflight|origin)-\d/.test(label));
    if (asked.length === 0) return skipped;
    const open = asked.find((exchange) => opensTo(exchange) !== null);
    if (!open) return passed;
    return failed(
      "no credentials for another origin",
      `Access-Control-Allow-Origin: ${opensTo(open)} with credentials`,
      open.label,
    );
  },
};

export const cookieHolds: readonly Check[] = [
  holdsToken,
  renews,
  flagCheck("cookie-httponly", "No script can read it", "HttpOnly", ({ httpOnly }) => httpOnly),
  flagCheck("cookie-secure", "It travels over TLS only", "Secure", ({ secure }) => secure),
  flagCheck(
    "cookie-samesite",
    "No other site's request carries it",
    "SameSite=Strict or Lax",
    ({ sameSite }) => sameSite === "Strict" || sameSite === "Lax",
  ),
  cleared,
  notStored,
  originClosed,
];

export const step: Step = {
  number: 12,
  name: "cookie",
  part: "two",
  title: "A cookie that scripts cannot read",
  attack: {
    tried: "A script in the page looked for the token, and another site sent requests with the cookie.",
    stoppedBy: /httpOnly/,
  },
  learned: "A script in your page cannot read the refresh token, and another site cannot use it.",
  scenarios: [...restartStep.scenarios, useBrowser, otherSites],
  experiments: [...whereItIsRead, ...restartStep.experiments],
  afterthoughts: [...restartStep.afterthoughts],
  checks: [...restartStep.checks, ...cookieHolds],
  added: cookieHolds,
  // A cookie that does not come back looks like a refused renewal, so these come first.
  mistakes: [
    ...cookieFirstMistakes,
    expiryInWrongUnit(restartStep.mistakes),
    ...restartStep.mistakes.filter(({ id }) => id !== "expiry-in-wrong-unit"),
    ...cookieMistakes,
  ],
  advice: [...restartStep.advice, cookieNoHostPrefix],
  trial: [post("/login", { username: "ada", password: "lovelace" }), post("/token", {}), post("/logout", {})],
  keepsCookies: true,
};

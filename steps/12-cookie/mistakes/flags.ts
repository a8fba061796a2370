/** The flags that the refresh token's cookie lacks. */

import type { Evidence, Explanation, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { cookieNamed, nameOfRefreshCookie } from "../refresh-cookie.ts";
import { asksNodeEnv, placeOfOption } from "./cookies-in-source.ts";

interface Flag {
  id: string;
  check: string;
  title: string;
  option: string;
  why: (name: string, evidence: Evidence, sameSite: string | null) => string;
  fix: string;
}

function flagMistake({ id, check, title, option, why, fix }: Flag): Mistake {
  return {
    id,
    find(evidence): Explanation | null {
      const { failure, exchange, transcript, source } = evidence;
      if (failure.check.id !== check || !exchange) return null;
      const name = nameOfRefreshCookie(transcript);
      const cookie = cookieNamed(exchange, name);
      if (name === null || !cookie) return null;
      const env = id === "cookie-insecure" ? asksNodeEnv(source) : null;
      return {
        title,
        why: why(name, evidence, cookie.sameSite),
        fix,
        place: env ? placeOfFound(env) : placeOfOption(source, option),
      };
    },
  };
}

export const cookieReadable: Mistake = flagMistake({
  id: "cookie-readable",
  check: "cookie-httponly",
  title: "Every script in the page can read the cookie",
  option: "httpOnly",
  why: (name) =>
    `${name} comes without HttpOnly, so document.cookie holds it. One line of somebody else's script in your page, by way of a library or a comment field, sends it away.`,
  fix: "Set HttpOnly: the page itself never has to read this cookie.",
});

export const cookieInsecure: Mistake = flagMistake({
  id: "cookie-insecure",
  check: "cookie-secure",
  title: "The cookie also travels without TLS",
  option: "secure",
  why: (name, { source }) =>
    `${name} comes without Secure, so a browser sends it with a request to http:// as well, where everybody on the way can read it.${
      asksNodeEnv(source)
        ? " Your code asks NODE_ENV for it. That is not set here, because nothing sets it by itself: a server that somebody forgot to set it on would be as open as this one."
        : ""
    }`,
  fix: "Always set Secure: browsers take http://localhost and http://127.0.0.1 for secure, so it does not stand in your way.",
});

export const cookieCrossSite: Mistake = flagMistake({
  id: "cookie-cross-site",
  check: "cookie-samesite",
  title: "Requests of other sites carry the cookie",
  option: "sameSite",
  why: (name, _evidence, sameSite) =>
    sameSite === "None"
      ? `${name} comes with SameSite=None, so a page of any other site can send requests to your server that carry it: it could renew or log out in ada's name.`
      : `${name} comes without SameSite. Some browsers then take it for Lax and others send it with the requests of any other site, which could renew or log out in ada's name.`,
  fix: "Set SameSite to Strict, or to Lax where links from other sites have to find somebody logged in.",
});

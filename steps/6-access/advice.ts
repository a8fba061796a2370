/** Advice about an app whose access tokens hold. */

import type { Advice } from "../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { secretFallbacks } from "../../src/check/source/environment.ts";
import { firstPlace, placeOfFound } from "../../src/check/source/found.ts";
import { registeredFor } from "../../src/check/source/handlers.ts";
import type { Exchange } from "../../src/check/transcript.ts";
import { endingsBefore } from "../../src/course/before-refusal.ts";
import { isGood } from "../../src/course/sessions.ts";
import { keepingsIn, removalsOf } from "../../src/course/token-code.ts";

/** If the variable is not set, a text of the source is the key. */
export const secretFallback: Advice = {
  id: "secret-fallback",
  async find(_transcript, readSource) {
    const [fallback] = secretFallbacks(await readSource());
    if (!fallback) return null;
    return {
      title: `Without ${fallback.name}, the key is a text of your source`,
      why: "As long as the variable is set, all is well. On the one machine where somebody forgets it, nothing fails, nobody notices, and everybody who knows the source can sign tokens.",
      fix: `Stop at start with a clear error where ${fallback.name} is not set.`,
      place: placeOfFound(fallback),
    };
  },
};

/** A refusal with 401 has to name the scheme. */
export const noWwwAuthenticate: Advice = {
  id: "no-www-authenticate",
  find(transcript) {
    const silent = ["me-no-header", "me-no-token", "me-garbage"]
      .map((label) => exchangeOf(transcript, label))
      .find((one) => one?.response?.status === 401 && one.response.headers["www-authenticate"] === undefined);
    if (!silent) return null;
    return {
      title: "A 401 does not say how to come in",
      why: "Your answer is right, and a client that knows your app understands it. The standard wants the header WWW-Authenticate with every 401 (RFC 9110 §15.5.2); for access tokens its value begins with Bearer (RFC 6750 §3).",
      fix: "Set WWW-Authenticate to Bearer where you answer 401.",
      place: answeredAt(silent),
    };
  },
};

/** Whether an access token says nothing itself, so that it is looked up: one that is signed has parts. */
function isOpaque({ request }: Exchange): boolean {
  return !(request.headers["authorization"] ?? ".").includes(".");
}

/** After a logout, the access token is still good. */
export const logoutKeepsAccess: Advice = {
  id: "logout-keeps-access",
  async find({ afterthoughts }, readSource) {
    const logout = afterthoughts.find(({ label }) => label === "logout-with-access") ?? null;
    const after = afterthoughts.find(({ label }) => label === "me-after-logout") ?? null;
    if (!isGood(logout) || !after || !isGood(after)) return null;
    const source = await readSource();
    // What answers may be a wrapper of res.end, say: then what the logout itself does is not before it.
    const [ending] = [
      ...endingsBefore(source, answeredAt(logout)),
      ...removalsOf(source, "/logout"),
      ...keepingsIn(registeredFor(source, "POST", "/logout")),
    ];
    const [why, fix] = isOpaque(after)
      ? [
          "A token that is only looked up in a store can be taken out of it.",
          "Keep with each access token which login it belongs to; at logout, take those out as well.",
        ]
      : [
          "A token that only its signature proves cannot be taken back, and a short life is the usual answer.",
          "Keep the life short; or remember the ids of ended logins for that long, and look at them in GET /me.",
        ];
    return {
      title: "After a logout, the access token is good until it ends",
      why: `Ada logged out, and her access token still opens GET /me. The standard asks to end it as well where the server can (RFC 7009 §2.1). ${why}`,
      fix,
      place: firstPlace(ending) ?? answeredAt(logout),
    };
  },
};

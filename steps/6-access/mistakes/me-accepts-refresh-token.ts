/** GET /me accepts a refresh token as an access token. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { lookupsOf } from "../../../src/course/mistakes/pattern.ts";
import { callsForMe, isLetIn } from "./asking.ts";

export const meAcceptsRefreshToken: Mistake = {
  id: "me-accepts-refresh-token",
  find(evidence) {
    const exchange = exchangeOf(evidence.transcript, "me-refresh-token");
    if (!isAbout(evidence, "me-refuses") || !isLetIn(exchange)) return null;
    const [verify] = callsForMe(evidence, "verify", "jwtVerify", "jwtDecrypt");
    const [lookup] = lookupsOf(evidence.source, "GET", "/me");
    return {
      title: "GET /me accepts a refresh token",
      why: "Mallory sent ada's refresh token in the place of an access token, and was let in. Then the token that lives long opens everything, and the short life of the access token protects nobody.",
      fix: "Let the two kinds differ: another key, another store, or a claim that says what a token is for (RFC 8725 §3.11), which you look at here.",
      place: firstPlace(verify, lookup) ?? answeredAt(exchange),
    };
  },
};

/** Advice about an app that passes step 12. */

import type { Advice } from "../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { placeOfLiteral } from "../../src/check/source/landmarks.ts";
import { placeOfCookie } from "./mistakes/cookies-in-source.ts";
import { cookieNamed, nameOfRefreshCookie } from "./refresh-cookie.ts";

/** The name of the cookie does not begin with __Host-, so the browser does not insist on its flags. */
export const cookieNoHostPrefix: Advice = {
  id: "cookie-no-host-prefix",
  async find(transcript, readSource) {
    const login = exchangeOf(transcript, "cookie-login");
    const cookie = login && cookieNamed(login, nameOfRefreshCookie(transcript));
    // A cookie for only some paths cannot have that name.
    if (!cookie || /^__Host-/i.test(cookie.name) || cookie.path !== "/") return null;
    const source = await readSource();
    return {
      title: `The name ${cookie.name} promises ${/^__Secure-/i.test(cookie.name) ? "only Secure" : "nothing"}`,
      why: "A name that begins with __Host- makes the browser insist: it takes such a cookie only with Secure, with Path=/ and without Domain (draft-ietf-httpbis-rfc6265bis §4.1.3). Then no other host of your domain can put a cookie of its own in the place of yours.",
      fix: "Call it __Host-…, where you set it, read it and clear it.",
      place: placeOfLiteral(source, cookie.name) ?? placeOfCookie(source) ?? answeredAt(login),
    };
  },
};

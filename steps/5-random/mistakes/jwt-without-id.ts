/** Two logins in one second give the same JWT, because nothing in it differs. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAboutTokens, isIssuing, isSigning, placeOfMaking, tokensOf } from "./guesses.ts";

/** Three parts that are joined by dots, the first of which is JSON in base64url. */
function isJwt(token: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/.test(token);
}

export const jwtWithoutId: Mistake = {
  id: "jwt-without-id",
  find(evidence) {
    const tokens = ["ada" as const, "grace" as const].map((person) => tokensOf(evidence, person));
    const twins = tokens.some((own) => own.some((token, at) => isJwt(token) && own.indexOf(token) < at));
    if (!isAboutTokens(evidence) || !twins) return null;
    return {
      title: "Two logins in one second give the same JWT",
      why: "Ada logged in twice within a second and got the same refresh token twice. A JWT says who and, in whole seconds, when: the same claims signed with the same key are the same text. By its token, your program cannot tell one login from the other.",
      fix: "Give each token an id of its own that nobody can guess: the claim jti (RFC 7519 §4.1.7), random.",
      place: placeOfMaking(evidence, isIssuing, isSigning),
    };
  },
};

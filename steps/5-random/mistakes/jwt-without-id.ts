/** Two logins in one second give the same JWT, because nothing in it differs. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import { child, nameOf } from "../../../src/check/source/syntax.ts";
import { madeOnce } from "../../../src/course/made-once.ts";
import { isAboutTokens, isIssuing, isSigning, placeOfMaking, tokensOf } from "./guesses.ts";

/** Three parts that are joined by dots, the first of which is JSON in base64url. */
function isJwt(token: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/.test(token);
}

/** Where a login gives its tokens an id after all, which does not differ enough. */
function idOf({ source }: Evidence): Found | null {
  const [id] = within(
    functionsOf(source, "POST", "/login"),
    (node, ancestors) =>
      node.type === "Property" &&
      /^(jti|jwtid)$/i.test(nameOf(child(node, "key")) ?? "") &&
      ancestors.at(-1)?.type === "ObjectExpression",
  );
  return id ?? null;
}

/** The only id of a token that is made outside of all functions, and so is the same for all. */
function idMadeOnce({ source }: Evidence): Found | null {
  return madeOnce(source, /^(jti|jwtid)$/i);
}

export const jwtWithoutId: Mistake = {
  id: "jwt-without-id",
  find(evidence) {
    const tokens = ["ada" as const, "grace" as const].map((person) => tokensOf(evidence, person));
    const twins = tokens.some((own) => own.some((token, at) => isJwt(token) && own.indexOf(token) < at));
    if (!isAboutTokens(evidence) || !twins) return null;
    const shared = idMadeOnce(evidence);
    if (shared) {
      return {
        title: "All tokens have one id",
        why: "Ada logged in twice within a second and got the same refresh token twice: the id that tells tokens apart is made in this line, which runs once, when the program starts. By its token, your program cannot tell one login from the other.",
        fix: "Make the id where the token is signed, a new one for each.",
        place: placeOfFound(shared),
      };
    }
    return {
      title: "Two logins in one second give the same JWT",
      why: "Ada logged in twice within a second and got the same refresh token twice. A JWT says who and, in whole seconds, when: the same claims signed with the same key are the same text. By its token, your program cannot tell one login from the other.",
      fix: "Give each token an id of its own that nobody can guess: the claim jti (RFC 7519 §4.1.7), random.",
      place: firstPlace(idOf(evidence)) ?? placeOfMaking(evidence, isIssuing, isSigning),
    };
  },
};

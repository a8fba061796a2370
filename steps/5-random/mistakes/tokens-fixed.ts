/** Every login gives the same token, whoever logs in. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { findInSource, firstPlace } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { calledName, child, findAll, isFunction } from "../../../src/check/source/syntax.ts";
import { madeOnce } from "../../../src/course/made-once.ts";
import { areAllAlike, inShort, isAboutTokens, placeOfMaking, tokensOf } from "./guesses.ts";

/** Names of functions that call another one once, and give back its first result ever after. */
const KEEPS_FIRST = /^(once|memoized?|memoised?|cached?|lazy)$/i;

/** The only line outside of all functions that makes something random by such a function: once(() => randomBytes(32)). */
function madeByOnce({ source }: Evidence): Found | null {
  const found = findInSource(source, (node, ancestors) => {
    const init = node.type === "VariableDeclarator" ? child(node, "init") : null;
    const isKept = init?.type === "CallExpression" && KEEPS_FIRST.test(calledName(init) ?? "");
    const isRandom =
      isKept && findAll(init, (one) => (calledName(one) ?? "").startsWith("random")).length > 0;
    return isRandom && !ancestors.some(isFunction);
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

export const tokensFixed: Mistake = {
  id: "tokens-fixed",
  find(evidence) {
    const tokens = [...tokensOf(evidence, "ada"), ...tokensOf(evidence, "grace")];
    if (!isAboutTokens(evidence) || !areAllAlike(tokens)) return null;
    return {
      title: "Everybody gets the same refresh token",
      why: `${tokens.length} logins of two people gave ${inShort(tokens[0] ?? "")} each time. Mallory logs in once, as herself, and holds the token of everybody.`,
      fix: "Make a new token at each login, inside the handler, from crypto's randomBytes.",
      place:
        firstPlace(madeOnce(evidence.source, /token|refresh|session/i), madeByOnce(evidence)) ??
        placeOfMaking(evidence),
    };
  },
};

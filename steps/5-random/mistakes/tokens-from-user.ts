/** A person's token is the same at each login. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { findInSource, firstPlace } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsMeant } from "../../../src/check/source/calls.ts";
import { calledName, child, isFunction, list } from "../../../src/check/source/syntax.ts";
import { areAllAlike, inShort, isAboutTokens, isJoining, placeOfMaking, tokensOf } from "./guesses.ts";

/** Where the function that makes tokens is wrapped by one that remembers results: memoize(mint). */
function rememberedBy({ source }: Evidence): Found | null {
  const [call] = findInSource(
    source,
    (node) =>
      child(node, "callee")?.type === "Identifier" &&
      /^(memo\w*|cached?)$/i.test(calledName(node) ?? "") &&
      list(node, "arguments").some((one) => isFunction(one) || functionsMeant(source, one).length > 0),
  );
  return call ?? null;
}

export const tokensFromUser: Mistake = {
  id: "tokens-from-user",
  find(evidence) {
    const [ada, grace] = [tokensOf(evidence, "ada"), tokensOf(evidence, "grace")];
    if (!isAboutTokens(evidence) || !areAllAlike(ada) || !areAllAlike(grace)) return null;
    return {
      title: "A person's refresh token is the same at every login",
      why: `Ada logged in ${ada.length} times and got ${inShort(ada[0] ?? "")} each time: it depends on who logs in and on nothing else. Whoever knows how it is made, or has seen it once, has it forever.`,
      fix: "Make a new token at each login, from crypto's randomBytes, and let the store remember whose it is.",
      place: firstPlace(rememberedBy(evidence)) ?? placeOfMaking(evidence, isJoining),
    };
  },
};

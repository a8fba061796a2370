/** POST /token accepts any token. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/handlers.ts";
import { within } from "../../../src/check/source/making.ts";
import { calledName, findAll } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { accepted, conditionsIn, isAboutToken, lookupIn, renewalsOf } from "./renewals.ts";

/** The only call of next() in a middleware whose conditions end nothing: it passes on whatever came. */
function passedOnAnyway(evidence: Evidence): Found | null {
  const conditions = conditionsIn(evidence);
  const ends = (node: Node) =>
    /^(Return|Throw)Statement$/.test(node.type) || /^(next|json|send\w*|end)$/.test(calledName(node) ?? "");
  if (conditions.length === 0 || conditions.some(({ node }) => findAll(node, ends).length > 0)) return null;
  const calls = within(handlersOf(evidence.source, "POST", "/token"), (node) => calledName(node) === "next");
  return calls.length === 1 ? (calls[0] ?? null) : null;
}

export const tokenIgnoresStore: Mistake = {
  id: "token-ignores-store",
  find(evidence) {
    const { unknown, beforeLogin } = renewalsOf(evidence);
    if (!isAboutToken(evidence) || !accepted(unknown)) return null;
    const [condition] = conditionsIn(evidence);
    const lookup = lookupIn(evidence);
    const about = condition ?? lookup;
    const always = accepted(beforeLogin);
    return {
      title: "POST /token accepts tokens that were never given out",
      why: `"refresh999" was never given to anybody, and it gets a new access token${always ? ", even before the first login" : ""}. Whether the token is in refreshTokens makes no difference to the answer.`,
      fix: lookup
        ? "Print what this gives for a token that is not there: the good answer has to depend on whether refreshTokens holds it."
        : "Before the good answer, look the token up in refreshTokens, and refuse it when it is not there.",
      place: firstPlace(passedOnAnyway(evidence), about) ?? answeredAt(unknown),
    };
  },
};

/** POST /token accepts any token. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, handlersOf, placeOfFound } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/handlers.ts";
import { makingOf, within } from "../../../src/check/source/making.ts";
import { isAsync } from "../../../src/check/source/promises.ts";
import { calledName, child, findAll } from "../../../src/check/source/syntax.ts";
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

/** What a condition of POST /token takes for yes or no although it is always there: a list, or a promise. */
function alwaysTrue(evidence: Evidence): { what: string; says: string; fix: string; found: Found } | null {
  for (const condition of conditionsIn(evidence)) {
    const test = child(condition.node, "test");
    const asked = test && (test.type === "UnaryExpression" ? child(test, "argument") : test);
    if (!asked) continue;
    const [value] = makingOf(evidence.source, [{ file: condition.file, node: asked }]).slice(
      asked.type === "Identifier" ? 1 : 0,
    );
    const method = calledName(value?.node ?? asked) ?? "";
    if (value && /^(filter|slice|map|concat)$/.test(method))
      return {
        what: "An array",
        says: `${method} gives an array whatever it finds, an empty one too`,
        fix: "Ask with includes or some, which say true or false; or look at the array's length.",
        found: condition,
      };
    if (value?.node.type === "CallExpression" && isAsync(evidence.source, calledName(value.node) ?? ""))
      return {
        what: "A promise",
        says: "an async function gives a promise, whatever will come of it",
        fix: "Put await in front of the call: then it is the answer of the function that is asked.",
        found: asked.type === "Identifier" ? value : condition,
      };
  }
  return null;
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
    const truth = alwaysTrue(evidence);
    if (truth) {
      return {
        title: `${truth.what} always counts as true`,
        why: `"refresh999" was never given to anybody, and it gets a new access token: the condition asks whether there is ${truth.what.toLowerCase()}, and ${truth.says}.`,
        fix: truth.fix,
        place: placeOfFound(truth.found),
      };
    }
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

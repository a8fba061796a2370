/** POST /token accepts any token. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf, registeredFor } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, makingOf, within } from "../../../src/check/source/making.ts";
import { callsAsync, promiseAskedAsTruth } from "../../../src/check/source/promises.ts";
import { calledName, child, findAll, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";
import { assignmentAsked } from "../../../src/course/assignments.ts";
import { errorNotThrown } from "../../../src/check/source/made-errors.ts";
import { comparisonInLookup } from "../../../src/course/deciding-line.ts";
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
    if (value && callsAsync(evidence.source, value.node))
      return {
        what: "A promise",
        says: "an async function gives a promise, whatever will come of it",
        fix: "Put await in front of the call: then it is the answer of the function that is asked.",
        found: asked.type === "Identifier" ? value : condition,
      };
  }
  const promise = promiseAskedAsTruth(evidence.source, functionsOf(evidence.source, "POST", "/token"));
  return (
    promise && {
      what: "A promise",
      says: "an async function gives a promise, whatever will come of it",
      fix: "Put await in front of the call: then it is the answer of the function that is asked.",
      found: promise,
    }
  );
}

/**
 * The variable refreshTokens inside a function of POST /token that hides the one of the file, and is not made of what the
 * store holds.
 */
function hidingStore({ source }: Evidence): Found | null {
  const declarations = declarationsOf(source, "refreshTokens");
  const code = handlersOf(source, "POST", "/token");
  const hiding = declarations.find(
    ({ file, node, init, local }) =>
      local &&
      code.some((one) => findAll(one.node, (inner) => inner === node).length > 0) &&
      declarations.some((other) => !other.local && other.file === file) &&
      init !== null &&
      !within(makingOf(source, [{ file, node: init }]), (one) => nameOf(one) === "refreshTokens").length,
  );
  return hiding ?? null;
}

export const tokenIgnoresStore: Mistake = {
  id: "token-ignores-store",
  find(evidence) {
    const { unknown, beforeLogin } = renewalsOf(evidence);
    if (!isAboutToken(evidence) || !accepted(unknown)) return null;
    // A callback asks first whether there was an error: that says nothing of the token.
    const condition = conditionsIn(evidence).find(
      ({ node }) => !/^(e|err|error)$/.test(nameOf(child(node, "test")) ?? ""),
    );
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
    const hiding = hidingStore(evidence);
    if (hiding) {
      return {
        title: "Another variable hides refreshTokens",
        why: `"refresh999" was never given to anybody, and it gets a new access token. This line makes another variable of the name refreshTokens, for this function alone: what the function asks is that one, not the array that login fills.`,
        fix: "Give the variable in the function another name; then refreshTokens is the array again.",
        place: placeOfFound(hiding),
      };
    }
    const madeOnly = errorNotThrown(functionsOf(evidence.source, "POST", "/token"));
    if (madeOnly) {
      return {
        title: "An error is made, and not thrown",
        why: '"refresh999" was never given to anybody, and it gets a new access token. This line makes an error and lets go of it: only throw ends the function.',
        fix: "Put throw in front of it.",
        place: placeOfFound(madeOnly),
      };
    }
    const assignment = assignmentAsked(functionsOf(evidence.source, "POST", "/token"));
    if (assignment) {
      return {
        title: "One = gives a value, it does not compare",
        why: '"refresh999" was never given to anybody, and it gets a new access token. With one = this line assigns, and an assignment counts as what was assigned: any text that is not empty counts as yes.',
        fix: "Compare, with ===.",
        place: placeOfFound(assignment),
      };
    }
    const asked = comparisonInLookup(evidence.source);
    if (asked) {
      return {
        title: "POST /token accepts tokens that were never given out",
        why: `"refresh999" was never given to anybody, and it gets a new access token. Whether a token is the one that came is asked of ${asked.name}, and what it returns is decided here.`,
        fix: `Print what ${asked.name} gets and what it returns, with console.log: it may say yes only of two texts that are the same.`,
        place: placeOfFound(asked.line),
      };
    }
    return {
      title: "POST /token accepts tokens that were never given out",
      why: `"refresh999" was never given to anybody, and it gets a new access token${always ? ", even before the first login" : ""}. Whether the token is in refreshTokens makes no difference to the answer.`,
      fix: lookup
        ? "Print what this gives for a token that is not there: the good answer has to depend on whether refreshTokens holds it."
        : "Before the good answer, look the token up in refreshTokens, and refuse it when it is not there.",
      place:
        firstPlace(
          passedOnAnyway(evidence),
          about,
          registeredFor(evidence.source, "POST", "/token").at(-1),
        ) ?? answeredAt(unknown),
    };
  },
};

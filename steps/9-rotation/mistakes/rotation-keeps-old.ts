/** The old token still renews after it was exchanged for a new one. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { registeredFor } from "../../../src/check/source/handlers.ts";
import { within } from "../../../src/check/source/making.ts";
import { calledName, child, findAll, list, nameOf, receiverOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import type { Place } from "../../../src/check/transcript.ts";
import { changedCopy } from "../../../src/course/changed-copy.ts";
import { answerPlace, inRenewal } from "../../../src/course/renewal-code.ts";
import { removalByToken } from "../../../src/course/raw-key.ts";
import {
  callsCopying,
  codeOf,
  hashTest,
  isRemoval,
  keepingCallsOf,
  letGoIn,
  removalsOf,
} from "../../../src/course/token-code.ts";
import { readsClock } from "../../../src/course/clock-comparisons.ts";
import { wentWell } from "../../../src/course/turned-away.ts";

/** What people call the tokens that were exchanged. */
const OLD = /used|spent|old|retired|dead|seen|replaced|previous|history|chain/i;

function isClock(node: Node | null): boolean {
  return node !== null && readsClock(node);
}

/** The line that should end the old token, but does not. */
function lineThatShould(evidence: Evidence): Place | null {
  const isHash = hashTest(evidence.source);
  // A comparison as a statement of its own: an assignment was meant.
  const [compared] = inRenewal(evidence, (node, ancestors) => {
    const isEquality =
      node.type === "BinaryExpression" && /^={2,3}$/.test(String(Reflect.get(node, "operator")));
    return isEquality && ancestors.at(-1)?.type === "ExpressionStatement";
  });
  // A time since the token was used: a grace period.
  const [grace] = inRenewal(evidence, (node) => {
    const names =
      node.type === "BinaryExpression" && /^[<>]=?$/.test(String(Reflect.get(node, "operator")))
        ? findAll(node, () => true).flatMap((one) => nameOf(one) ?? [])
        : [];
    return names.some((name) => /used|rotated|replaced|retired|grace|spent|previous/i.test(name));
  });
  // A function that only renewals call gives the old token a new end, a while from now.
  const atLogin = codeOf(evidence.source, "/login");
  const inHandler = registeredFor(evidence.source, "POST", "/token");
  const [laterEnd] = within(
    codeOf(evidence.source, "/token").filter(
      ({ node }) =>
        ![...atLogin, ...inHandler].some((one) => one.node === node) &&
        findAll(node, (one) => /^random|^sign/.test(calledName(one) ?? "")).length === 0,
    ),
    (node) =>
      node.type === "BinaryExpression" &&
      Reflect.get(node, "operator") === "+" &&
      ["left", "right"].some((side) => isClock(child(node, side))),
  );
  // The token itself is removed, but the store holds hashes.
  const removals = removalsOf(evidence.source, "/token");
  const plain = removals.find(
    ({ node }) =>
      !list(node, "arguments").some(isHash) &&
      child(node, "argument") === null &&
      findAll(node, (one) => nameOf(one) === "refreshToken" && !isHash(one)).length > 0,
  );
  // The same function is handed the hash elsewhere.
  const handedHash = findInSource(
    evidence.source,
    (node) => list(node, "arguments").some(isHash) && isRemoval(node),
  ).map(({ node }) => calledName(node));
  const withToken = removals.find(({ node }) => {
    const [given] = list(node, "arguments");
    const isToken = given?.type === "Identifier" && /token$/i.test(nameOf(given) ?? "") && !isHash(given);
    return isToken && handedHash.includes(calledName(node));
  });
  const thrownAway = removals.find(
    ({ node }) => findAll(node, ({ type }) => type === "NewExpression").length > 0,
  );
  // What is removed from is a copy, which a function of the program makes for whoever asks.
  const fromCopy = removals.find(({ node }) => {
    const from = receiverOf(node);
    return from?.type === "CallExpression" && callsCopying(evidence.source, from);
  });
  const [letGo] = letGoIn(evidence.source, "/token");
  // Nothing there ends it: then the line that keeps the new one is where the old one has to go.
  const kept = keepingCallsOf(evidence.source, "/token").at(-1);
  // A lookup that finds by old tokens as well: row.hash === hash || row.spent.includes(hash)
  const [alsoOld] = within(codeOf(evidence.source, "/token"), (node, ancestors) => {
    const inLookup = ancestors.some((one) => /^(find\w*|filter|some)$/.test(calledName(one) ?? ""));
    const right = Reflect.get(node, "operator") === "||" ? child(node, "right") : null;
    const asksOld =
      right && /^(includes|has)$/.test(calledName(right) ?? "") && OLD.test(nameOf(receiverOf(right)) ?? "");
    return inLookup && asksOld === true;
  });
  const found =
    compared ??
    letGo ??
    fromCopy ??
    changedCopy(codeOf(evidence.source, "/token")) ??
    grace ??
    laterEnd ??
    plain ??
    withToken ??
    alsoOld ??
    removalByToken(evidence.source, removals) ??
    thrownAway ??
    kept;
  return found ? placeOfFound(found) : null;
}

export const rotationKeepsOld: Mistake = {
  id: "rotation-keeps-old",
  find(evidence) {
    if (!isAbout(evidence, "rotation-old-refused") || !wentWell(evidence, "old-token")) return null;
    return {
      title: "The old refresh token still works after a renewal",
      why: "alan logged in, and mallory overheard his refresh token. alan renewed and got a new one. Then mallory sent the old one, and got tokens as well: with each renewal there is one more token that works, and none ends.",
      fix: "A renewal exchanges: take the old token's hash out of the store, or mark it as used and refuse it, in the same breath in which the new one is kept. A grace period is a time for thieves.",
      place: lineThatShould(evidence) ?? answerPlace(evidence, "renewed-before-thief"),
    };
  },
};

/** A renewal gives a new token that the store does not hold. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { within } from "../../../src/check/source/making.ts";
import { calledName, child, findAll, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { endingsBefore } from "../../../src/course/before-refusal.ts";
import { answerPlace, inRenewal } from "../../../src/course/renewal-code.ts";
import { hashedTwice } from "../../../src/course/hash-slips.ts";
import {
  addedToCopy,
  hashTest,
  isKeeping,
  keepingCallsOf,
  letGoIn,
  lookupsOf,
  removalsOf,
} from "../../../src/course/token-code.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { registeredFor } from "../../../src/check/source/handlers.ts";
import { refreshTokenIn } from "../../../src/course/tokens-given.ts";
import { wasTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

/** Whether a node declares a variable that holds what chance gives: the new token. */
function isMaking(node: Node): boolean {
  const init = node.type === "VariableDeclarator" ? child(node, "init") : null;
  return init !== null && findAll(init, (one) => (calledName(one) ?? "").startsWith("random")).length > 0;
}

export const rotationNewNotStored: Mistake = {
  id: "rotation-new-not-stored",
  find(evidence) {
    const { transcript, source } = evidence;
    const [login, first] = ["rotation-login", "rotation-1"].map((label) => exchangeOf(transcript, label));
    if (!wentWell(evidence, "rotation-1") || !wasTurnedAway(evidence, "rotation-2") || !login || !first)
      return null;
    const token = refreshTokenIn(first);
    if (token === null || token === refreshTokenIn(login)) return null;
    const answer = answerPlace(evidence, "rotation-1");
    const twice = hashedTwice(source, "/token");
    if (twice) {
      const name = calledName(twice.node) ?? "";
      return {
        title: "The new refresh token is hashed twice",
        why: `ada logged in and renewed, and got a new refresh token. When she renewed with that one, she was refused. This line hands its hash over to ${name}, and ${name} hashes once more what it is handed: the store holds the hash of a hash, and a lookup asks for the hash of the token.`,
        fix: "Hash in one place only: hand the token itself over, as login does, or keep what is handed over as it is.",
        place: placeOfFound(twice),
      };
    }
    const isHash = hashTest(source);
    // Where lookups go by hashes, the token itself is not found again.
    const byHash = lookupsOf(source, "/token").some(({ node }) => isHash(node));
    const [plain] = inRenewal(evidence, (node) => {
      const isCall = node.type === "CallExpression" && isKeeping(node);
      const isToken = (one: Node) =>
        one.type === "Identifier" && /token$/i.test(nameOf(one) ?? "") && !isHash(one);
      return isCall && list(node, "arguments").some(isToken);
    });
    if (byHash && plain) {
      return {
        title: "The new refresh token is kept without its hash",
        why: "ada logged in and renewed, and got a new refresh token. When she renewed with that one, she was refused. A token that comes is hashed before it is looked for, and here the new one goes into the store as it is: no hash is equal to it.",
        fix: "Keep the hash of the new token, as login does.",
        place: placeOfFound(plain),
      };
    }
    // A hash that a variable gets, but not the store.
    const hashed = inRenewal(evidence, (node) => {
      const right = node.type === "AssignmentExpression" ? child(node, "right") : null;
      return right !== null && isHash(right);
    });
    const into = (type: string) => hashed.find(({ node }) => child(node, "left")?.type === type);
    const local = into("Identifier");
    // The record that this changes may be a copy of the one in the store.
    const changed = into("MemberExpression");
    const [letGo] = letGoIn(source, "/token");
    const [kept] = keepingCallsOf(source, "/token");
    // What is removed after the new one was kept may be the new one.
    const swept = endingsBefore(source, answer).find(({ node }) => kept && node.start > kept.node.end);
    const [made] = within(registeredFor(source, "POST", "/token"), isMaking);
    return {
      title: "The new refresh token is not in the store",
      why: "ada logged in and renewed, and got a new refresh token. When she renewed with that one, she was refused: it was handed out, and the store does not know it. From here on she would have to log in again.",
      fix: "Keep the hash of the new token, with the name and the end, before you answer, and see that nothing takes it out again.",
      place:
        firstPlace(local, letGo, addedToCopy(source), swept, changed, made) ??
        answer ??
        firstPlace(...removalsOf(source, "/token")),
    };
  },
};

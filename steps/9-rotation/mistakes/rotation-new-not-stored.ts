/** A renewal gives a new token that the store does not hold. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { child } from "../../../src/check/source/syntax.ts";
import { answerPlace, inRenewal, lastBefore } from "../../../src/course/renewal-code.ts";
import { hashTest, removalsOf } from "../../../src/course/token-code.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/handlers.ts";
import { refreshTokenIn } from "../../../src/course/tokens-given.ts";
import { wasTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

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
    const isHash = hashTest(source);
    // A hash that a variable gets, but not the store.
    const [local] = inRenewal(evidence, (node) => {
      const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
      const right = node.type === "AssignmentExpression" ? child(node, "right") : null;
      return left?.type === "Identifier" && right !== null && isHash(right);
    });
    const swept = lastBefore(removalsOf(source, "/token"), answer);
    return {
      title: "The new refresh token is not in the store",
      why: "ada logged in and renewed, and got a new refresh token. When she renewed with that one, she was refused: it was handed out, and the store does not know it. From here on she would have to log in again.",
      fix: "Keep the hash of the new token, with the name and the end, before you answer, and see that nothing takes it out again.",
      place: local
        ? placeOfFound(local)
        : (answer ?? (swept ? placeOfFound(swept) : null) ?? firstPlace(...removalsOf(source, "/token"))),
    };
  },
};

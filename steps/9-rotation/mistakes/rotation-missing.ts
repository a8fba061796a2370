/** A renewal gives only an access token. */

import { isRecord } from "../../../src/base/shape.ts";
import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf, jsonOf } from "../../../src/check/judge/read-transcript.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { child, findAll, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import type { Exchange } from "../../../src/check/transcript.ts";
import { answerPlace, inRenewal } from "../../../src/course/renewal-code.ts";
import { refreshTokenIn } from "../../../src/course/tokens-given.ts";
import { wentWell } from "../../../src/course/turned-away.ts";

/** Whether an answer holds a long text besides the access token: a refresh token under another name. */
function holdsAnother({ response }: Exchange): boolean {
  const json = response && jsonOf(response);
  if (!isRecord(json)) return true;
  return Object.entries(json).some(
    ([name, value]) => name !== "accessToken" && typeof value === "string" && value.length >= 16,
  );
}

/** The condition under which alone a renewal gives a new refresh token: the answer gets the field in its branch. */
function conditionOfNew(evidence: Evidence): Found | null {
  const setsField = (node: Node) => {
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    return left?.type === "MemberExpression" && nameOf(left) === "refreshToken";
  };
  const [condition] = inRenewal(evidence, (node) => {
    const branch = node.type === "IfStatement" ? child(node, "consequent") : null;
    return branch !== null && findAll(branch, setsField).length > 0;
  });
  return condition ?? null;
}

export const rotationMissing: Mistake = {
  id: "rotation-missing",
  find(evidence) {
    const renewal = exchangeOf(evidence.transcript, "rotation-1");
    if (
      !isAbout(evidence, "rotation-new", "token-renews-again") ||
      !renewal ||
      !wentWell(evidence, "rotation-1")
    )
      return null;
    if (refreshTokenIn(renewal) !== null || holdsAnother(renewal)) return null;
    const condition = conditionOfNew(evidence);
    if (condition) {
      return {
        title: "Only some renewals bring a new refresh token",
        why: "ada logged in and renewed. The answer holds a new access token and no refreshToken: she would get one only if this condition held. Whoever has overheard her token can use it until then.",
        fix: "Give out a new refresh token at each renewal: take the condition away.",
        place: placeOfFound(condition),
      };
    }
    const isRefusedNow = isAbout(evidence, "token-renews-again");
    return {
      title: "A renewal brings no new refresh token",
      why: `ada logged in and renewed. The answer holds a new access token and no refreshToken, so she goes on with the one she has. ${isRefusedNow ? "That one has ended, and she is refused the next time." : "Whoever has overheard it once can use it as long as she does."}`,
      fix: "In POST /token, make a new refresh token as login does, keep its hash in the place of the old one, and send it beside the access token.",
      place: answerPlace(evidence, "rotation-1"),
    };
  },
};

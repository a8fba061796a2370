/** A renewal answers with the refresh token that was sent. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { child, findAll, list, nameOf } from "../../../src/check/source/syntax.ts";
import { changedCopy } from "../../../src/course/changed-copy.ts";
import { answerPlace, inRenewal } from "../../../src/course/renewal-code.ts";
import { codeOf } from "../../../src/course/token-code.ts";
import { shortToken } from "../../../src/course/short-token.ts";
import { refreshTokenIn } from "../../../src/course/tokens-given.ts";

export const rotationSameToken: Mistake = {
  id: "rotation-same-token",
  find(evidence) {
    const { transcript } = evidence;
    const [login, renewal] = ["rotation-login", "rotation-1"].map((label) => exchangeOf(transcript, label));
    const sent = login && refreshTokenIn(login);
    if (
      !isAbout(evidence, "rotation-new", "token-renews-again") ||
      !sent ||
      !renewal ||
      refreshTokenIn(renewal) !== sent
    )
      return null;
    // Where the token that was sent goes into the answer: as a default, or as an argument.
    const [back] = inRenewal(evidence, (node) => {
      if (node.type === "AssignmentPattern") return sendsBack(child(node, "right"));
      const isAnswer =
        node.type === "CallExpression" && ["json", "send"].includes(nameOf(child(node, "callee")) ?? "");
      return isAnswer && list(node, "arguments").some(sendsBack);
    });
    return {
      title: "A renewal gives back the same refresh token",
      why: `ada logged in and got ${shortToken(sent)}. She renewed, and the answer holds ${shortToken(sent)} again. A token that never changes is as good for mallory as for ada, however she came by it.`,
      fix: "Make a new token in POST /token, keep its hash in the place of the old one, and answer with the new one, not with the one that came in.",
      place:
        firstPlace(back, changedCopy(codeOf(evidence.source, "/token"))) ??
        answerPlace(evidence, "rotation-1"),
    };
  },
};

/** Whether a node holds req.body.refreshToken. */
function sendsBack(node: Parameters<typeof child>[0] | null): boolean {
  if (!node) return false;
  return (
    findAll(node, (one) => {
      const object = one.type === "MemberExpression" ? child(one, "object") : null;
      return nameOf(one) === "refreshToken" && nameOf(object) === "body";
    }).length > 0
  );
}

/** The token of a login ends, but the token of a renewal does not. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { misreadPattern } from "../../../src/check/source/misread-members.ts";
import { calledName, child, findAll, list, nameOf } from "../../../src/check/source/syntax.ts";
import { answerPlace, inRenewal } from "../../../src/course/renewal-code.ts";
import { callWithoutField } from "../../../src/course/calls-that-miss.ts";
import { callOfOneRoute } from "../../../src/course/call-lines.ts";
import { codeOf, hashTest, isRemoval, keepingsOf } from "../../../src/course/token-code.ts";
import { wentWell } from "../../../src/course/turned-away.ts";

const END = /expir|ttl|until|end|maxAge|lifetime|exp$/i;

export const rotationDropsExpiry: Mistake = {
  id: "rotation-drops-expiry",
  find(evidence) {
    if (!isAbout(evidence, "rotated-ends") || !wentWell(evidence, "rotated-after-32-days")) return null;
    const isHash = hashTest(evidence.source);
    const namesIn = (node: Parameters<typeof child>[0]) =>
      findAll(node, () => true).flatMap((one) => nameOf(one) ?? []);
    const [lifted] = inRenewal(evidence, (node) => {
      const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
      return left?.type === "MemberExpression" && END.test(nameOf(left) ?? "");
    });
    const kept = keepingsOf(evidence.source, ["/token"]).find(
      ({ node }) =>
        isHash(node) &&
        findAll(node, isRemoval).length === 0 &&
        !namesIn(node).some((name) => END.test(name)),
    );
    const [signed] = inRenewal(
      evidence,
      (node) => /^sign$/i.test(calledName(node) ?? "") && !namesIn(node).some((name) => END.test(name)),
    );
    // replaceOne({ hash }, { hash: next, username }): of what is handed over, the part that is kept
    const part = kept && list(kept.node, "arguments").findLast((one) => one.type === "ObjectExpression");
    const line = lifted ?? signed ?? (kept && part ? { file: kept.file, node: part } : kept);
    const [atRenewal, atLogin] = [codeOf(evidence.source, "/token"), codeOf(evidence.source, "/login")];
    const misread = misreadPattern(evidence.source, atRenewal, END);
    const lacking = callWithoutField(evidence.source, atRenewal, atLogin, END);
    // The token of a login ends, so what login does as well is right.
    const found = misread ?? lacking ?? (line && callOfOneRoute(evidence.source, line, atRenewal, atLogin));
    return {
      title: "A refresh token that was renewed never ends",
      why: "ada logged in and renewed. 32 days later, the token of the renewal was still good, although a token of a login ends by then: the end was not carried over to the new one.",
      fix: "Give the new token an end as well: the old one's (the login ends at a fixed time) or a new one from now (it ends when nobody uses it).",
      place: found ? placeOfFound(found) : answerPlace(evidence, "renew-before-the-month"),
    };
  },
};

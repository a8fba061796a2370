/** A token renews only once, and the client gets no other token instead. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { firstPlace } from "../../check/source/found.ts";
import { functionsOf, isCallOf, within } from "../../check/source/making.ts";
import { isGood, isRefused } from "../sessions.ts";

export const tokenSingleUse: Mistake = {
  id: "token-single-use",
  find(evidence) {
    const { transcript, source } = evidence;
    const [first, second] = ["renew", "renew-again"].map((label) => exchangeOf(transcript, label));
    if (!isAbout(evidence, "token-renews-again") || !first || !second) return null;
    if (!isGood(first) || !isRefused(second)) return null;
    const [removal] = within(functionsOf(source, "POST", "/token"), (node) =>
      isCallOf(node, "splice", "delete", "filter", "pop", "shift", "clear"),
    );
    return {
      title: "A token renews only once",
      why: "Ada renewed, was given no other refresh token, and renewed with the same one some moments later: refused. Something takes her token away although she has not logged out.",
      fix: "Let a renewal look at the store without taking anything out, or give the client a new refresh token each time.",
      place: firstPlace(removal) ?? answeredAt(second),
    };
  },
};

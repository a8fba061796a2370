/** Two renewals in one second give the same JWT, because nothing in it differs. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { calledName } from "../../../src/check/source/syntax.ts";
import { answerPlace, inRenewal } from "../../../src/course/renewal-code.ts";
import { refreshTokenIn } from "../../../src/course/tokens-given.ts";

/** Whether a token is a JWT whose payload has no jti. */
function isJwtWithoutId(token: string): boolean {
  const parts = token.split(".");
  if (parts.length !== 3) return false;
  try {
    const payload: unknown = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
    return typeof payload === "object" && payload !== null && "iat" in payload && !("jti" in payload);
  } catch {
    return false;
  }
}

export const renewedJwtWithoutId: Mistake = {
  id: "jwt-without-id",
  find(evidence) {
    const { transcript, failure } = evidence;
    if (!isAbout(evidence, "rotation-new") || failure.finding.status !== "failed") return null;
    const same = exchangeOf(transcript, failure.finding.exchange ?? "");
    const token = same && refreshTokenIn(same);
    if (!token || !isJwtWithoutId(token)) return null;
    return {
      title: "Two refresh tokens of one second are the same",
      why: "ada renewed twice in one second, and got the same token twice. A JWT that holds the name and the time alone differs only from second to second: to the store, the old one and the new one are one.",
      fix: "Put something into each token that no other has: a random jti (crypto.randomUUID()).",
      place:
        firstPlace(...inRenewal(evidence, (node) => /^sign/i.test(calledName(node) ?? ""))) ??
        answerPlace(evidence, same.label),
    };
  },
};

/** Advice about an app that passes. */

import type { Advice } from "../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf, isSuccess } from "../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../src/check/source/found.ts";
import type { Transcript } from "../../src/check/transcript.ts";
import { refusedAt } from "../../src/course/before-refusal.ts";
import { removalIn } from "./mistakes/logouts.ts";

function afterthought({ afterthoughts }: Transcript, label: string) {
  return afterthoughts.find((exchange) => exchange.label === label) ?? null;
}

/** After two logins and one logout, a second copy of the token is still there. */
export const duplicatesSurvive: Advice = {
  id: "duplicate-tokens-survive-logout",
  async find(transcript, readSource) {
    const renewal = afterthought(transcript, "token-after-logout-once");
    if (!renewal?.response || !isSuccess(renewal.response)) return null;
    // The copy may be removed a little later, and this scenario does not wait for that.
    if (transcript.exchanges.some(({ changedLate }) => changedLate)) return null;
    const removal = removalIn({ source: await readSource() });
    return {
      title: "After two logins, one logout is not enough",
      why: "Each login adds the token once more, and your logout removes one of the copies. In this course every login gives out the same token, so it stays valid; with tokens that differ it cannot happen.",
      fix: "Remove every copy, as filter does; or add a token only when it is not there yet.",
      place: firstPlace(removal) ?? answeredAt(afterthought(transcript, "logout-once")),
    };
  },
};

/** A logout with an unknown token gets another answer than one with a known token. */
export const unknownLogout: Advice = {
  id: "logout-unknown-token",
  find(transcript) {
    const known = exchangeOf(transcript, "logout")?.response;
    const unknown = exchangeOf(transcript, "logout-unknown");
    if (!known || !unknown?.response || unknown.response.status === known.status) return null;
    return {
      title: `Logging out an unknown token answers ${unknown.response.status}`,
      why: "The client wants the token to be worthless, and it is. The standard for revocation answers alike in both cases (RFC 7009 §2.2); another answer also tells a stranger which tokens exist.",
      fix: "Answer an unknown token like a known one.",
      place: refusedAt(unknown),
    };
  },
};

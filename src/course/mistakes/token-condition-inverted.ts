/** POST /token refuses the tokens that the app gave out, and accepts others. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { firstPlace, placeOfFound } from "../../check/source/found.ts";
import { refusedAt } from "../before-refusal.ts";
import { conditionOnRecord } from "../condition-on-record.ts";
import { refusesGood } from "../refuses-good.ts";
import { isGood, isRefused } from "../sessions.ts";
import { conditionsOf, isOwnAnswer } from "./pattern.ts";

export const tokenConditionInverted: Mistake = {
  id: "token-condition-inverted",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "token-renews", "token-renews-others")) return null;
    const known = exchangeOf(transcript, "renew");
    const unknown = exchangeOf(transcript, "renew-unknown");
    const condition = isRefused(known) ? conditionOnRecord(source, answeredAt(known)) : null;
    if (condition?.inverted) {
      return {
        title: "The condition is the wrong way round",
        why: "Ada logged in and sent the refresh token that she was given: it was found, and this condition turned it away. It holds for a token that has not been used and has not ended.",
        fix: "Say the condition out loud: when is the answer a refusal? Then turn it round.",
        place: placeOfFound(condition),
      };
    }
    const wrong =
      isRefused(known) && isOwnAnswer(evidence, known)
        ? refusesGood(source, "POST", "/token", refusedAt(known))
        : null;
    if (wrong) {
      return {
        title: "The condition is the wrong way round",
        why: "Ada logged in and sent the refresh token that she was given, and the answer is a refusal. What stands here is true of a token that is good: one that the store holds, that is the newest of its login, and that has not ended.",
        fix: "Say the condition out loud: when is the answer a refusal? Then turn it round.",
        place: placeOfFound(wrong),
      };
    }
    if (!isRefused(known) || !isGood(unknown)) return null;
    return {
      title: "The condition is the wrong way round",
      why: "A token that nobody was given renews, and the one that login gave out is refused. The check is there, but its two branches are swapped.",
      fix: "Say the condition out loud: when is the answer a refusal? Then turn it round, or swap the branches.",
      place: firstPlace(conditionsOf(source, "POST", "/token")[0]) ?? answeredAt(unknown),
    };
  },
};

/** POST /token refuses the tokens that the app gave out, and accepts others. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { firstPlace } from "../../check/source/found.ts";
import { isGood, isRefused } from "../sessions.ts";
import { conditionsOf } from "./pattern.ts";

export const tokenConditionInverted: Mistake = {
  id: "token-condition-inverted",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "token-renews", "token-renews-others")) return null;
    const unknown = exchangeOf(transcript, "renew-unknown");
    if (!isRefused(exchangeOf(transcript, "renew")) || !isGood(unknown)) return null;
    return {
      title: "The condition is the wrong way round",
      why: "A token that nobody was given renews, and the one that login gave out is refused. The check is there, but its two branches are swapped.",
      fix: "Say the condition out loud: when is the answer a refusal? Then turn it round, or swap the branches.",
      place: firstPlace(conditionsOf(source, "POST", "/token")[0]) ?? answeredAt(unknown),
    };
  },
};

/** It accepts any token. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { isGood } from "../sessions.ts";
import { conditionsOf, firstPlace, isAbout, lookupsOf } from "./pattern.ts";

export const tokenIgnoresStore: Mistake = {
  id: "token-ignores-store",
  find(evidence) {
    const { transcript, source } = evidence;
    const unknown = exchangeOf(transcript, "renew-unknown");
    if (!isAbout(evidence, "unknown-refused") || !isGood(unknown)) return null;
    const [condition] = conditionsOf(source, "POST", "/token");
    const [lookup] = lookupsOf(source, "POST", "/token");
    return {
      title: "POST /token accepts tokens that were never given out",
      why: "Mallory made up a token of the right length, sent it, and got an access token. Whether the store holds the token that comes makes no difference to the answer.",
      fix: lookup
        ? "Print what this gives for a token that is not there: the good answer has to depend on whether the store holds it."
        : "Before the good answer, look the token up in your store, and refuse it when it is not there.",
      place: firstPlace(condition, lookup) ?? answeredAt(unknown),
    };
  },
};

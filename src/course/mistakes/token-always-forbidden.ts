/** POST /token refuses every token, and no other rule knows why. */

import { isAnsweredFromCatch } from "../../check/diagnosis/catching.ts";
import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { firstPlace, placeOfFound } from "../../check/source/found.ts";
import { explainNoReturn, explainTakenApart } from "../calls-that-miss.ts";
import { conditionOnRecord } from "../condition-on-record.ts";
import { functionsOf } from "../../check/source/making.ts";
import { isRefused } from "../sessions.ts";
import { conditionsOf, isOwnAnswer, lookupsOf } from "./pattern.ts";

export const tokenAlwaysForbidden: Mistake = {
  id: "token-always-forbidden",
  find(evidence) {
    const { transcript, source } = evidence;
    const known = exchangeOf(transcript, "renew");
    if (!isAbout(evidence, "token-renews", "token-renews-others") || !isRefused(known)) return null;
    // An error that the program catches has a rule of its own.
    if (!isOwnAnswer(evidence, known) || isAnsweredFromCatch(source, known)) return null;
    const code = functionsOf(source, "POST", "/token");
    const missing = explainNoReturn(source, code) ?? explainTakenApart(source, code);
    if (missing) return missing;
    const condition = conditionOnRecord(source, answeredAt(known));
    if (condition) {
      return {
        title: "POST /token refuses every token",
        why: "Ada logged in and sent the refresh token that she was given. What was looked up was found, and this condition turned it away.",
        fix: "Print both sides of the condition with console.log, just before it.",
        place: placeOfFound(condition),
      };
    }
    const [lookup] = lookupsOf(source, "POST", "/token");
    const [asked] = conditionsOf(source, "POST", "/token");
    return {
      title: "POST /token refuses every token",
      why: "Ada logged in and sent the refresh token that she was given, and the answer is a refusal. Either the lookup does not find what login stored, or a condition behind it turns her away.",
      fix: "Print with console.log what the lookup looks for, what it finds, and what your store holds.",
      place: firstPlace(lookup, asked) ?? answeredAt(known),
    };
  },
};

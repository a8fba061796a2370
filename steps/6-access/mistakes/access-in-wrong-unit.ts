/** Seconds and milliseconds were confused. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { meantInOtherUnit, sayOtherUnit } from "../../../src/course/lifetime.ts";
import { comparesSeconds } from "../../../src/course/clock-comparisons.ts";
import {
  placeOfClaim,
  placeOfLifetime,
  textWithoutUnit,
  explainWithoutUnit,
} from "../../../src/course/written-lifetime.ts";
import { accessJwt } from "./asking.ts";
import { numberOf } from "../../../src/check/jwt.ts";
import { livesTooLong, livesTooShort } from "./access-lifetime.ts";

/** exp counts seconds since 1970 (RFC 7519 §4.1.4), so this number would be the year 5138. */
const NO_SECONDS = 1e11;

export const accessInWrongUnit: Mistake = {
  id: "access-in-wrong-unit",
  find(evidence) {
    const long = livesTooLong(evidence);
    const life = long ?? livesTooShort(evidence);
    if (!life) return null;
    const exp = numberOf(accessJwt(evidence), "exp") ?? 0;
    const meant = meantInOtherUnit(life, "access");
    const compared = long?.ended === null ? comparesSeconds(evidence.source, "GET", "/me") : null;
    if (exp < NO_SECONDS && meant === null && !compared) return null;
    const claim = exp >= NO_SECONDS ? placeOfClaim(evidence.source, "access") : null;
    const text = long ? null : textWithoutUnit(evidence.source, "access");
    if (text !== null && meant !== null) return explainWithoutUnit("The access token", life, text);
    return {
      title: "The access token's life is counted in the wrong unit",
      why:
        exp >= NO_SECONDS
          ? "The claim exp of your token counts milliseconds since 1970. It counts seconds (RFC 7519 §4.1.4): read like that, the token ends in some fifty thousand years."
          : meant !== null
            ? sayOtherUnit("The access token", life, meant)
            : "The access token never ends, because seconds are compared with milliseconds here: one of them is a thousand times the other.",
      fix: "Date.now() and timers count milliseconds, exp and a number for expiresIn count seconds: multiply or divide by 1000 where the two meet.",
      place: compared ?? claim ?? placeOfLifetime(evidence.source, "access", life),
    };
  },
};

/** Seconds and milliseconds were confused. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { meantInOtherUnit, SECOND, sayOtherUnit } from "../../../src/course/lifetime.ts";
import { addsSeconds, comparesSeconds } from "../../../src/course/clock-comparisons.ts";
import {
  placeOfClaim,
  placeOfLifetime,
  textWithoutUnit,
  explainWithoutUnit,
} from "../../../src/course/written-lifetime.ts";
import { numberOf } from "../../../src/check/jwt.ts";
import { findInSource } from "../../../src/check/source/found.ts";
import { onlyPlace } from "../../../src/check/source/landmarks.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child } from "../../../src/check/source/syntax.ts";
import { numberOf as written } from "../../../src/check/source/values.ts";
import type { Place } from "../../../src/check/transcript.ts";
import { livesTooLong, livesTooShort, refreshJwt } from "./refresh-lifetime.ts";

/** exp counts seconds since 1970 (RFC 7519 §4.1.4), so this number would be the year 5138. */
const NO_SECONDS = 1e11;

/** The only constant or member of the source with this number; null where there is none, or several. */
function placeOfNumber(source: Source, number: number): Place | null {
  return onlyPlace(
    findInSource(source, (node) => {
      const value = child(node, node.type === "VariableDeclarator" ? "init" : "value");
      return (
        /^(VariableDeclarator|Property|PropertyDefinition)$/.test(node.type) &&
        written(source, value) === number
      );
    }),
  );
}

export const expiryInWrongUnit: Mistake = {
  id: "expiry-in-wrong-unit",
  find(evidence) {
    const long = livesTooLong(evidence);
    const life = long ?? livesTooShort(evidence);
    if (!life) return null;
    const exp = numberOf(refreshJwt(evidence), "exp") ?? 0;
    const meant = meantInOtherUnit(life, "refresh");
    const compared = long?.ended === null ? comparesSeconds(evidence.source, "POST", "/token") : null;
    if (exp < NO_SECONDS && meant === null && !compared) return null;
    const claim = exp >= NO_SECONDS ? placeOfClaim(evidence.source, "refresh") : null;
    const text = long ? null : textWithoutUnit(evidence.source, "refresh");
    if (text !== null && meant !== null) return explainWithoutUnit("The refresh token", life, text);
    return {
      title: "The refresh token's life is counted in the wrong unit",
      why:
        exp >= NO_SECONDS
          ? "The claim exp of your refresh token counts milliseconds since 1970. It counts seconds (RFC 7519 §4.1.4): read like that, the token ends in some fifty thousand years."
          : meant !== null
            ? sayOtherUnit("The refresh token", life, meant)
            : "The refresh token never ends, because seconds are compared with milliseconds here: one of them is a thousand times the other.",
      fix: "Date.now() and timers count milliseconds, exp and a number for expiresIn count seconds: multiply or divide by 1000 where the two meet.",
      place:
        compared ??
        claim ??
        (long ? null : addsSeconds(evidence.source)) ??
        (meant !== null
          ? placeOfNumber(evidence.source, life.good > meant ? meant : meant / SECOND)
          : null) ??
        placeOfLifetime(evidence.source, "refresh", life),
    };
  },
};

/** Tokens are made of the time. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { makingOfToken, within } from "../../../src/check/source/making.ts";
import { isAboutTokens, isClock, isStopwatch, placeOfMaking, repeatedBy } from "./guesses.ts";

/** How mallory finds the moment of a login on a clock that shows the date. */
const BY_DATE =
  "Mallory knows about when grace logged in: she tries every millisecond of that minute, at most 60,000 tokens.";
/** How she finds it on one that counts from some start, such as that of the machine. */
const BY_COUNT =
  "This clock counts from a start that mallory does not know. But she can log in herself, and find by trying which moment her own token is made of. Then she knows where the clock stands, and tries what it counted about when grace logged in.";

export const tokensFromClock: Mistake = {
  id: "tokens-from-clock",
  find(evidence) {
    const by = repeatedBy(evidence);
    if (!isAboutTokens(evidence) || !by?.clock || by.chance) return null;
    const counts = within(makingOfToken(evidence.source, "refreshToken"), isStopwatch).length > 0;
    return {
      title: "Refresh tokens are made of the time",
      why: `Two boots of your app whose clocks showed the same moment gave the same tokens. ${counts ? BY_COUNT : BY_DATE} A hash around it changes nothing, because she can compute that, too.`,
      fix: "Make the token of random bytes from node:crypto; keep the time beside it, if you need it.",
      place: placeOfMaking(evidence, isClock),
    };
  },
};

/** Step 2, store: what is sent and what must hold. */

import { emptyBodyCrash, emptyBodyHangs } from "../../src/check/diagnosis/advice/empty-body.ts";
import { storeChangesLate } from "../../src/check/diagnosis/advice/store-changes-late.ts";
import { throwsAfterAnswer } from "../../src/check/diagnosis/advice/throws-after-answer.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf, storeAtFirst, storeInWords, tokensOf } from "../../src/check/judge/read-transcript.ts";
import type { Cast } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import { EARLIER } from "../../src/course/others-tokens.ts";
import { inFolder } from "../../src/course/worlds.ts";
import { logIn, loginEmpty, loginRequest, step as loginStep } from "../1-login/step.ts";
import { storeInHandler } from "./mistakes/store-in-handler.ts";
import { storeMissing } from "./mistakes/store-missing.ts";
import { storeNotArray } from "./mistakes/store-not-array.ts";
import { storeNotEmptyAtStart } from "./mistakes/store-not-empty-at-start.ts";
import { storeNotPushed } from "./mistakes/store-not-pushed.ts";
import { storeOverwritten } from "./mistakes/store-overwritten.ts";
import { storeWrongName } from "./mistakes/store-wrong-name.ts";
import { storeWrongToken } from "./mistakes/store-wrong-token.ts";

const exists: Check = {
  id: "store-exists",
  title: "There is an array refreshTokens outside the handlers",
  exchange: null,
  seenInside: true,
  judge(transcript) {
    const storeAtStart = storeAtFirst(transcript);
    if (transcript.boot.outcome !== "up") return skipped;
    if (storeAtStart.kind === "array") return passed;
    return failed("an array refreshTokens outside the handlers", storeInWords(storeAtStart));
  },
};

const startsEmpty: Check = {
  id: "store-empty-at-start",
  title: "It is empty before the first login",
  exchange: null,
  seenInside: true,
  judge(transcript) {
    const storeAtStart = storeAtFirst(transcript);
    if (storeAtStart.kind !== "array") return skipped;
    return storeAtStart.tokens.length === 0
      ? passed
      : failed("refreshTokens = []", storeInWords(storeAtStart));
  },
};

const holdsToken: Check = {
  id: "store-holds-token",
  title: 'It holds "refresh123" after a login',
  exchange: "login",
  seenInside: true,
  judge(transcript) {
    const exchange = exchangeOf(transcript, "login");
    if (!exchange?.response || storeAtFirst(transcript).kind !== "array") return skipped;
    const { store } = exchange;
    // If the program has ended or is busy, nothing is known about its store.
    if (store.kind === "unknown") return skipped;
    if (store.kind === "array" && store.tokens.includes("refresh123")) return passed;
    return failed('refreshTokens = ["refresh123"]', storeInWords(store));
  },
};

/**
 * What a login adds stays. If each login made a new store, one login alone could not show it: a store may be made on
 * first use.
 */
export const loginAdds: Check = {
  id: "store-keeps-others",
  title: "A login adds to it: what is there stays",
  exchange: "login-again",
  seenInside: true,
  judge(transcript) {
    const exchange = exchangeOf(transcript, "login-again");
    const tokens = tokensOf(exchange?.store);
    if (!exchange || !tokens) return skipped;
    const others = exchangeOf(transcript, "earlier-before");
    const previous = transcript.exchanges[transcript.exchanges.indexOf(exchange) - 1];
    // If a logout has removed it, the checks of the logout say so.
    const isThere = others === null || tokensOf(previous?.store)?.includes(EARLIER);
    return isThere && !tokens.includes(EARLIER)
      ? failed(`"${EARLIER}" stays in refreshTokens`, storeInWords(exchange.store))
      : passed;
  },
};

/** The token of another person is added, and ada logs in again. */
export async function logInAgain(cast: Cast): Promise<void> {
  await cast.addToken(EARLIER, "front");
  await logIn(cast, "login-again");
}

/**
 * The checks of login and store. The loss of other people's tokens comes last, because other mistakes lead to it, too.
 */
export const storeChecks: readonly Check[] = [...loginStep.checks, exists, startsEmpty, holdsToken];

export const step: Step = {
  number: 2,
  name: "store",
  part: "one",
  title: "In-memory store for refresh tokens",
  learned: "Your server remembers which refresh tokens it gave out, in a store that outlives each request.",
  scenarios: [
    {
      name: "login",
      world: inFolder,
      act: async (cast) => {
        await logIn(cast);
        await logInAgain(cast);
      },
    },
  ],
  experiments: [],
  afterthoughts: [loginEmpty],
  checks: [...storeChecks, loginAdds],
  added: [exists, startsEmpty, holdsToken, loginAdds],
  mistakes: [
    ...loginStep.mistakes,
    storeInHandler,
    storeWrongName,
    storeNotArray,
    storeNotEmptyAtStart,
    storeWrongToken,
    storeMissing,
    storeNotPushed,
    storeOverwritten,
  ],
  advice: [throwsAfterAnswer, storeChangesLate, emptyBodyCrash, emptyBodyHangs],
  trial: [loginRequest],
};

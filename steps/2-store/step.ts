/** Step 2, store: what is sent and what must hold. */

import type { Step } from "../../src/check/step.ts";
import { inFolder } from "../../src/course/worlds.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf, storeInWords } from "../../src/check/judge/read-transcript.ts";
import { logIn, loginEmpty, loginRequest, step as loginStep } from "../1-login/step.ts";
import { storeInHandler } from "./mistakes/store-in-handler.ts";
import { storeWrongName } from "./mistakes/store-wrong-name.ts";
import { storeNotArray } from "./mistakes/store-not-array.ts";
import { storeNotEmptyAtStart } from "./mistakes/store-not-empty-at-start.ts";
import { storeWrongToken } from "./mistakes/store-wrong-token.ts";
import { storeMissing } from "./mistakes/store-missing.ts";
import { storeNotPushed } from "./mistakes/store-not-pushed.ts";
import { emptyBodyCrash, emptyBodyHangs } from "../../src/check/diagnosis/advice/empty-body.ts";
import { throwsAfterAnswer } from "../../src/check/diagnosis/advice/throws-after-answer.ts";
import { storeChangesLate } from "../../src/check/diagnosis/advice/store-changes-late.ts";

const exists: Check = {
  id: "store-exists",
  title: "There is an array refreshTokens outside the handlers",
  exchange: null,
  judge({ boot, storeAtStart }) {
    if (boot.outcome !== "up") return skipped;
    if (storeAtStart.kind === "array") return passed;
    return failed("an array refreshTokens outside the handlers", storeInWords(storeAtStart));
  },
};

const startsEmpty: Check = {
  id: "store-empty-at-start",
  title: "It is empty before the first login",
  exchange: null,
  judge({ storeAtStart }) {
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
  judge(transcript) {
    const exchange = exchangeOf(transcript, "login");
    if (!exchange?.response || transcript.storeAtStart.kind !== "array") return skipped;
    const { store } = exchange;
    // A program that ended or is busy says nothing about its store.
    if (store.kind === "unknown") return skipped;
    if (store.kind === "array" && store.tokens.includes("refresh123")) return passed;
    return failed('refreshTokens = ["refresh123"]', storeInWords(store));
  },
};

export const step: Step = {
  number: 2,
  name: "store",
  part: "one",
  title: "In-memory store for refresh tokens",
  learned: "Your server remembers which refresh tokens it gave out, in a store that outlives each request.",
  scenarios: [{ name: "login", world: inFolder, act: logIn }],
  experiments: [],
  afterthoughts: [loginEmpty],
  checks: [...loginStep.checks, exists, startsEmpty, holdsToken],
  mistakes: [
    ...loginStep.mistakes,
    storeInHandler,
    storeWrongName,
    storeNotArray,
    storeNotEmptyAtStart,
    storeWrongToken,
    storeMissing,
    storeNotPushed,
  ],
  advice: [throwsAfterAnswer, storeChangesLate, emptyBodyCrash, emptyBodyHangs],
  trial: [loginRequest],
};

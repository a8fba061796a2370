import type { Sending, Step } from "../../src/course/step.ts";
import { post } from "../../src/course/step.ts";
import { answerCheck, noContent } from "../../src/check/judge/answers.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf, isRefusal, isSuccess, received, tokensOf } from "../../src/check/judge/reading.ts";
import type { Transcript } from "../../src/check/transcript.ts";
import { login, loginEmpty } from "../1-login/step.ts";
import { renewal, token, tokenEmpty } from "../3-token/step.ts";
import { logoutReadsWrongPlace } from "./mistakes/logout-reads-wrong-place.ts";
import { filterInverted } from "./mistakes/filter-inverted.ts";
import { spliceMissingCount } from "./mistakes/splice-missing-count.ts";
import { spliceMinusOne } from "./mistakes/splice-minus-one.ts";
import { logoutClearsEverything } from "./mistakes/logout-clears-everything.ts";
import { logoutRemovesWrongToken } from "./mistakes/logout-removes-wrong-token.ts";
import { logoutKeepsToken } from "./mistakes/logout-keeps-token.ts";
import { emptyBodyCrash, emptyBodyHangs } from "../../src/check/diagnosis/advice/empty-body.ts";
import { throwsAfterAnswer } from "../../src/check/diagnosis/advice/throws-after-answer.ts";
import { storeChangesLate } from "../../src/check/diagnosis/advice/store-changes-late.ts";
import { PLACES } from "../3-token/places.ts";
import { duplicatesSurvive, unknownLogout } from "./advice.ts";

function logout(label: string, refreshToken: string): Sending {
  return { label, send: post("/logout", { refreshToken }) };
}

/** Two other people who are logged in: one came before the learner's own token, one after it. */
const EARLIER = "refresh456";
const LATER = "refresh789";

function renewed(transcript: Transcript, label: string): boolean | null {
  const exchange = exchangeOf(transcript, label);
  return exchange && Boolean(exchange.response && isSuccess(exchange.response));
}

/**
 * Whether other people's tokens are as usable after a logout as they were before it. An app that never accepted them
 * is not judged here by what it answers, only by what it keeps.
 */
function keepsOthers(id: string, title: string, logoutLabel: string, suffix: string): Check {
  const labels = [`earlier-${suffix}`, `later-${suffix}`];
  return {
    id,
    title,
    exchange: labels[0] ?? null,
    judge(transcript) {
      const exchange = exchangeOf(transcript, logoutLabel);
      if (!exchange?.response || exchange.store.kind !== "array") return skipped;
      const before = transcript.exchanges[transcript.exchanges.indexOf(exchange) - 1]?.store;
      for (const [index, person] of [EARLIER, LATER].entries()) {
        const label = labels[index] ?? "";
        const usable = renewed(transcript, index === 0 ? "earlier-before" : "later-before");
        const after = exchangeOf(transcript, label);
        if (usable && after && !renewed(transcript, label)) {
          return failed(`"${person}" still renews`, received(after), label);
        }
        const had = before?.kind === "array" && before.tokens.includes(person);
        if (had && !exchange.store.tokens.includes(person)) {
          return failed(
            `"${person}" stays in refreshTokens`,
            `refreshTokens = ${JSON.stringify(exchange.store.tokens)}`,
          );
        }
      }
      return passed;
    },
  };
}

const forgetsToken: Check = {
  id: "logout-forgets-token",
  title: "After it, POST /token refuses that token",
  exchange: "token-after-logout",
  judge(transcript) {
    const exchange = exchangeOf(transcript, "token-after-logout");
    if (!exchange) return skipped;
    const refused = exchange.response !== null && isRefusal(exchange.response);
    return refused ? passed : failed("403: the token was logged out", received(exchange));
  },
};

/** Whether whoever logs out is forgotten: first in the list, and the last one left. */
const forgetsAnybody: Check = {
  id: "logout-forgets-anybody",
  title: "Whoever logs out is forgotten",
  exchange: "earlier-after-own-logout",
  judge(transcript) {
    if (!exchangeOf(transcript, "logout-first")) return skipped;
    for (const [person, before, after] of [
      [EARLIER, "earlier-before", "earlier-after-own-logout"],
      [LATER, "later-before", "later-after-own-logout"],
    ] as const) {
      const exchange = exchangeOf(transcript, after);
      if (exchange && renewed(transcript, before) && renewed(transcript, after)) {
        return failed(`403: "${person}" was logged out`, received(exchange), after);
      }
    }
    return passed;
  },
};

/** Whether the logouts of other people, too, take out their own tokens only. */
const othersStay: Check = {
  id: "logout-anybody-keeps-others",
  title: "Whoever logs out, the others stay",
  exchange: "logout-first",
  judge(transcript) {
    for (const [label, person] of [
      ["logout-first", EARLIER],
      ["logout-last", LATER],
    ] as const) {
      const exchange = exchangeOf(transcript, label);
      if (!exchange) return skipped;
      const before = tokensOf(transcript.exchanges[transcript.exchanges.indexOf(exchange) - 1]?.store);
      const after = tokensOf(exchange.store);
      const lost = before?.find((token) => token !== person && after && !after.includes(token));
      if (lost !== undefined) {
        const rest = `refreshTokens = ${JSON.stringify(after)}`;
        return failed(`"${String(lost)}" stays in refreshTokens`, rest, label);
      }
    }
    return passed;
  },
};

export const step: Step = {
  number: 4,
  name: "logout",
  title: "Log out and forget",
  learned:
    "Your server forgets a refresh token on logout, so no copy of it works any more: that is revocation.",
  scenario: [
    ...renewal,
    { addToken: EARLIER, at: "front" },
    { addToken: LATER, at: "back" },
    token("earlier-before", EARLIER),
    token("later-before", LATER),
    { ...logout("logout", "refresh123"), changesStore: true },
    token("token-after-logout", "refresh123"),
    token("earlier-after", EARLIER),
    token("later-after", LATER),
    logout("logout-unknown", "refresh999"),
    token("earlier-after-unknown", EARLIER),
    token("later-after-unknown", LATER),
    { ...login, label: "login-again" },
    { ...logout("logout-first", EARLIER), changesStore: true },
    token("earlier-after-own-logout", EARLIER),
    { ...logout("logout-last", LATER), changesStore: true },
    token("later-after-own-logout", LATER),
  ],
  experiments: {
    // Whoever forgets the token has found it.
    worthwhile: (said) => {
      const after = exchangeOf(said, "logout")?.store;
      return after !== undefined && (tokensOf(after) ?? []).includes("refresh123");
    },
    actions: PLACES.flatMap(({ name, send }) => [
      { label: `login-by-${name}`, send: login.send },
      logout(`before-by-${name}`, "refresh123"),
      { label: `logout-by-${name}`, send: send("/logout", "refresh123") },
    ]),
  },
  afterthoughts: [
    { label: "login-twice-1", send: login.send },
    { label: "login-twice-2", send: login.send },
    logout("logout-once", "refresh123"),
    token("token-after-logout-once", "refresh123"),
    loginEmpty,
    tokenEmpty,
    { label: "logout-empty", send: post("/logout") },
  ],
  checks: [
    answerCheck("logout-no-content", "POST /logout answers 204 without a body", "logout", noContent),
    forgetsToken,
    keepsOthers("logout-keeps-others", "Other people stay logged in", "logout", "after"),
    keepsOthers(
      "logout-unknown-keeps-others",
      "Also when the token to log out is unknown",
      "logout-unknown",
      "after-unknown",
    ),
    forgetsAnybody,
    othersStay,
  ],
  mistakes: [
    logoutReadsWrongPlace,
    filterInverted,
    spliceMissingCount,
    spliceMinusOne,
    logoutClearsEverything,
    logoutRemovesWrongToken,
    logoutKeepsToken,
  ],
  advice: [
    throwsAfterAnswer,
    storeChangesLate,
    duplicatesSurvive,
    unknownLogout,
    emptyBodyCrash,
    emptyBodyHangs,
  ],
};

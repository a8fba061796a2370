/** Step 4, logout: what is sent and what must hold. */

import type { Cast, Scenario } from "../../src/check/scenario.ts";
import type { Experiment, Step } from "../../src/check/step.ts";
import { inFolder } from "../../src/course/worlds.ts";
import { post } from "../../src/check/requests.ts";
import { answerCheck, noContent } from "../../src/check/judge/answers.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import {
  exchangeOf,
  isRefusal,
  isSuccess,
  received,
  tokensOf,
  listInWords,
} from "../../src/check/judge/read-transcript.ts";
import type { Request, Transcript } from "../../src/check/transcript.ts";
import { logIn, loginEmpty, loginRequest } from "../1-login/step.ts";
import { loginAdds } from "../2-store/step.ts";
import { renewalChecks, renewTwice, step as tokenStep, tokenEmpty, tokenRequest } from "../3-token/step.ts";
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
import { EARLIER, LATER } from "../../src/course/others-tokens.ts";
import { PLACES } from "../../src/course/places.ts";
import { duplicatesSurvive, unknownLogout } from "./advice.ts";

function logoutRequest(refreshToken: string): Request {
  return post("/logout", { refreshToken });
}

function renewed(transcript: Transcript, label: string): boolean | null {
  const exchange = exchangeOf(transcript, label);
  return exchange && Boolean(exchange.response && isSuccess(exchange.response));
}

/**
 * Checks that a logout leaves other people's tokens as good as they were. If the app never accepted those tokens, only
 * its store is judged, not its answers.
 */
function keepsOthers(id: string, title: string, logoutLabel: string, suffix: string): Check {
  const labels = [`earlier-${suffix}`, `later-${suffix}`];
  return {
    id,
    title,
    exchange: labels[0] ?? null,
    needs: ["logout"],
    seenInside: true,
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
            `refreshTokens = ${listInWords(exchange.store.tokens)}`,
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
  needs: ["token-known", "logout"],
  judge(transcript) {
    const exchange = exchangeOf(transcript, "token-after-logout");
    if (!exchange) return skipped;
    const refused = exchange.response !== null && isRefusal(exchange.response);
    return refused ? passed : failed("403: the token was logged out", received(exchange));
  },
};

/** Whether a logout removes its token also where that token is the first of the list, or the only one left. */
const forgetsAnybody: Check = {
  id: "logout-forgets-anybody",
  title: "Whoever logs out is forgotten",
  exchange: "earlier-after-own-logout",
  needs: ["logout"],
  seenInside: true,
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

/** Whether each logout of the other people removes only its own token. */
const othersStay: Check = {
  id: "logout-anybody-keeps-others",
  title: "When somebody logs out, the others stay",
  exchange: "logout-first",
  needs: ["logout"],
  seenInside: true,
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
        const rest = `refreshTokens = ${listInWords(after ?? [])}`;
        return failed(`"${String(lost)}" stays in refreshTokens`, rest, label);
      }
    }
    return passed;
  },
};

/**
 * The renewal of step 3. Then two more people are there: one logs out, an unknown token is sent to /logout, the others
 * log out.
 */
async function logOut(cast: Cast): Promise<void> {
  const { ada, grace, alan, addToken } = cast;
  const renewBoth = async (suffix: string) => {
    await grace.send(`earlier-${suffix}`, tokenRequest(EARLIER));
    await alan.send(`later-${suffix}`, tokenRequest(LATER));
  };
  await renewTwice(cast);
  await addToken(EARLIER, "front");
  await addToken(LATER, "back");
  await renewBoth("before");
  await ada.send("logout", logoutRequest("refresh123"), { changesStore: true });
  await ada.send("token-after-logout", tokenRequest("refresh123"));
  await renewBoth("after");
  await ada.send("logout-unknown", logoutRequest("refresh999"));
  await renewBoth("after-unknown");
  await logIn(cast, "login-again");
  await grace.send("logout-first", logoutRequest(EARLIER), { changesStore: true });
  await grace.send("earlier-after-own-logout", tokenRequest(EARLIER));
  await alan.send("logout-last", logoutRequest(LATER), { changesStore: true });
  await alan.send("later-after-own-logout", tokenRequest(LATER));
}

/** Played after a pass: two logins, one logout. */
const twoLogins: Scenario = {
  name: "two logins, one logout",
  world: inFolder,
  act: async ({ ada }) => {
    await ada.send("login-twice-1", loginRequest);
    await ada.send("login-twice-2", loginRequest);
    await ada.send("logout-once", logoutRequest("refresh123"));
    await ada.send("token-after-logout-once", tokenRequest("refresh123"));
  },
};

/** Played after a pass: a request without a body. */
const logoutEmpty: Scenario = {
  name: "logout without a body",
  world: inFolder,
  act: async ({ ada }) => void (await ada.send("logout-empty", post("/logout"))),
};

const logoutChecks: readonly Check[] = [
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
];

/** A logout fails: the token is sent in every other place of a request, until a place is found where it is removed. */
const tokenElsewhere: Experiment = {
  explains: ({ check }, said) => {
    const after = exchangeOf(said, "logout")?.store;
    return (
      logoutChecks.includes(check) && after !== undefined && (tokensOf(after) ?? []).includes("refresh123")
    );
  },
  scenarios: [
    {
      name: "the token in another place",
      world: inFolder,
      act: async ({ ada }) => {
        for (const { name, send } of PLACES) {
          await ada.send(`login-by-${name}`, loginRequest);
          await ada.send(`before-by-${name}`, logoutRequest("refresh123"));
          await ada.send(`logout-by-${name}`, send("/logout", "refresh123"));
        }
      },
    },
  ],
};

export const step: Step = {
  number: 4,
  name: "logout",
  part: "one",
  title: "The /logout route",
  learned:
    "Your server forgets a refresh token on logout, so no copy of it works any longer: that is revocation.",
  scenarios: [{ name: "logout", world: inFolder, act: logOut }],
  experiments: [...tokenStep.experiments, tokenElsewhere],
  afterthoughts: [twoLogins, loginEmpty, tokenEmpty, logoutEmpty],
  checks: [...renewalChecks, ...logoutChecks, loginAdds],
  added: logoutChecks,
  mistakes: [
    ...tokenStep.mistakes,
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
  trial: [loginRequest, tokenRequest("refresh123"), logoutRequest("refresh123"), tokenRequest("refresh123")],
};

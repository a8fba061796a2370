/** Step 9: each renewal gives a new refresh token and ends the old one. */

import { madeUp, tokenOf, withToken } from "../../src/check/credential.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Mistake } from "../../src/check/diagnosis/mistake.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { post } from "../../src/check/requests.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import type { Transcript } from "../../src/check/transcript.ts";
import { allGood, allRefused, isGood, tampered } from "../../src/course/sessions.ts";
import { refreshTokenIn } from "../../src/course/tokens-given.ts";
import { moving } from "../../src/course/worlds.ts";
import { step as hashStep } from "../8-hash/step.ts";
import { logoutMissesRotated } from "./mistakes/logout-misses-rotated.ts";
import { renewedJwtWithoutId } from "./mistakes/renewed-jwt-without-id.ts";
import { rotationDropsExpiry } from "./mistakes/rotation-drops-expiry.ts";
import { rotationDropsOthers } from "./mistakes/rotation-drops-others.ts";
import { rotationKeepsOld } from "./mistakes/rotation-keeps-old.ts";
import { rotationMissing } from "./mistakes/rotation-missing.ts";
import { rotationNewNotStored } from "./mistakes/rotation-new-not-stored.ts";
import { rotationOnRefusal } from "./mistakes/rotation-on-refusal.ts";
import { rotationSameToken } from "./mistakes/rotation-same-token.ts";

const DAY = 24 * 3_600_000;

/** Three renewals in a row, each with the token of the one before. Grace's login stays. */
const renewInARow: Scenario = {
  name: "three renewals",
  world: moving,
  async act({ ada, grace }) {
    await grace.login();
    await ada.login("rotation-login");
    await ada.renew("rotation-1");
    await ada.renew("rotation-2");
    await ada.renew("rotation-3");
    await grace.renew("grace-after-rotation");
  },
};

/** Two logins of one person. Whether both are good at once is the learner's choice. */
const otherLogin: Scenario = {
  name: "two logins of ada",
  world: moving,
  async act({ ada }) {
    await ada.login();
    const other = ada.credential();
    await ada.login();
    const own = ada.credential();
    await ada.renew("other-login-before", other);
    const kept = ada.credential();
    await ada.renew("own-login-renewed", own);
    await ada.renew("other-login-after", kept);
  },
};

/** Mallory has overheard a token, but its owner renews first. */
const overhear: Scenario = {
  name: "the eavesdropper",
  world: moving,
  async act({ alan, mallory }) {
    await alan.login("overheard-login");
    const overheard = alan.credential();
    await alan.renew("renewed-before-thief");
    await mallory.renew("old-token", overheard);
  },
};

/**
 * Refused renewals must change nothing.
 *
 * @param tampers whether mallory also sends changed tokens; from step 10 on, these may end a login
 */
export function refusals(tampers: boolean): Scenario {
  return {
    name: "refused renewals",
    world: moving,
    async act({ grace, mallory }) {
      await grace.login();
      const own = grace.credential();
      await mallory.renew("refused-unknown", withToken(own, madeUp(tokenOf(own) ?? "")));
      if (tampers) {
        await mallory.renew("refused-tampered", tampered(own, 0.5));
        // Changes only the signature of a signed token.
        await mallory.renew("refused-tampered-late", tampered(own, 0.93));
      }
      await grace.renew("renew-after-refusals");
    },
  };
}

const logOutRotated: Scenario = {
  name: "logout after a renewal",
  world: moving,
  async act({ ada }) {
    await ada.login();
    await ada.renew();
    await ada.logout("logout-rotated");
    await ada.renew("renew-after-logout-rotated");
  },
};

const monthAfterRenewal: Scenario = {
  name: "a month after a renewal",
  world: moving,
  async act({ ada, clock }) {
    await ada.login();
    await ada.renew("renew-before-the-month");
    // Sent as it was kept, because a browser might drop a cookie before the app does.
    const old = ada.credential();
    await clock.move(32 * DAY);
    await ada.renew("rotated-after-32-days", old);
  },
};

/** A renewal gives another refresh token than the one that was sent. */
const bringsNew: Check = {
  id: "rotation-new",
  title: "Each renewal brings a new refresh token",
  exchange: "rotation-1",
  needs: ["rotation-1"],
  judge(transcript: Transcript) {
    const chain = ["rotation-login", "rotation-1", "rotation-2", "rotation-3"].flatMap(
      (label) => exchangeOf(transcript, label) ?? [],
    );
    if (chain.length < 2) return skipped;
    const tokens = chain.map(refreshTokenIn);
    for (const [at, exchange] of chain.entries()) {
      if (at === 0 || !isGood(exchange)) continue;
      const token = tokens[at];
      if (!token) return failed("a new refreshToken", "an answer without a refresh token", exchange.label);
      if (tokens.indexOf(token) < at)
        return failed("a new refreshToken", "the same one again", exchange.label);
    }
    return passed;
  },
};

/** A check of new tokens. Where a renewal brings none, the client goes on with the old one, and nothing is seen of a new one. */
function ofNewTokens(check: Check): Check {
  return {
    ...check,
    judge(transcript) {
      const finding = check.judge(transcript);
      const isNew = bringsNew.judge(transcript).status === "passed";
      return finding.status === "passed" && !isNew ? skipped : finding;
    },
  };
}

/** Other logins stay. Ada's other login counts only if it was good before. */
const othersStay: Check = {
  id: "rotation-others-stay",
  title: "A renewal ends no other login",
  exchange: "grace-after-rotation",
  needs: ["rotation-1"],
  judge(transcript: Transcript) {
    const grace = exchangeOf(transcript, "grace-after-rotation");
    if (!grace) return skipped;
    if (!isGood(grace)) return failed("grace stays logged in", "her token is refused", grace.label);
    const [before, ...others] = ["other-login-before", "own-login-renewed", "other-login-after"].map(
      (label) => exchangeOf(transcript, label),
    );
    // If the older login was good, both were.
    const ended = isGood(before ?? null) ? others.find((one) => one && !isGood(one)) : null;
    return ended ? failed("ada's other login stays", "its token is refused", ended.label) : passed;
  },
};

export const rotationScenarios: readonly Scenario[] = [
  renewInARow,
  otherLogin,
  overhear,
  logOutRotated,
  monthAfterRenewal,
];

export const rotationHolds: readonly Check[] = [
  bringsNew,
  ofNewTokens(
    allGood("rotation-new-works", "The new one renews, three times in a row", [
      "rotation-1",
      "rotation-2",
      "rotation-3",
    ]),
  ),
  {
    ...allRefused("rotation-old-refused", "The old one is refused at once", ["old-token"]),
    needs: ["renewed-before-thief"],
  },
  othersStay,
  allGood("rotation-refusal-harmless", "A refused renewal changes nothing", ["renew-after-refusals"]),
  ofNewTokens({
    ...allRefused("rotation-logout", "Logging out with the newest token ends the login", [
      "renew-after-logout-rotated",
    ]),
    needs: ["rotation-1", "logout-rotated"],
  }),
  ofNewTokens({
    ...allRefused("rotated-ends", "A rotated token ends, too", ["rotated-after-32-days"]),
    needs: ["renew-before-the-month"],
  }),
];

/** The mistakes with renewals. The later steps use them, too; each of them says itself what a refused renewal ends. */
export const rotationMistakes: readonly Mistake[] = [
  rotationMissing,
  rotationSameToken,
  renewedJwtWithoutId,
  rotationNewNotStored,
  rotationDropsOthers,
  rotationKeepsOld,
  rotationDropsExpiry,
  logoutMissesRotated,
];

export const step: Step = {
  number: 9,
  name: "rotation",
  part: "two",
  title: "A new refresh token with each renewal",
  attack: {
    tried: "Mallory overheard a token and sent it after ada had renewed.",
    stoppedBy: /\.(?:push|set|add)\(|\bhash\w*\s*=[^=>]/,
    after: "/token",
  },
  learned: "A refresh token that was overheard is good until its owner renews, and not a moment longer.",
  scenarios: [...hashStep.scenarios, ...rotationScenarios, refusals(true)],
  experiments: [...hashStep.experiments],
  afterthoughts: [...hashStep.afterthoughts],
  checks: [...hashStep.checks, ...rotationHolds],
  added: rotationHolds,
  mistakes: [rotationOnRefusal, ...rotationMistakes, ...hashStep.mistakes],
  advice: [...hashStep.advice],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};

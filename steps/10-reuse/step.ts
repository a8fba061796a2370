/** Step 10: an old token that comes back ends its login, and of two renewals at once only one may live on. */

import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Mistake } from "../../src/check/diagnosis/mistake.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { post } from "../../src/check/requests.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import { allGood, allRefused, isGood } from "../../src/course/sessions.ts";
import { moving } from "../../src/course/worlds.ts";
import { step as hashStep } from "../8-hash/step.ts";
import { refusals, rotationHolds, rotationMistakes, rotationScenarios } from "../9-rotation/step.ts";
import { reuseEndsAllLogins } from "./advice.ts";
import { raceTwoLive } from "./mistakes/race-two-live.ts";
import { reuseEndsEverybody } from "./mistakes/reuse-ends-everybody.ts";
import { reuseHitsLogout } from "./mistakes/reuse-hits-logout.ts";
import { reuseShallow } from "./mistakes/reuse-shallow.ts";
import { reuseUndetected } from "./mistakes/reuse-undetected.ts";
import { unknownEndsSomebody } from "./mistakes/unknown-ends-somebody.ts";
import { oneLives, raceScenarios } from "./race.ts";

/** Mallory sends ada's first token after two renewals, and alan's second one. */
const replay: Scenario = {
  name: "the replayer",
  world: moving,
  async act({ ada, grace, alan, mallory }) {
    await ada.login();
    await grace.login();
    const first = ada.credential();
    await ada.renew();
    await ada.renew();
    await mallory.renew("replayed-first", first);
    await ada.renew("ada-after-replay");
    await alan.login();
    await alan.renew();
    const second = alan.credential();
    await alan.renew();
    await mallory.renew("replayed-second", second);
    await alan.renew("alan-after-replay");
    await grace.renew("grace-after-replay");
  },
};

/** One of two logins is logged out twice with the same token. */
const logOutTwice: Scenario = {
  name: "logged out twice",
  world: moving,
  async act({ ada, grace }) {
    await grace.login();
    await ada.login();
    const other = ada.credential();
    await ada.login();
    const own = ada.credential();
    await ada.renew("own-other-before-logouts", other);
    const kept = ada.credential();
    await ada.logout("logout-once", own);
    await ada.renew("own-other-between-logouts", kept);
    const newest = ada.credential();
    await ada.logout("logout-twice", own);
    await ada.renew("own-other-after-logouts", newest);
    await grace.renew("grace-after-logouts");
  },
};

/**
 * Ada has two logins, and a stolen token of one comes back. Whether the other login ends, too, is the learner's choice.
 */
const otherLoginAfterReuse: Scenario = {
  name: "two logins and a replay",
  world: moving,
  async act({ ada, mallory }) {
    await ada.login();
    const other = ada.credential();
    await ada.login();
    const stolen = ada.credential();
    await ada.renew("own-login-before-reuse", stolen);
    await ada.renew("other-login-before-reuse", other);
    const kept = ada.credential();
    await mallory.renew("reused-of-two", stolen);
    await ada.renew("other-login-after-reuse", kept);
  },
};

const logoutTwiceHarmless: Check = {
  id: "logout-twice-harmless",
  title: "Logging out twice ends no other login",
  exchange: "grace-after-logouts",
  needs: ["logout"],
  judge(transcript) {
    const grace = exchangeOf(transcript, "grace-after-logouts");
    if (!grace) return skipped;
    if (!isGood(grace)) return failed("grace stays logged in", "her token is refused", grace.label);
    // An app may end all logins of a person at a logout; that is the learner's choice.
    const before = exchangeOf(transcript, "own-other-between-logouts");
    const after = exchangeOf(transcript, "own-other-after-logouts");
    if (!isGood(before) || !after || isGood(after)) return passed;
    return failed("ada's other login stays", "its token is refused", after.label);
  },
};

export const reuseScenarios: readonly Scenario[] = [replay, logOutTwice, ...raceScenarios];

export const reuseHolds: readonly Check[] = [
  {
    ...allRefused("reuse-refused", "An old token is refused, however old", [
      "replayed-first",
      "replayed-second",
    ]),
    needs: ["rotation-1"],
  },
  {
    ...allRefused("reuse-ends-session", "An old token that comes back ends that login", [
      "ada-after-replay",
      "alan-after-replay",
    ]),
    needs: ["rotation-1"],
  },
  allGood("reuse-spares-others", "Other people stay logged in", ["grace-after-replay"]),
  logoutTwiceHarmless,
  oneLives,
];

/** The mistakes with old tokens and with several renewals at once. The later steps use them, too. */
export const reuseMistakes: readonly Mistake[] = [
  unknownEndsSomebody,
  reuseShallow,
  reuseUndetected,
  reuseEndsEverybody,
  reuseHitsLogout,
  raceTwoLive,
];

export const step: Step = {
  number: 10,
  name: "reuse",
  part: "two",
  title: "A stolen token that comes back",
  attack: {
    tried: "Mallory sent an old token again, and renewed ten times in one moment.",
    stoppedBy: /\.(?:filter|delete|splice)\(/,
    after: "/token",
  },
  learned: "Whoever sends an old token again is found out, and the stolen login ends for both.",
  scenarios: [...hashStep.scenarios, ...rotationScenarios, refusals(false), ...reuseScenarios],
  experiments: [...hashStep.experiments],
  afterthoughts: [...hashStep.afterthoughts, otherLoginAfterReuse],
  checks: [...hashStep.checks, ...rotationHolds, ...reuseHolds],
  added: reuseHolds,
  mistakes: [...reuseMistakes, ...rotationMistakes, ...hashStep.mistakes],
  advice: [...hashStep.advice, reuseEndsAllLogins],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};

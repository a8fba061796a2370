/** Step 10: an old token that comes back ends that login; two renewals at once cannot both live. */

import { withToken } from "../../src/check/credential.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf, received } from "../../src/check/judge/read-transcript.ts";
import { post } from "../../src/check/requests.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import { allGood, allRefused, isGood } from "../../src/course/sessions.ts";
import { refreshTokenIn } from "../../src/course/tokens-given.ts";
import { moving } from "../../src/course/worlds.ts";
import { step as hashStep } from "../8-hash/step.ts";
import { refusals, rotationHolds, rotationScenarios } from "../9-rotation/step.ts";

/** How often ten renewals are sent in one moment. */
const RACES = 4;
const AT_ONCE = 10;

/** Mallory sends ada's first token again, two renewals later, and alan's second. */
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
    await ada.logout("logout-twice", own);
    await ada.renew("own-other-after-logouts", kept);
    await grace.renew("grace-after-logouts");
  },
};

/** Ten renewals with one token in one moment; then every token that they handed out is tried. */
function race(turn: number): Scenario {
  return {
    name: `race ${turn}`,
    world: moving,
    async act({ ada, mallory }) {
      await ada.login();
      const own = ada.credential();
      const answers = await ada.renewAtOnce(`race-${turn}`, AT_ONCE);
      const handedOut = new Set(answers.filter(isGood).flatMap((answer) => refreshTokenIn(answer) ?? []));
      for (const [at, token] of [...handedOut].entries()) {
        await mallory.renew(`after-race-${turn}-${at + 1}`, withToken(own, token));
      }
    },
  };
}

const oneLives: Check = {
  id: "race-one-lives",
  title: "Of ten renewals in one moment, at most one lives on",
  exchange: "race-1-1",
  judge({ exchanges }) {
    const turns = Array.from({ length: RACES }, (_, at) => at + 1);
    if (!exchanges.some(({ label }) => label === `race-${RACES}-1`)) return skipped;
    for (const turn of turns) {
      const answers = exchanges.filter(({ label }) => label.startsWith(`race-${turn}-`));
      const broken = answers.find(({ response }) => response !== null && response.status >= 500);
      if (broken) return failed("a good answer or a refusal", received(broken), broken.label);
      const living = exchanges.filter(
        (exchange) => exchange.label.startsWith(`after-race-${turn}-`) && isGood(exchange),
      );
      if (living.length > 1) {
        const last = living.at(-1)?.label;
        return failed("at most one token that renews", `${living.length} tokens that renew`, last);
      }
    }
    return passed;
  },
};

const logoutTwiceHarmless: Check = {
  id: "logout-twice-harmless",
  title: "Logging out twice ends no other login",
  exchange: "grace-after-logouts",
  judge(transcript) {
    const grace = exchangeOf(transcript, "grace-after-logouts");
    if (!grace) return skipped;
    if (!isGood(grace)) return failed("grace stays logged in", "her token is refused", grace.label);
    const before = exchangeOf(transcript, "own-other-before-logouts");
    const after = exchangeOf(transcript, "own-other-after-logouts");
    if (!isGood(before) || !after || isGood(after)) return passed;
    return failed("ada's other login stays", "its token is refused", after.label);
  },
};

export const reuseScenarios: readonly Scenario[] = [
  replay,
  logOutTwice,
  ...Array.from({ length: RACES }, (_, at) => race(at + 1)),
];

export const reuseHolds: readonly Check[] = [
  allRefused("reuse-refused", "An old token is refused, however old", ["replayed-first", "replayed-second"]),
  allRefused("reuse-ends-session", "An old token that comes back ends that login", [
    "ada-after-replay",
    "alan-after-replay",
  ]),
  allGood("reuse-spares-others", "Other people stay logged in", ["grace-after-replay"]),
  logoutTwiceHarmless,
  oneLives,
];

export const step: Step = {
  number: 10,
  name: "reuse",
  part: "two",
  title: "A stolen token that comes back",
  learned: "Whoever sends an old token again is found out, and the stolen login ends for both.",
  scenarios: [...hashStep.scenarios, ...rotationScenarios, refusals(false), ...reuseScenarios],
  experiments: [...hashStep.experiments],
  afterthoughts: [...hashStep.afterthoughts],
  checks: [...hashStep.checks, ...rotationHolds, ...reuseHolds],
  mistakes: [...hashStep.mistakes],
  advice: [...hashStep.advice],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};

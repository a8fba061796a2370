/** Step 5: each login gets a new refresh token that cannot be guessed. */

import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Mistake } from "../../src/check/diagnosis/mistake.ts";
import type { Check } from "../../src/check/judge/check.ts";
import type { Scenario, World } from "../../src/check/scenario.ts";
import type { Experiment, Step } from "../../src/check/step.ts";
import { post } from "../../src/check/requests.ts";
import {
  loginHolds,
  logoutHolds,
  renewalHolds,
  sessions,
  unknownRefused,
} from "../../src/course/sessions.ts";
import { standing, usual } from "../../src/course/worlds.ts";
import { whoIsLoggedOut, whyRefused } from "../../src/course/experiments.ts";
import { lastMistakes, logoutMistakes, renewalMistakes } from "../../src/course/mistakes.ts";
import { uuidBits } from "./advice.ts";
import { bitsThatVary } from "./bits.ts";
import { given, haveCommon, tokensGiven } from "./given.ts";
import { acceptsPrefix } from "./mistakes/accepts-prefix.ts";
import { RANDOM_CHECKS } from "./mistakes/guesses.ts";
import { jwtWithoutId } from "./mistakes/jwt-without-id.ts";
import { secretNotSet } from "./mistakes/secret-not-set.ts";
import { storesAnotherToken } from "./mistakes/stores-another-token.ts";
import { tokensCounted } from "./mistakes/tokens-counted.ts";
import { tokensFixed } from "./mistakes/tokens-fixed.ts";
import { tokensFromClock } from "./mistakes/tokens-from-clock.ts";
import { tokensFromMathRandom } from "./mistakes/tokens-from-math-random.ts";
import { tokensFromUser } from "./mistakes/tokens-from-user.ts";
import { tokensTooShort } from "./mistakes/tokens-too-short.ts";

/** How many times each of two people logs in. */
const LOGINS = 6;
/** How many bits must vary between the tokens of one person. RFC 6749 §10.10 asks for 128; a random UUID has 122. */
const ENOUGH_BITS = 120;

/** Two people log in, in turn, many times. */
function manyLogins(world: World): Scenario {
  return {
    name: "many logins",
    world,
    async act({ ada, grace }) {
      for (let turn = 1; turn <= LOGINS; turn++) {
        await ada.login(`login-ada-${turn}`);
        await grace.login(`login-grace-${turn}`);
      }
    },
  };
}

/**
 * The first logins after a boot, while the clock and Math.random are known.
 *
 * @param boot tells the two boots apart
 */
function knownBoot(boot: "first" | "second", world: World): Scenario {
  return {
    name: `known boot, ${boot}`,
    world,
    known: true,
    async act({ ada, grace }) {
      await ada.login(`${boot}-boot-ada`);
      await grace.login(`${boot}-boot-grace`);
      await ada.login(`${boot}-boot-ada-again`);
    },
  };
}

const differ: Check = {
  id: "tokens-differ",
  title: "Each login gives out another refresh token",
  exchange: "login-ada-2",
  judge(transcript) {
    const tokens = given(transcript, "login-");
    if (tokens.length < 2 * LOGINS) return skipped;
    const twin = tokens.find(({ token }, at) => tokens.findIndex((one) => one.token === token) < at);
    if (!twin) return passed;
    return failed("a token that was not given out before", `${twin.token} again`, twin.exchange.label);
  },
};

const longEnough: Check = {
  id: "tokens-long-enough",
  title: "They are long enough that nobody can try them all",
  exchange: "login-ada-1",
  judge(transcript) {
    for (const person of ["ada", "grace"]) {
      const tokens = given(transcript, `login-${person}-`).map(({ token }) => token);
      if (tokens.length < LOGINS) return skipped;
      const bits = Math.floor(bitsThatVary(tokens));
      if (bits < ENOUGH_BITS) {
        const label = `login-${person}-1`;
        return failed(`at least ${ENOUGH_BITS} bits that differ`, `about ${bits} bits: ${tokens[0]}`, label);
      }
    }
    return passed;
  },
};

const unguessable: Check = {
  id: "tokens-unguessable",
  title: "Nobody can work them out from the clock and Math.random",
  exchange: "second-boot-ada",
  judge(transcript) {
    const first = given(transcript, "first-boot-");
    const second = given(transcript, "second-boot-");
    if (first.length === 0 || second.length === 0) return skipped;
    const guessed = second.find(({ token }) => first.some((one) => one.token === token));
    if (!guessed) return passed;
    return failed(
      "tokens that no second boot repeats",
      `${guessed.token} in both boots`,
      guessed.exchange.label,
    );
  },
};

/** The checks that later steps keep. */
export const randomHolds: readonly Check[] = [differ, longEnough, unguessable];
/** The second boot, in a world that is there for nothing else. A step with a second world of its own needs none for it. */
export const secondBoot = knownBoot("second", { ...usual, name: "second boot", looks: false });

/**
 * The scenarios for these checks.
 *
 * @param world one that the step needs anyway, for the logins and the first boot
 * @param before what else happens in that world, before the many logins
 */
export function randomScenariosIn(world: World, before: readonly Scenario[]): readonly Scenario[] {
  return [knownBoot("first", world), ...before, manyLogins(world), secondBoot];
}

/** The same logins once more, with only the clock or only Math.random as before. Which of the two makes the tokens? */
const whatMakesThem: Experiment = {
  explains: ({ check }, said) =>
    RANDOM_CHECKS.includes(check.id) &&
    haveCommon(tokensGiven(said, "first-boot-"), tokensGiven(said, "second-boot-")),
  scenarios: [
    { name: "clock-alone", world: { ...standing("clock alone"), random: "real" } as const },
    { name: "chance-alone", world: { ...standing("chance alone"), clock: "real" } as const },
  ].map(({ name, world }) => ({
    name,
    world,
    async act({ ada, grace }) {
      await ada.login(`${name}-ada`);
      await grace.login(`${name}-grace`);
      await ada.login(`${name}-ada-again`);
    },
  })),
};

/** The experiments that explain failures of this step's checks. */
export const randomExperiments: readonly Experiment[] = [whatMakesThem, whyRefused, whoIsLoggedOut];

/** The mistakes of making refresh tokens, and those of the pattern. Later steps put their own before the last ones. */
export const randomMistakes: readonly Mistake[] = [
  secretNotSet,
  jwtWithoutId,
  tokensFixed,
  tokensFromUser,
  tokensFromMathRandom,
  tokensFromClock,
  tokensCounted,
  tokensTooShort,
  ...renewalMistakes,
  acceptsPrefix,
  storesAnotherToken,
  ...logoutMistakes,
];

export const step: Step = {
  number: 5,
  name: "random",
  part: "two",
  title: "Refresh tokens that nobody can guess",
  attack: {
    tried: "Mallory logged in as herself and worked out the tokens of others.",
    stoppedBy: /random(?:Bytes|UUID)|getRandomValues|nanoid\(/,
  },
  learned: "Nobody guesses a token of yours now: not by counting, not by the clock, not by trying.",
  scenarios: randomScenariosIn(usual, [sessions(usual)]),
  experiments: randomExperiments,
  afterthoughts: [],
  checks: [...loginHolds, ...randomHolds, ...renewalHolds, unknownRefused, ...logoutHolds],
  added: randomHolds,
  mistakes: [...randomMistakes, ...lastMistakes],
  advice: [uuidBits],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};

/** Step 5: a new refresh token at each login that nobody can guess. */

import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import type { Scenario, World } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import type { Exchange, Transcript } from "../../src/check/transcript.ts";
import { post } from "../../src/check/requests.ts";
import {
  loginHolds,
  logoutHolds,
  renewalHolds,
  sessions,
  unknownRefused,
} from "../../src/course/sessions.ts";
import { refreshTokenIn } from "../../src/course/tokens-given.ts";
import { standing, usual } from "../../src/course/worlds.ts";
import { bitsThatVary } from "./bits.ts";

/** Logins of each of two people. */
const LOGINS = 6;
/** What has to vary between the tokens of one person; RFC 6749 §10.10 asks for 128, and a random UUID has 122. */
const ENOUGH_BITS = 120;

/** Two people log in, in turn. */
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

/** The first logins after a boot in a world whose clock and Math.random are known. `boot`: tells the boots apart. */
function knownBoot(boot: "first" | "second"): Scenario {
  return {
    name: `known boot, ${boot}`,
    world: standing(`standing-${boot}`),
    async act({ ada, grace }) {
      await ada.login(`${boot}-boot-ada`);
      await grace.login(`${boot}-boot-grace`);
      await ada.login(`${boot}-boot-ada-again`);
    },
  };
}

/** The exchanges of logins whose labels begin like this and which gave out a token, with it. */
export function given(transcript: Transcript, begin: string): { exchange: Exchange; token: string }[] {
  return transcript.exchanges.flatMap((exchange) => {
    const token = exchange.label.startsWith(begin) ? refreshTokenIn(exchange) : null;
    return token === null ? [] : [{ exchange, token }];
  });
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

/** What later steps still look at. */
export const randomHolds: readonly Check[] = [differ, longEnough, unguessable];
const knownBoots = [knownBoot("first"), knownBoot("second")];

/** What people do for these checks; the logins happen in a world that the step plays in anyway. */
export function randomScenariosIn(world: World): readonly Scenario[] {
  return [manyLogins(world), ...knownBoots];
}

export const step: Step = {
  number: 5,
  name: "random",
  part: "two",
  title: "Refresh tokens that nobody can guess",
  learned:
    "A stranger with a calculator cannot log in as anybody: each login gets a token that nobody can guess.",
  scenarios: [sessions(usual), ...randomScenariosIn(usual)],
  experiments: [],
  afterthoughts: [],
  checks: [...loginHolds, ...randomHolds, ...renewalHolds, unknownRefused, ...logoutHolds],
  mistakes: [],
  advice: [],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};

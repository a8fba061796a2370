/** What is tried further where the pattern itself falls short, to tell why. Steps of part two compose these. */

import { madeUp, tokenOf } from "../check/credential.ts";
import type { CheckResult } from "../check/judge/check.ts";
import { exchangeOf } from "../check/judge/read-transcript.ts";
import type { Scenario } from "../check/scenario.ts";
import type { Experiment } from "../check/step.ts";
import type { Transcript } from "../check/transcript.ts";
import { PLACES } from "./places.ts";
import { isGood, isRefused, logoutHolds, renewalHolds, unknownLike } from "./sessions.ts";
import { usual } from "./worlds.ts";

/** What a login adds to the store. */
const whatLoginAdds: Scenario = {
  name: "what a login adds",
  world: usual,
  async act({ ada, loot, discover }) {
    const before = new Set((await loot()).map(({ text }) => text));
    await ada.login();
    const texts = (await loot()).map(({ text }) => text).filter((text) => !before.has(text));
    discover({ kind: "added", token: ada.refreshToken ?? "", texts });
  },
};

/** The token is sent in every other place of a request, up to the one where it is found. */
const renewalElsewhere: Scenario = {
  name: "the token in another place",
  world: usual,
  async act({ ada }) {
    await ada.login();
    const token = tokenOf(ada.credential()) ?? "";
    for (const { name, send } of PLACES) {
      const exchange = await ada.send(`token-by-${name}`, send("/token", token));
      if (!isGood(exchange)) continue;
      await ada.send(`unknown-by-${name}`, send("/token", madeUp(token)));
      return;
    }
  },
};

function isAbout(checks: readonly { id: string }[], { check }: CheckResult): boolean {
  return checks.some(({ id }) => id === check.id);
}

/** Whether the first renewal of a known token was refused. */
function isRenewalRefused(said: Transcript): boolean {
  return isRefused(exchangeOf(said, "renew"));
}

/** Somebody's first renewal is refused: is the token where it is looked for, and is it looked for where it comes? */
export const whyRefused: Experiment = {
  explains: (failure, said) => isAbout(renewalHolds, failure) && isRenewalRefused(said),
  scenarios: [whatLoginAdds, renewalElsewhere],
};

/** Three people, and the one in the middle logs out; then a stranger does, with a token that nobody was given. */
const whoStays: Scenario = {
  name: "who stays",
  world: usual,
  async act({ ada, grace, alan, mallory }) {
    const renewAll = async (suffix: string) => {
      await grace.renew(`first-${suffix}`);
      await ada.renew(`middle-${suffix}`);
      await alan.renew(`last-${suffix}`);
    };
    await grace.login();
    await ada.login();
    await alan.login();
    const left = ada.credential();
    await ada.logout("middle-logs-out", left);
    await renewAll("after-logout");
    await grace.login();
    await ada.login();
    await alan.login();
    await mallory.logout("stranger-logs-out", unknownLike(alan.credential()));
    await renewAll("after-stranger");
  },
};

/** The token to log out is sent in every other place of a request, up to the one where it ends the login. */
const logoutElsewhere: Scenario = {
  name: "the token to log out in another place",
  world: usual,
  async act({ ada }) {
    for (const { name, send } of PLACES) {
      await ada.login();
      const credential = ada.credential();
      await ada.send(`logout-by-${name}`, send("/logout", tokenOf(credential) ?? ""));
      const exchange = await ada.renew(`after-logout-by-${name}`, credential);
      if (isRefused(exchange)) return;
    }
  },
};

/** A logout does something else than it should: who is logged out, and where is the token looked for? */
export const whoIsLoggedOut: Experiment = {
  explains: (failure) => isAbout(logoutHolds, failure),
  scenarios: [whoStays, logoutElsewhere],
};

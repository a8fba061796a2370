/** Experiments for the pattern itself: what to try after a failure to find its cause. Steps of part two use these. */

import { madeUp, tokenOf } from "../check/credential.ts";
import type { CheckResult } from "../check/judge/check.ts";
import { exchangeOf } from "../check/judge/read-transcript.ts";
import type { Scenario } from "../check/scenario.ts";
import type { Experiment } from "../check/step.ts";
import type { Transcript } from "../check/transcript.ts";
import { PLACES } from "./places.ts";
import { isGood, isRefused, logoutHolds, renewalHolds, unknownLike } from "./sessions.ts";
import { usual } from "./worlds.ts";

/** Shows what a login adds to the store. */
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

/** Sends the token in every other place of a request, until a place is found where the app reads it. */
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

/**
 * A first renewal is refused. Does the app keep the token where it looks for it, and look where the client sends it?
 */
export const whyRefused: Experiment = {
  explains: (failure, said) => isAbout(renewalHolds, failure) && isRenewalRefused(said),
  scenarios: [whatLoginAdds, renewalElsewhere],
};

/** Three people log in, and the middle one logs out. Then a logout is sent with a token that was never given out. */
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

/** Sends the token to log out in every other place of a request, until a place is found where it ends the login. */
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

/** A logout does something wrong. Whom does it log out, and where does the app read the token? */
export const whoIsLoggedOut: Experiment = {
  explains: (failure) => isAbout(logoutHolds, failure),
  scenarios: [whoStays, logoutElsewhere],
};

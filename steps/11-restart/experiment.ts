/** After a power cut, something was missing. Is it there when the app is ended gently and has time to save? */

import { exchangeLabel } from "../../src/check/judge/check.ts";
import type { Cast, Loot, Scenario } from "../../src/check/scenario.ts";
import type { Experiment } from "../../src/check/step.ts";
import { moving, usual } from "../../src/course/worlds.ts";

/** No app waits longer than this to save on a timer. Refresh tokens live for a day, so they are still good. */
const HOUR = 3_600_000;

/** How much each file holds, in characters. */
function sizesOf(loot: readonly Loot[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { place, text } of loot) {
    if (place) sizes.set(place.file, (sizes.get(place.file) ?? 0) + text.length);
  }
  return sizes;
}

/**
 * The last thing that happens before the end. If another act followed, an app that always saves everything would save
 * this one with it.
 */
type LastAct = "login" | "renewal" | "detection" | "logout" | "reuse";

/** What happens before the end, and what is tried after the next start. */
const ACTS: Record<LastAct, (cast: Cast) => Promise<() => Promise<unknown>>> = {
  async login() {
    return () => Promise.resolve();
  },
  async renewal({ alan, mallory }) {
    await alan.login();
    const first = alan.credential();
    await alan.renew();
    return async () => {
      await alan.renew("renewal-kept");
      await mallory.renew("rotation-kept", first);
    };
  },
  async detection({ alan, mallory }) {
    await alan.login();
    const first = alan.credential();
    await alan.renew();
    return async () => {
      await mallory.renew("rotation-kept", first);
      await alan.renew("reuse-detected");
    };
  },
  async logout({ grace }) {
    await grace.login();
    const left = grace.credential();
    await grace.logout("stopped-logout", left);
    return () => grace.renew("logout-kept", left);
  },
  async reuse({ grace, mallory }) {
    await grace.login();
    const first = grace.credential();
    await grace.renew();
    const reused = grace.credential();
    await mallory.renew("stopped-reuse", first);
    return () => grace.renew("reused-kept", reused);
  },
};

/** Ada logs in, and the last act happens. After an hour, the app is stopped and started again. */
function stopGently(lastAct: LastAct): Scenario {
  return {
    name: "stopped and started again",
    world: { ...moving, name: "stopped", looks: false },
    async act(cast) {
      const { ada, clock, power, loot, discover } = cast;
      await ada.login("stopped-login");
      const tryAgain = await ACTS[lastAct](cast);
      await clock.move(HOUR);
      const atEnd = sizesOf(await loot());
      await power.end();
      await power.restore();
      const afterBoot = sizesOf(await loot());
      for (const [path, size] of atEnd) {
        discover({ kind: "file", path, atEnd: size, afterBoot: afterBoot.get(path) ?? 0 });
      }
      await tryAgain();
      await ada.renew("login-kept");
    },
  };
}

/** The failed exchanges that each experiment is for, by their labels. */
const ABOUT: Record<LastAct, readonly string[]> = {
  login: ["grace-after-cut", "renew-after-cut", "me-after-cut", "grace-after-second-cut"],
  renewal: ["old-after-cut", "renew-after-renewal-cut"],
  detection: ["ada-after-reuse-after-cut"],
  logout: ["renew-after-logout-cut"],
  reuse: ["reused-after-cut"],
};

function whatIsSaved(lastAct: LastAct): Experiment {
  return {
    explains: (failure) =>
      failure.check.id.startsWith("restart-") && ABOUT[lastAct].includes(exchangeLabel(failure) ?? ""),
    scenarios: [stopGently(lastAct)],
  };
}

export const whatIsSavedAtAll: readonly Experiment[] = [
  whatIsSaved("login"),
  whatIsSaved("renewal"),
  whatIsSaved("detection"),
  whatIsSaved("logout"),
  whatIsSaved("reuse"),
];

/** The app does not come up again. Does it come up in a folder without the files that it wrote before? */
export const withoutOlderFiles: Experiment = {
  explains: ({ check }, { boot }) => check.id === "app-starts" && boot.outcome === "crashed",
  scenarios: [
    {
      name: "without older files",
      world: { ...usual, name: "without older files", place: "copy without data" },
      act: () => Promise.resolve(),
    },
  ],
};

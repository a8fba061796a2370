/** After a power cut something was not as it should be: what is there when the app is ended gently, with time to save? */

import type { Loot, Scenario } from "../../src/check/scenario.ts";
import type { Experiment } from "../../src/check/step.ts";
import { moving, usual } from "../../src/course/worlds.ts";

/** Longer than anybody waits to save on a timer; refresh tokens are good for a day. */
const HOUR = 3_600_000;

/** How much each file holds, in characters. */
function sizesOf(loot: readonly Loot[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { place, text } of loot) {
    if (place) sizes.set(place.file, (sizes.get(place.file) ?? 0) + text.length);
  }
  return sizes;
}

/** A login, a renewal, a logout and a reuse; after an hour somebody stops the app and starts it again. */
const stopGently: Scenario = {
  name: "stopped and started again",
  world: { ...moving, name: "stopped", looks: false },
  async act({ ada, grace, alan, mallory, clock, power, loot, discover }) {
    await ada.login("stopped-login");
    await alan.login();
    const alanFirst = alan.credential();
    await alan.renew();
    await grace.login();
    const graceLeft = grace.credential();
    await mallory.login();
    const malloryFirst = mallory.credential();
    await mallory.renew();
    const reused = mallory.credential();
    await mallory.renew("stopped-reuse", malloryFirst);
    await grace.logout("stopped-logout", graceLeft);
    await clock.move(HOUR);
    const atEnd = sizesOf(await loot());
    await power.end();
    await power.restore();
    const afterBoot = sizesOf(await loot());
    for (const [path, size] of atEnd) {
      discover({ kind: "file", path, atEnd: size, afterBoot: afterBoot.get(path) ?? 0 });
    }
    await ada.renew("login-kept");
    await alan.renew("renewal-kept");
    await mallory.renew("reused-kept", reused);
    await grace.renew("logout-kept", graceLeft);
    await mallory.renew("rotation-kept", alanFirst);
    await alan.renew("reuse-detected");
  },
};

export const whatIsSavedAtAll: Experiment = {
  explains: ({ check }) => check.id.startsWith("restart-"),
  scenarios: [stopGently],
};

/** The app does not come up: does it where it has not written before? */
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

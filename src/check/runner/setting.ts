/** What a program finds in the world that it runs in. */

import type { World } from "../scenario.ts";
import type { Setting } from "./protocol.ts";
import type { Site } from "./site.ts";

/**
 * @param startsAt what a clock that is not the real one shows at first, in ms since 1970
 * @param stands whether the world's first scenario is played while the clock stands
 */
export function settingOf(
  { clock, random, power }: World,
  { folder, secrets }: Site,
  startsAt: number,
  stands: boolean,
): Setting {
  const repeatsRandom = random === "repeated";
  return { clock, startsAt, repeatsRandom, stands, losesPower: power === "fails", folder, secrets };
}

/** Makes the world that a program runs in, before any of its code runs. Only what that world needs is replaced. */

import type { Setting } from "../protocol.ts";
import { repeatRandom } from "./chance.ts";
import { holdClock } from "./clock.ts";
import { holdWrites } from "./power.ts";

/** What the host can do to the world while the program runs. */
export interface WorldPowers {
  /** Moves the clock on by `ms`; settles when all that was due until then has happened. */
  moveClock(ms: number): Promise<void>;
  /** Ends the process with its next answer. */
  cutAtNextAnswer(): void;
  /** Ends what holds only at first: that the clock stands, and that Math.random repeats itself. */
  runClock(): void;
}

/** The seed of Math.random in a world in which it repeats itself. */
const SEED = 20_001;

/**
 * Enters the world. To be called once, after `watchAnswers` and before the learner's program and its libraries are
 * loaded.
 */
export function enterWorld({
  clock,
  startsAt,
  repeatsRandom,
  stands,
  losesPower,
  folder,
  secrets,
}: Setting): WorldPowers {
  if (folder !== null) process.chdir(folder);
  if (secrets !== null) {
    Object.assign(process.env, secrets);
    delete process.env["NODE_ENV"];
  }
  const stopRepeating = repeatsRandom || stands ? repeatRandom(SEED) : null;
  const held = clock === "real" && !stands ? null : holdClock({ kind: clock, stands, startsAt });
  const power = losesPower ? holdWrites() : null;
  return {
    moveClock: (ms) => held?.advance(ms) ?? Promise.resolve(),
    cutAtNextAnswer: () => power?.cutAtNextAnswer(),
    runClock: () => {
      held?.run();
      if (!repeatsRandom) stopRepeating?.();
    },
  };
}

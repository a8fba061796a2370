/** The worlds that scenarios of the course are played in. */

import type { World } from "../check/scenario.ts";

/** For part one: the learner's own folder, and nothing about it is changed. */
export const inFolder: World = {
  name: "usual",
  clock: "real",
  random: "real",
  power: "steady",
  place: "folder",
  looks: true,
};

/** For part two: a copy of the folder, with secrets of its own. */
export const usual: World = { ...inFolder, place: "copy" };

/** A world whose clock can be moved on. */
export const moving: World = { ...usual, name: "moving", clock: "moving" };

/**
 * A world whose clock stands and whose Math.random repeats itself, in the same way in each world of this kind.
 *
 * @param name tells such worlds apart
 */
export function standing(name: string): World {
  return { ...usual, name, clock: "standing", random: "repeated", looks: false };
}

/** A world that can lose its power at the moment of an answer. */
export const failing: World = { ...usual, name: "failing", power: "fails", looks: false };

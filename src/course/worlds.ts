/** The worlds that steps play in. */

import type { World } from "../check/scenario.ts";

/** Part one: the learner's own folder, and nothing is changed about it. */
export const inFolder: World = {
  name: "usual",
  clock: "real",
  random: "real",
  power: "steady",
  place: "folder",
  looks: true,
};

/** Part two: a copy of the folder, with secrets of its own. */
export const usual: World = { ...inFolder, place: "copy" };

/** Its clock can be moved on. */
export const moving: World = { ...usual, name: "moving", clock: "moving" };

/** Its clock stands and Math.random repeats itself, the same in each world of that kind. `name`: tells them apart. */
export function standing(name: string): World {
  return { ...usual, name, clock: "standing", random: "repeated", looks: false };
}

/** It can lose power in the moment of an answer. */
export const failing: World = { ...usual, name: "failing", power: "fails", looks: false };

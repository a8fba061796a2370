/**
 * Draws what a normal run looks at: always the same, whatever the day and the machine. `npm run test:all` sets FULL and
 * looks at everything; `SEED=N npm test` draws others.
 */

import { createHash } from "node:crypto";

export const full = process.env["FULL"] === "1";
export const seed = Number(process.env["SEED"] ?? 1);

/** The place of a name in the draw: fixed by the name and the seed alone. */
function placeOf(name: string): string {
  return createHash("sha256").update(`${seed} ${name}`).digest("hex");
}

/**
 * At most `most` of a list, left in order; the whole list in a full run. What is added to the list later changes the draw
 * by no more than itself.
 *
 * @param nameOf a name that no other of the list has
 */
export function sample<T>(all: readonly T[], most: number, nameOf: (one: T) => string): T[] {
  if (full || all.length <= most) return [...all];
  const places = all.map((one) => placeOf(nameOf(one)));
  const last = [...places].sort()[most] ?? "";
  return all.filter((_, index) => (places[index] ?? "") < last);
}

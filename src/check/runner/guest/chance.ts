/** Makes what the program takes for chance the same at each boot. */

import { put, standIn } from "./wrap.ts";

/**
 * Replaces Math.random by numbers that a seed (a whole number) decides: the same seed gives the same ones in the same
 * order. What is made for secrets, as crypto.randomBytes, stays as it is.
 */
export function repeatRandom(seed: number): void {
  const { imul, random } = Math;
  let state = seed | 0;
  // 32 bits of the generator SplitMix32: a counter whose bits are mixed.
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = imul(state ^ (state >>> 16), 0x21f0aaad);
    bits = imul(bits ^ (bits >>> 15), 0x735a2d97);
    return (bits ^ (bits >>> 15)) >>> 0;
  };
  // As many bits as a number below 1 can have.
  const repeated = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  put(Math, "random", standIn(random, repeated));
}

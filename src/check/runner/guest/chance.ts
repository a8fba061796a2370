/** Makes the program's random numbers the same at each boot. */

import { put, standIn } from "./wrap.ts";

/**
 * Replaces Math.random by a generator: the same seed (a whole number) gives the same numbers in the same order. What is
 * made for secrets, such as crypto.randomBytes, stays random.
 *
 * @returns makes Math.random as random as it was
 */
export function repeatRandom(seed: number): () => void {
  const { imul, random } = Math;
  let state = seed | 0;
  // 32 bits of the generator SplitMix32, which counts and mixes the bits of the count.
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = imul(state ^ (state >>> 16), 0x21f0aaad);
    bits = imul(bits ^ (bits >>> 15), 0x735a2d97);
    return (bits ^ (bits >>> 15)) >>> 0;
  };
  // A number below 1 has 53 bits.
  const repeated = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  let give = repeated;
  // Not `give` itself, because the program may have kept the function.
  put(
    Math,
    "random",
    standIn(random, () => give()),
  );
  return () => {
    give = random;
  };
}

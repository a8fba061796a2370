/**
 * Draws what a normal run looks at. `npm run test:all` sets FULL and looks at everything; SEED=N repeats a run's draw.
 * Each day draws anew, so that in time everything is looked at.
 */

const MS_PER_DAY = 86_400_000;

export const full = process.env["FULL"] === "1";
export const seed = Number(process.env["SEED"] ?? Math.floor(Date.now() / MS_PER_DAY));

/** Numbers in [0, 1) from a seed (mulberry32). */
function numbers(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** At most `most` of a list, drawn by the seed and left in order; the whole list in a full run. */
export function sample<T>(all: readonly T[], most: number): T[] {
  if (full || all.length <= most) return [...all];
  const next = numbers(seed);
  const drawn = all.map((_, index) => ({ index, key: next() })).sort((a, b) => a.key - b.key);
  const kept = new Set(drawn.slice(0, most).map(({ index }) => index));
  return all.filter((_, index) => kept.has(index));
}

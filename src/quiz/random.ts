/** Numbers evenly spread over [0, 1), one a call. */
export type Random = () => number;

/**
 * A small generator (mulberry32): good enough to deal questions, never to make a secret.
 *
 * @param seed any integer; only its lowest 32 bits count
 * @returns a generator that gives the same numbers for the same seed on every machine
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @param text anything
 * @returns a whole number of 32 bits made of it (FNV-1a), to give each question a seed of its own
 */
export function hashOf(text: string): number {
  return [...text].reduce(
    (hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
}

/**
 * Shuffles; what weighs more tends to come earlier. The first of the result is any one item with a chance in
 * proportion to its weight, the second likewise among the rest, and so on (Efraimidis and Spirakis 2006).
 * Without weights every order has the same chance.
 *
 * @param items left as they are
 * @param random is asked once an item
 * @param weightOf how heavy an item is, above 0
 */
export function shuffled<Item>(
  items: readonly Item[],
  random: Random,
  weightOf: (item: Item) => number = () => 1,
): Item[] {
  return items
    .map((item) => ({ item, key: -Math.log(1 - random()) / weightOf(item) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

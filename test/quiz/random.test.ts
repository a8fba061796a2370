import { describe, expect, test } from "vitest";
import { hashOf, randomFrom, shuffled } from "../../src/quiz/random.ts";
import { fc } from "../property.ts";

describe("randomFrom", () => {
  test("gives the numbers of mulberry32", () => {
    // Worked out apart from this code, in Python, from the published C code.
    const random = randomFrom(1);
    expect([random(), random(), random()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  test("gives the same numbers for the same seed, all in [0, 1)", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, other] = [randomFrom(seed), randomFrom(seed)];
        for (let i = 0; i < 20; i++) {
          const number = one();
          expect(number).toBe(other());
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThan(1);
        }
      }),
    );
  });
});

describe("shuffled", () => {
  test("keeps every item, and leaves the input alone", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const after = shuffled(items, randomFrom(seed));
        expect(items).toEqual(before);
        expect(after.toSorted()).toEqual(before.toSorted());
      }),
    );
  });

  test("gives each of the six orders of three items its share", () => {
    const counts = new Map<string, number>();
    const random = randomFrom(2024);
    for (let i = 0; i < 60_000; i++) {
      const order = shuffled(["a", "b", "c"], random).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // 10,000 expected, standard deviation 91: five of them.
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(460);
  });

  test("puts an item first in proportion to its weight", () => {
    const random = randomFrom(7);
    let first = 0;
    for (let i = 0; i < 60_000; i++) {
      if (shuffled([1, 5], random, (weight) => weight)[0] === 5) first += 1;
    }
    // 50,000 expected, standard deviation 91.
    expect(Math.abs(first - 50_000)).toBeLessThan(460);
  });
});

test("hashOf is FNV-1a", () => {
  // The published test values for 32 bits.
  expect(hashOf("") >>> 0).toBe(0x811c9dc5);
  expect(hashOf("a") >>> 0).toBe(0xe40c292c);
  expect(hashOf("foobar") >>> 0).toBe(0xbf9cf968);
});

/** What the program takes for chance, in processes of their own. */

import { expect, test } from "vitest";
import { runBeside } from "./held.ts";

const draw = (seed: number, more: string) =>
  runBeside(
    `require("./chance.cjs").repeatRandom(${seed});
    const numbers = Array.from({ length: 10_000 }, Math.random);
    const crypto = require("node:crypto");
    done(${more});`,
    "chance",
  );

test("Math.random gives the same numbers for a seed, others for another, and crypto never repeats itself", async () => {
  const asked = `{ numbers: numbers.slice(0, 50), id: crypto.randomUUID(), bytes: crypto.randomBytes(16).toString("hex") }`;
  const drawn = await Promise.all([draw(1, asked), draw(1, asked), draw(2, asked)]);
  const values = (key: string) => new Set(drawn.map((each) => JSON.stringify(Object(each)[key])));
  expect([values("numbers").size, values("id").size, values("bytes").size]).toEqual([2, 3, 3]);
});

test("a generator that is stopped leaves Math.random as it was", async () => {
  const rest = () =>
    runBeside(
      `const stop = require("./chance.cjs").repeatRandom(1);
      const { random } = Math;
      const first = random();
      stop();
      done({ first, then: [random(), Math.random()] });`,
      "chance",
    );
  const [one, other] = (await Promise.all([rest(), rest()])).map(Object);
  expect(one.first).toBe(other.first);
  expect(one.then).not.toEqual(other.then);
});

test("the numbers are spread as Math.random spreads them", async () => {
  const spread = await draw(
    7,
    `{ inside: numbers.every((each) => each >= 0 && each < 1), different: new Set(numbers).size,
      mean: Math.round(10 * numbers.reduce((sum, each) => sum + each, 0) / numbers.length), name: Math.random.name,
      digits: numbers.filter((each) => each.toString(36).length > 10).length > 9_000 }`,
  );
  expect(spread).toEqual({ inside: true, different: 10_000, mean: 5, name: "random", digits: true });
});

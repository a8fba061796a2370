import { expect, test } from "vitest";
import { typed } from "../../src/base/invocation.ts";
import { whereToGoOn } from "../../src/quiz/where-to-go-on.ts";
import type { Done } from "../../src/quiz/where-to-go-on.ts";

const nothing: Done = { partOne: false, partTwo: false, nextOfPartTwo: 5 };
const partOne: Done = { ...nothing, partOne: true };
const everything: Done = { partOne: true, partTwo: true, nextOfPartTwo: 12 };
const commands = (...wish: Parameters<typeof whereToGoOn>) =>
  whereToGoOn(...wish).map(({ command }) => command);

test("3 of 10: begin with the concepts", () => {
  expect(whereToGoOn("one", "test", "weak", ["concepts", 3], nothing)[0]).toMatchObject({
    what: "Begin with the concepts",
    command: typed("lesson concepts"),
  });
});

test("6 of 10: begin with the first step that was missed, or with the first of all", () => {
  expect(commands("one", "test", "growing", ["concepts", 3, 4, 9], nothing)[0]).toBe(typed("start --step 3"));
  expect(commands("one", "test", "growing", ["concepts", 12], nothing)[0]).toBe(typed("start --step 1"));
});

test("9 of 10: step 3, or part two; after part one, part two alone", () => {
  const [three, two] = [typed("start --step 3"), typed("start --step 5")];
  expect(commands("one", "test", "strong", [4], nothing).slice(0, 2)).toEqual([three, two]);
  expect(commands("one", "test", "strong", [4], partOne)[0]).toBe(two);
});

test("a test on part two leads into part two", () => {
  expect(commands("two", "test", "weak", [9], partOne)[0]).toBe(typed("start --step 5"));
  expect(commands("two", "test", "growing", ["production", 9, 11], partOne)[0]).toBe(typed("start --step 9"));
  expect(commands("two", "test", "strong", [], { ...partOne, nextOfPartTwo: 7 })[0]).toBe(
    typed("start --step 7"),
  );
});

test("who has built everything is sent to nothing but more questions", () => {
  expect(commands("two", "test", "strong", [], everything)).toEqual([typed("quiz --part two")]);
});

test("practice goes on with more of the same part, and offers part two after step 4", () => {
  expect(commands("one", "practice", "weak", [1], nothing)).toEqual([typed("quiz"), typed("quiz --test")]);
  expect(commands("one", "practice", "weak", [1], partOne).at(-1)).toBe(typed("quiz --part two"));
  expect(commands("two", "practice", "weak", [6], partOne)).toEqual([
    typed("quiz --part two"),
    typed("quiz --test --part two"),
  ]);
});

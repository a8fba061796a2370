import { expect, test } from "vitest";
import { parseFile } from "../../../src/check/source/source.ts";
import { wordsIn } from "../../../src/check/source/words.ts";

function textsOf(source: string): string[] {
  return wordsIn({ files: [parseFile("/app.js", source)] }).map(({ text }) => text);
}

test("strings that are joined count as one, also by way of constants and in templates", () => {
  expect(textsOf('const app = "todo"; const key = app + "/" + "v1";')).toContain("todo/v1");
  expect(textsOf('const app = "todo"; const key = `${app}/v1`;')).toContain("todo/v1");
  expect(textsOf('const key = "a" + "b";')).toEqual(expect.arrayContaining(["a", "b", "ab"]));
});

test("what only running the program would tell is no string of its source", () => {
  expect(textsOf("const key = process.env.KEY + name;")).toEqual([]);
  expect(textsOf("const key = `${process.env.KEY}!`;")).toEqual([]);
});

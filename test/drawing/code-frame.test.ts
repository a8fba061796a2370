import { describe, expect, test } from "vitest";
import { codeFrame, placeLine } from "../../src/drawing/code-frame.ts";
import { canvas } from "./samples.ts";

const wide = canvas(80);
const lines = (...source: string[]) => source.join("\n");

test("shows two lines before and after, the line marked and a caret under the column", () => {
  expect(
    codeFrame(lines("1", "2", "3", "const a = b;", "5", "6", "7"), { line: 4, column: 11 }, wide),
  ).toEqual(["  2 │ 2", "  3 │ 3", "> 4 │ const a = b;", "    │           ^", "  5 │ 5", "  6 │ 6"]);
});

test("shows fewer lines at the file's beginning and end", () => {
  expect(codeFrame("only\n", { line: 1, column: 1 }, wide)).toEqual(["> 1 │ only", "    │ ^"]);
});

test("shows only the line where that is enough", () => {
  expect(codeFrame("1\n2\n3", { line: 2, column: 1 }, wide, 0)).toEqual(["> 2 │ 2", "    │ ^"]);
});

describe("puts the caret under the character that is meant", () => {
  test.each([
    ["after tabs", "\tif (x) {\t// y", 2, "    │     ^"],
    ["after wide characters", "日本 x", 4, "    │      ^"],
    ["after a BOM", "\ufeffconst", 1, "    │ ^"],
    ["after control characters", "\u0007x", 2, "    │       ^"],
    ["behind the end of the line", "ab", 99, "    │   ^"],
  ])("%s", (_what, source, column, caret) => {
    expect(codeFrame(source, { line: 1, column }, wide)[1]).toBe(caret);
  });
});

test("counts lines as JavaScript does", () => {
  const source = "1\r\n2\r3\u20284\n5";
  expect(codeFrame(source, { line: 5, column: 1 }, wide, 0)[0]).toBe("> 5 │ 5");
});

test("cuts a long line around the column", () => {
  const source = `${"a".repeat(100)}HERE${"b".repeat(100)}`;
  const [line = "", caret = ""] = codeFrame(source, { line: 1, column: 101 }, canvas(40), 0);
  expect(line).toMatch(/^> 1 │ …a+HEREb+…$/);
  expect(caret.indexOf("^")).toBe(line.indexOf("HERE"));
});

test("shows the place in a file of ten megabytes in one line", () => {
  const [line = ""] = codeFrame(
    `${"x".repeat(5e6)}HERE${"x".repeat(5e6)}`,
    { line: 1, column: 5e6 + 1 },
    wide,
    0,
  );
  expect(line).toContain("HERE");
  expect(line.length).toBeLessThanOrEqual(80);
});

test("shows nothing where the file has no such line", () => {
  expect(codeFrame("one", { line: 2, column: 1 }, wide)).toEqual([]);
  expect(codeFrame("one", { line: 0, column: 1 }, wide)).toEqual([]);
});

test("names the place so that it can be copied", () => {
  expect(placeLine("steps/3-token.js", { line: 12, column: 3 }, wide)).toEqual(["steps/3-token.js:12:3"]);
});

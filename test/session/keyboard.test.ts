import { expect, test } from "vitest";
import { isUnfinished, keysIn } from "../../src/session/keyboard.ts";

test("knows characters, arrows of both kinds, and control keys", () => {
  expect(keysIn("n\r\u001b[A\u001bOB\u001b[6~ \u0003")).toEqual([
    "n",
    "enter",
    "up",
    "down",
    "pagedown",
    "space",
    "ctrl-c",
  ]);
});

test("tells a lone Esc from the beginning of a sequence", () => {
  expect(keysIn("\u001b")).toEqual(["escape"]);
  expect(isUnfinished("\u001b")).toBe(true);
  expect(isUnfinished("\u001b[")).toBe(true);
  expect(isUnfinished("\u001b[A")).toBe(false);
  expect(isUnfinished("n")).toBe(false);
});

test("takes neither pasted text nor unknown sequences for keys", () => {
  expect(keysIn("\u001b[200~quit\nq\u001b[201~c")).toEqual(["c"]);
  expect(keysIn("\u001b[1;5C\u0007é")).toEqual(["é"]);
});

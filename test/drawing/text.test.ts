import { describe, expect, test } from "vitest";
import {
  chop,
  columnsOf,
  expandTabs,
  fold,
  hang,
  printable,
  printableLine,
  shorten,
  spellOut,
  truncate,
  wrap,
} from "../../src/drawing/text.ts";

describe("printable", () => {
  test.each([
    ["a sequence that clears the screen", "\u001b[2J", "\\u001b[2J"],
    ["an 8-bit control sequence", "\u009b2J", "\\u009b2J"],
    ["a title", "\u001b]0;x\u0007", "\\u001b]0;x\\u0007"],
    ["backspace, delete and null", "\b\u007f\0", "\\u0008\\u007f\\u0000"],
    ["text turned round", "\u202etxt.exe\u2066", "\\u202etxt.exe\\u2066"],
    ["characters nobody sees", "a\u200bb\ufeff\u00ad", "a\\u200bb\\ufeff\\u00ad"],
    ["a joiner between letters", "a\u200db", "a\\u200db"],
    ["a tag", "\u{e0041}", "\\u{e0041}"],
    ["half of a character", "\ud83d", "\\ud83d"],
    ["a carriage return", "100%\r200%", "100%\\u000d200%"],
    ["other ends of a line", "a\u2028b\u2029", "a\\u2028b\\u2029"],
  ])("shows %s escaped", (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test("leaves line feeds, tabs, letters of every script and emoji as they are", () => {
    const text = "a\tb\nüß 日本語 عربى 👩‍💻 👍🏽 🏳️‍🌈";
    expect(printable(text)).toBe(text);
  });

  test("makes CRLF an LF", () => {
    expect(printable("a\r\nb")).toBe("a\nb");
  });

  test("makes one line of many where a line is wanted", () => {
    expect(printableLine("a\n\tb")).toBe("a b");
  });
});

test("prose is broken between words", () => {
  expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
});

test("a word that is too long is broken inside", () => {
  expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
});

test("a colour ends with its line and begins anew in the next", () => {
  expect(wrap("\u001b[36mone two\u001b[39m", 4)).toEqual([
    "\u001b[36mone\u001b[39m",
    "\u001b[36mtwo\u001b[39m",
  ]);
});

test("folding keeps the spaces that a line begins with", () => {
  expect(fold("    at x", 20)).toEqual(["    at x"]);
});

test("chopping breaks at the edge", () => {
  expect(chop("ab cdef", 4)).toEqual(["ab c", "def"]);
});

test("what hangs from a prefix stands below itself", () => {
  expect(hang("✓ ", "one two", 6)).toEqual(["✓ one", "  two"]);
});

test("wide characters count two columns and are not cut in half", () => {
  expect(truncate("日本語", 5, "…")).toBe("日本…");
  expect(truncate("日本語", 4, "…")).toBe("日…");
  expect(columnsOf("日本語", 1, 4)).toBe("本");
});

test("a cut says how much is missing", () => {
  expect(shorten("abcdef", 4, "…")).toBe("abcd… (2 more characters)");
  expect(shorten("abcd", 4, "…")).toBe("abcd");
  expect(shorten("a😀b", 2, "…")).toBe("a… (3 more characters)");
});

test("a tab reaches to the next stop", () => {
  expect(expandTabs("\ta\tb")).toBe("    a   b");
});

test("the tutor's own signs are spelt out in ASCII, foreign letters are not", () => {
  expect(spellOut("RFC 6749 §6 → “ü”…", { unicode: false })).toBe('RFC 6749 section 6 -> "ü"...');
  expect(spellOut("§6", { unicode: true })).toBe("§6");
});

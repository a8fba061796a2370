import { expect, test } from "vitest";
import { renderDiff } from "../../src/drawing/diff.ts";
import { canvas } from "./samples.ts";

const wide = canvas(80);

test("marks what goes and what comes, with lines around it", () => {
  expect(renderDiff("a\nb\nc\n", "a\nB\nc\n", wide)).toBe("  a\n- b\n+ B\n  c\n");
});

test("numbers lines as the file that they are in does", () => {
  expect(renderDiff("a\nb\nc\n", "a\nx\ny\nc\n", wide, { numbers: true })).toBe(
    "1   a\n2 - b\n2 + x\n3 + y\n4   c\n",
  );
});

test("leaves out what is far from any change", () => {
  const many = Array.from({ length: 30 }, (_, index) => String(index));
  const changed = many.map((line) => (line === "2" || line === "25" ? `${line}!` : line));
  const drawn = renderDiff(many.join("\n"), changed.join("\n"), wide, { around: 1 });
  expect(drawn).toBe("  1\n- 2\n+ 2!\n  3\n…\n  24\n- 25\n+ 25!\n  26\n");
});

test("takes no notice of CRLF, a BOM or the last line feed", () => {
  expect(renderDiff("\ufeffa\r\nb", "a\nb\n", wide)).toBe("");
});

test("gives up on texts that have nothing in common and are long", () => {
  const lines = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join("\n");
  expect(renderDiff(lines("a"), lines("b"), wide)).toBeNull();
});

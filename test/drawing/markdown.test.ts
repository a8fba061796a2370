import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { highlight } from "../../src/drawing/highlight.ts";
import { linked } from "../../src/drawing/link.ts";
import { renderMarkdown } from "../../src/drawing/markdown.ts";
import { picturesOf } from "../../src/drawing/pictures.ts";
import { canvas } from "./samples.ts";

const root = join(import.meta.dirname, "..", "..");
const texts = ["steps", "src/course"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

describe.each(texts)("%s", (file) => {
  const text = readFileSync(join(root, file), "utf8");

  test.each([40, 80, 120])("fits into %i columns", (width) => {
    const on = canvas(width);
    for (const line of renderMarkdown(text, on, picturesOf(on)).split("\n")) {
      expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    }
  });

  test("leaves no Markdown and no comment behind", () => {
    const on = canvas(80);
    expect(renderMarkdown(text, on, picturesOf(on))).not.toMatch(/\*\*|^#|<!--|```|\]\(/m);
  });

  test("is ASCII on an ASCII canvas", () => {
    const on = canvas(80, { unicode: false });
    expect(renderMarkdown(text, on, picturesOf(on))).toMatch(/^[\n -~]*$/);
  });
});

test("a picture stands where it is called for, another comment is not shown", () => {
  const drawn = renderMarkdown("a\n\n<!-- picture: x -->\n\n<!-- note -->\n\nb", canvas(40), {
    x: "THE PICTURE",
  });
  expect(drawn).toBe("a\n\nTHE PICTURE\n\nb\n");
});

test("short code is not broken at its spaces", () => {
  expect(renderMarkdown("some words before `{ a: 1 }`", canvas(24))).toBe("some words before\n`{ a: 1 }`\n");
});

test("a link's address stands behind its text where links cannot be hidden", () => {
  const plain = canvas(80);
  expect(linked("Express", "https://expressjs.com", plain)).toBe("Express (https://expressjs.com)");
  expect(linked("https://a.b", "https://a.b", plain)).toBe("https://a.b");
});

test("a link is hidden behind its text where the terminal can", () => {
  const drawn = linked("Express", "https://expressjs.com/a b", canvas(80, { links: true }));
  expect(drawn).toBe("\u001b]8;;https://expressjs.com/a%20b\u0007Express\u001b]8;;\u0007");
});

test("a link's address is encoded once, and is no way in for control characters", () => {
  const on = canvas(80, { links: true });
  expect(linked("x", "file:///a%23b", on)).toContain("]8;;file:///a%23b\u0007");
  expect(linked("x", "https://a.b/\u0007\u001b[2J", on)).toContain("]8;;https://a.b/%07%1B[2J\u0007");
  expect(linked("x", "res.json", on)).toBe("x (res.json)");
});

test("a standard that is named leads to its section", () => {
  const drawn = renderMarkdown("See RFC 6749 §10.4.", canvas(80, { links: true }));
  expect(drawn).toContain("https://www.rfc-editor.org/rfc/rfc6749#section-10.4\u0007RFC 6749 §10.4\u001b");
});

describe("highlighting", () => {
  test("changes nothing but colours", () => {
    const code = 'const a = `x\ny`; // "no"\n/* b */ return 1.5;';
    const colored = highlight(code, "js", { color: true });
    expect(colored).not.toBe(code);
    expect(stripVTControlCharacters(colored)).toBe(code);
  });

  test("leaves a language that it does not know as it is", () => {
    expect(highlight("return 1", "cobol", { color: true })).toBe("return 1");
  });

  test("does not take a word's part for a keyword", () => {
    expect(highlight("format newest $if", "js", { color: true })).toBe("format newest $if");
  });
});

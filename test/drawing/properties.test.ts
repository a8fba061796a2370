import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { bar, progressLine, scoreBars, table } from "../../src/drawing/bars.ts";
import type { Canvas } from "../../src/drawing/canvas.ts";
import { renderDiff } from "../../src/drawing/diff.ts";
import { drawTranscript } from "../../src/drawing/diagram.ts";
import { codeFrame } from "../../src/drawing/code-frame.ts";
import { renderMarkdown } from "../../src/drawing/markdown.ts";
import { picturesOf } from "../../src/drawing/pictures.ts";
import { breakCommand } from "../../src/drawing/curl-line.ts";
import { fold, printable, wrap } from "../../src/drawing/text.ts";
import { renderVerdict } from "../../src/drawing/verdict.ts";
import { canvas, files, hostile } from "./samples.ts";
import { fc } from "../property.ts";

/** What programs smuggle in, among letters of several widths, words and lines. */
const readable = fc.oneof(
  fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
  fc.constantFrom(
    ..."日本語|한국어|ｆｕｌｌ|é|e\u0301|👍🏽|👩‍💻|🇨🇭|→|…|\t|\r\n|\n|\r| |  ".split("|"),
    "\u001b[2J\u001b[31m",
    "\u001b]0;title\u0007",
    "\u001b]8;;http://x\u0007",
    "\u009b2J",
    "\u202e",
    "\u200b",
    "\u0000\u0008\u007f",
    "<!DOCTYPE html><pre>Error: x<br> at y</pre>",
    "`code`",
    "x".repeat(300),
  ),
);
const text = textOf(readable);
/** With any character at all; what some of them take in a terminal, no two programs agree on. */
const anything = textOf(fc.oneof(readable, fc.string({ unit: "binary", maxLength: 12 })));

function textOf(part: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.array(part, { maxLength: 12 }).map((parts) => parts.join(""));
}

const canvases: fc.Arbitrary<Canvas> = fc
  .record({
    width: fc.integer({ min: 20, max: 130 }),
    color: fc.boolean(),
    unicode: fc.boolean(),
    links: fc.boolean(),
  })
  .map((some) => canvas(some.width, some));

/** Without what the tutor itself sends: colours, and links that it opens and closes. */
function bare(screen: string): string {
  // oxlint-disable-next-line no-control-regex
  return screen.replaceAll(/\u001b\[\d+m|\u001b\]8;;[!-~]*\u0007/g, "");
}

/** The characters that a terminal obeys, or nobody sees. */
const obeyed = /(?![\n\u200d]|\p{Co})\p{C}|\u2028|\u2029/u;

function expectFit(screen: string, width: number): void {
  for (const line of bare(screen).split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
}

const screens: Readonly<Record<string, (text: string, canvas: Canvas) => string>> = {
  verdict: (some, on) => renderVerdict(hostile(some), { ...on, ...files, sourceOf: () => some }),
  diagram: (some, on) => drawTranscript(hostile(some).transcript, hostile(some).results, on),
  "code frame": (some, on) =>
    codeFrame(some, { line: 1, column: 1 + Math.floor(some.length / 2) }, on).join("\n"),
  diff: (some, on) => renderDiff(some, `${some.slice(3)}\nnew`, on, { numbers: true }) ?? "",
  markdown: (some, on) => renderMarkdown(some, on, picturesOf(on)),
  table: (some, on) =>
    table(
      [
        [some, "b"],
        ["a", some],
      ],
      on,
    ),
};

describe.each(Object.entries(screens))("%s", (_name, draw) => {
  test("fits the canvas, whatever it shows", () => {
    fc.assert(
      fc.property(text, canvases, (some, on) => {
        expectFit(draw(some, on), on.width);
      }),
    );
  });

  test("lets nothing through that a terminal would obey", () => {
    fc.assert(
      fc.property(anything, canvases, (some, on) => {
        expect(bare(draw(some, on))).not.toMatch(obeyed);
      }),
    );
  });

  test("is ASCII on an ASCII canvas, where the text is", () => {
    const ascii = fc.string({ unit: "grapheme-ascii", maxLength: 200 });
    fc.assert(
      fc.property(ascii, canvases, (some, on) => {
        expect(bare(draw(some, { ...on, unicode: false }))).toMatch(/^[\n -~]*$/);
      }),
    );
  });

  test("says the same with colours as without", () => {
    fc.assert(
      fc.property(anything, canvases, (some, on) => {
        const drawn = (color: boolean) => bare(draw(some, { ...on, color, links: false }));
        expect(drawn(true).replaceAll(/ +$/gm, "")).toBe(drawn(false).replaceAll(/ +$/gm, ""));
      }),
    );
  });
});

test("bars fit the canvas, whatever they count", () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(99), canvases, (some, other, on) => {
      expectFit(progressLine(`Step ${some} of ${other}`, some, other, on), on.width);
      expectFit(scoreBars([{ name: "medium", right: some, total: other }], on), on.width);
      expect(stringWidth(bare(bar(some, other, 10, on)))).toBe(10);
    }),
  );
});

test("breaking lines loses nothing but the spaces where a line is broken", () => {
  const squeezed = (some: string) => some.normalize().replaceAll(/\s/g, "");
  fc.assert(
    fc.property(anything, fc.integer({ min: 2, max: 100 }), (some, columns) => {
      const clean = printable(some).replaceAll("\t", " ");
      expect(squeezed(fold(clean, columns).join(""))).toBe(squeezed(clean));
      expect(squeezed(wrap(clean, columns).join(""))).toBe(squeezed(clean));
    }),
  );
});

test("a broken command is the same command to a shell", () => {
  const word = fc
    .string({ unit: "grapheme-ascii", maxLength: 60 })
    .map((some) => some.replaceAll(/[\\']/g, ""));
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 20, max: 100 }),
      (words, columns) => {
        const command = ["curl", ...words.map((some) => `-d '${some}'`)].join(" ");
        const lines = breakCommand(command, columns);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        expect(argumentsOf(lines.join("\n"))).toEqual(argumentsOf(command));
      },
    ),
  );
});

/** What a POSIX shell makes of a command of words, single quotes and backslashes before line feeds. */
function argumentsOf(command: string): string[] {
  const found: string[] = [];
  let current: string | null = null;
  for (const [token] of command.matchAll(/\\\n|'[^']*'|\s+|[^\s'\\]+/g)) {
    if (token === "\\\n") continue;
    if (/^\s/.test(token)) {
      if (current !== null) found.push(current);
      current = null;
    } else {
      current = (current ?? "") + token.replaceAll("'", "");
    }
  }
  return current === null ? found : [...found, current];
}

/** Draws the course's Markdown: lessons, hints, concepts. */

import { lexer, parser, Renderer } from "marked";
import type { Tokens } from "marked";
import type { Canvas } from "./canvas.ts";
import { highlight } from "./highlight.ts";
import { linked, linkedStandards } from "./link.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { expandTabs, hang, measureOf, printable, spellOut, widthOf, wrap } from "./text.ts";

/** A picture's lines by the name that `<!-- picture: name -->` calls it by. */
export type Pictures = Readonly<Record<string, string>>;

/** Draws blocks as lines that fit, each block followed by an empty line; spans as styled text that is wrapped later. */
class TerminalRenderer extends Renderer {
  readonly #canvas: Canvas;
  readonly #pictures: Pictures;
  /** What is left of the width inside lists and quotes. */
  #width: number;

  constructor(canvas: Canvas, pictures: Pictures) {
    super();
    this.#canvas = canvas;
    this.#pictures = pictures;
    this.#width = measureOf(canvas);
  }

  /** Draws with `columns` less room, for what the caller puts before each line. */
  #indented(columns: number, draw: () => string[]): string[] {
    this.#width -= columns;
    const lines = draw();
    this.#width += columns;
    return lines;
  }

  override space(): string {
    return "";
  }

  override heading({ tokens, depth }: Tokens.Heading): string {
    const { line } = glyphsOf(this.#canvas);
    const { bold } = paintOf(this.#canvas);
    const text = this.parser.parseInline(tokens);
    if (depth > 1) return block(hang(`${line}${line} `, text, this.#width).map((part) => bold(part)));
    const lines = wrap(text, this.#width);
    const rule = line.repeat(Math.max(...lines.map(widthOf)));
    return block([...lines, rule].map((part) => bold(part)));
  }

  override paragraph({ tokens }: Tokens.Paragraph): string {
    return block(wrap(this.parser.parseInline(tokens), this.#width));
  }

  override blockquote({ tokens }: Tokens.Blockquote): string {
    const { bar } = glyphsOf(this.#canvas);
    const lines = this.#indented(2, () => this.parser.parse(tokens).trimEnd().split("\n"));
    return block(lines.map((line) => `${bar} ${line}`.trimEnd()));
  }

  override hr(): string {
    return block([glyphsOf(this.#canvas).line.repeat(Math.max(1, this.#width))]);
  }

  override code({ text, lang }: Tokens.Code): string {
    return block(codeBlock(text, lang ?? "", { ...this.#canvas, width: this.#width }));
  }

  override list({ items, ordered, start, loose }: Tokens.List): string {
    const { bullet } = glyphsOf(this.#canvas);
    const first = start === "" ? 1 : start;
    const drawn = items.map((item, index) => {
      const mark = ordered ? `${first + index}. ` : `${bullet} `;
      const indent = " ".repeat(widthOf(mark));
      const lines = this.#indented(indent.length, () => this.#item(item));
      return lines.map((line, at) => ((at === 0 ? mark : indent) + line).trimEnd()).join("\n");
    });
    return block(drawn.join(loose ? "\n\n" : "\n").split("\n"));
  }

  #item({ tokens }: Tokens.ListItem): string[] {
    return tokens.flatMap((token) => {
      const drawn = this.parser.parse([token]);
      // The text of a tight list comes as spans, everything else as a block.
      return token.type === "text" ? wrap(drawn, this.#width) : drawn.trimEnd().split("\n");
    });
  }

  override html({ text, block: alone }: Tokens.HTML | Tokens.Tag): string {
    const comment = /^\s*<!--\s*(.*?)\s*-->\s*$/s.exec(text);
    if (!comment) return alone ? block(wrap(printable(text), this.#width)) : printable(text);
    const picture = this.#pictures[/^picture:\s*(\S+)$/.exec(comment[1] ?? "")?.[1] ?? ""];
    return picture === undefined ? "" : block(picture.split("\n"));
  }

  override strong({ tokens }: Tokens.Strong): string {
    return paintOf(this.#canvas).bold(this.parser.parseInline(tokens));
  }

  /** The asterisks stay, because without bold nothing else shows what is stressed. */
  override em({ tokens }: Tokens.Em): string {
    return paintOf(this.#canvas).bold(`*${this.parser.parseInline(tokens)}*`);
  }

  override del({ tokens }: Tokens.Del): string {
    return `~${this.parser.parseInline(tokens)}~`;
  }

  /** The backticks stay, because colour alone does not show what is code. */
  override codespan({ text }: Tokens.Codespan): string {
    const code = `\`${printable(text)}\``;
    return paintOf(this.#canvas).cyan(code.length > LONGEST_UNBROKEN ? code : unbroken(code));
  }

  override br(): string {
    return "\n";
  }

  override link({ href, tokens }: Tokens.Link): string {
    return linked(this.parser.parseInline(tokens), href, this.#canvas);
  }

  override image({ text, href }: Tokens.Image): string {
    return linked(printable(text), href, this.#canvas);
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens);
    const text = printable(token.text).replaceAll(/\s+/g, " ");
    const linkedText = linkedStandards(text.replaceAll(/RFC \d+ §/g, unbroken), this.#canvas);
    return spellOut(linkedText, this.#canvas);
  }
}

/** Stands for a space at which no line may be broken. It is replaced when all lines are broken. */
const NO_BREAK = "\u00a0";
/** Longer code is broken like prose. */
const LONGEST_UNBROKEN = 28;

function unbroken(text: string): string {
  return text.replaceAll(" ", NO_BREAK);
}

function block(lines: readonly string[]): string {
  return `${lines.join("\n")}\n\n`;
}

/**
 * Code as it is shown: indented by two, coloured, with long lines folded.
 *
 * @param language as after the fence: js, ts, json, http; others get no colour
 */
export function codeBlock(code: string, language: string, canvas: Canvas): string[] {
  const columns = canvas.width - 2;
  // Breaking lines composes characters (NFC), so they are composed first: then the lengths agree.
  const folded = printable(code)
    .normalize()
    .split("\n")
    .flatMap((line) => foldedCode(expandTabs(line), columns));
  return highlight(folded.join("\n"), language, canvas)
    .split("\n")
    .map((line) => `  ${line}`.trimEnd());
}

/** A line of code. What does not fit goes on below, indented further. */
function foldedCode(line: string, columns: number): string[] {
  if (widthOf(line) <= columns) return [line];
  const depth = Math.min(/^ */.exec(line)?.[0].length ?? 0, Math.floor(columns / 3));
  const first = wrap(line.trimStart(), columns - depth)[0] ?? "";
  const rest = line.trimStart().slice(first.length).trimStart();
  const below = rest === "" ? [] : wrap(rest, columns - depth - 4);
  return [" ".repeat(depth) + first, ...below.map((part) => " ".repeat(depth + 4) + part)];
}

/**
 * Draws Markdown; no line is wider than the canvas.
 *
 * @param pictures what stands for `<!-- picture: name -->`
 */
export function renderMarkdown(markdown: string, canvas: Canvas, pictures: Pictures = {}): string {
  const drawn = parser(lexer(markdown), { renderer: new TerminalRenderer(canvas, pictures) });
  return `${drawn
    .replaceAll(NO_BREAK, " ")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

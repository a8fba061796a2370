/** Measures, breaks and cuts text by its columns, and makes foreign text safe to show. */

import fastStringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

// Not string-width and wrap-ansi: on Node 20 their regular expressions cost 50 ms of start-up, these 3.

const ascii = /^[ -~]*$/;

/**
 * How many columns a line takes; escape sequences take none. A tab must have been expanded before. A few scripts
 * that are in hardly any font (Yi, Nüshu) count as narrow.
 */
export function widthOf(line: string): number {
  return ascii.test(line) ? line.length : fastStringWidth(line);
}

type Options = Parameters<typeof wrapAnsi>[2];

function broken(text: string, columns: number, options: Options): string[] {
  const expanded = text.includes("\t")
    ? text
        .split("\n")
        .map((line) => expandTabs(line))
        .join("\n")
    : text;
  return wrapAnsi(expanded, Math.max(1, columns), options).split("\n");
}

/** Breaks prose between words, and words that are too long inside. Styles and links go on after a break. */
export function wrap(text: string, columns: number): string[] {
  return broken(text, columns, { hard: true });
}

/** Breaks lines that are too long, between words if possible. No space is lost. */
export function fold(text: string, columns: number): string[] {
  return broken(text, columns, { hard: true, trim: false });
}

/** Breaks lines that are too long exactly at the edge. For what learners copy, such as paths. */
export function chop(text: string, columns: number): string[] {
  return broken(text, columns, { hard: true, trim: false, wordWrap: false });
}

/** Wraps prose after a prefix. The prefix stands before the first line, and the other lines are indented as far. */
export function hang(prefix: string, text: string, columns: number): string[] {
  const indent = " ".repeat(widthOf(prefix));
  return wrap(text, columns - indent.length).map((line, index) => (index === 0 ? prefix : indent) + line);
}

/** Fills a line with spaces. A wider line stays as it is. */
export function pad(line: string, columns: number): string {
  return line + " ".repeat(Math.max(0, columns - widthOf(line)));
}

let segmenter: Intl.Segmenter | null = null;

/**
 * The parts of a line that are seen as one character. The segmenter takes 10 ms to make, so it is made only when
 * needed.
 */
function graphemesOf(line: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(line), ({ segment }) => segment);
}

/** A part of a plain line (no escape sequences), between two columns counted from 0. No character is cut in half. */
export function columnsOf(line: string, from: number, to: number): string {
  if (ascii.test(line)) return line.slice(Math.max(0, from), Math.max(0, to));
  let at = 0;
  let part = "";
  for (const grapheme of graphemesOf(line)) {
    const next = at + widthOf(grapheme);
    if (next > to) break;
    if (at >= from) part += grapheme;
    at = next;
  }
  return part;
}

/** The beginning of a plain line (no escape sequences) that fits into so many columns. */
function headOf(line: string, columns: number): string {
  return columnsOf(line, 0, columns);
}

/** Cuts a plain line (no escape sequences) to so many columns; `more` shows that something is missing. */
export function truncate(line: string, columns: number, more: string): string {
  if (widthOf(line) <= columns) return line;
  return headOf(line, Math.max(0, columns - widthOf(more))) + headOf(more, columns);
}

/** Cuts a long plain text to so many UTF-16 units and says how many were left out. */
export function shorten(text: string, most: number, more: string): string {
  if (text.length <= most) return text;
  // Never half of a character that takes two units.
  const head = text.slice(0, Math.max(0, most)).replace(/[\ud800-\udbff]$/, "");
  return `${head}${more} (${text.length - head.length} more characters)`;
}

/** Replaces tabs by spaces up to the next stop. */
export function expandTabs(line: string, stop = 4): string {
  if (!line.includes("\t")) return line;
  let expanded = "";
  for (const part of line.split(/(\t)/)) {
    expanded += part === "\t" ? " ".repeat(stop - (widthOf(expanded) % stop)) : part;
  }
  return expanded;
}

/**
 * What a terminal obeys instead of showing, and what cannot be seen: control characters but line feed and tab, the
 * 8-bit ones too (ECMA-48 §5.3), what changes the direction of writing (UAX #9 §2), invisible and format
 * characters, and halves of a character. A joiner inside an emoji is part of what is seen.
 */
const unsafe =
  /(?![\n\t]|\p{Co}|\u200d)\p{C}|(?<!\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d|\u2028|\u2029|\u034f|\u115f|\u1160|\u3164|\uffa0/gu;

function escaped(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const digits = point.toString(16);
  return point > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}

/**
 * Makes foreign text safe to show, such as a learner's output, an answer, or a file's name: characters that a terminal
 * would obey, or that cannot be seen, are shown as \u001b. Line feeds and tabs stay; CRLF becomes LF.
 */
export function printable(text: string): string {
  const lines = text.replaceAll("\r\n", "\n");
  return /^[\n\t -~]*$/.test(lines) ? lines : lines.replace(unsafe, escaped);
}

/** Foreign text as one line: line feeds and tabs are shown as a space. */
export function printableLine(text: string): string {
  return printable(text).replaceAll(/[\n\t]+/g, " ");
}

const spelled: Readonly<Record<string, string>> = {
  "§": "section ",
  "…": "...",
  "→": "->",
  "←": "<-",
  "×": "x",
  "–": "-",
  "—": "-",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
};

/** The tutor's own text without the few characters outside ASCII that it uses. Foreign text stays. */
export function spellOut(text: string, { unicode }: { unicode: boolean }): string {
  return unicode ? text : text.replace(/[§…→←×–—‘’“”]/g, (character) => spelled[character] ?? character);
}

/** The widest that prose gets: longer lines are hard to follow with the eye. */
const MEASURE = 92;

/** The columns that prose takes on a canvas. */
export function measureOf({ width }: { width: number }): number {
  return Math.min(width, MEASURE);
}

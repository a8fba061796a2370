/** The code frame: a few lines of a learner's file, with a mark at the place in question. */

import type { Place } from "../check/transcript.ts";
import type { Canvas } from "./canvas.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { chop, columnsOf, expandTabs, printable, printableLine, widthOf } from "./text.ts";

/** What ends a line in JavaScript (ECMA-262 §12.3), so that lines are counted as Node counts them. */
const lineEnd = /\r\n|[\n\r\u2028\u2029]/;
/**
 * How many characters of a line are read on each side of the column, because the lines of minified files are very long.
 */
const REACH = 1000;

/** `steps/3-token.js:12:3`, the form that terminals and editors open; folded where it is too long. */
export function placeLine(name: string, { line, column }: Pick<Place, "line" | "column">, canvas: Canvas) {
  const paint = paintOf(canvas);
  return chop(`${printableLine(name)}:${line}:${column}`, canvas.width).map((part) => paint.cyan(part));
}

/** A part of a source line as it is shown: nothing in it moves the cursor. */
function shown(source: string): string {
  return expandTabs(printable(source).replaceAll("\n", " "));
}

/** The part of a shown line between two columns, with a mark where something was cut off. */
function view(line: string, from: number, columns: number, more: string): string {
  const cutLeft = from > 0 && line !== "";
  const cutRight = widthOf(line) > from + columns;
  const mark = widthOf(more);
  const part = columnsOf(line, from + (cutLeft ? mark : 0), from + columns - (cutRight ? mark : 0));
  return `${cutLeft ? more : ""}${part}${cutRight ? more : ""}`;
}

/**
 * The lines around a place. Its own line is marked with `>`, and a caret stands under the column.
 *
 * @param text the file as written, with its BOM, CRLF and tabs
 * @param place line and column, counted from 1
 * @param around how many lines before and after are shown
 * @returns lines that fit the canvas; none where the file has no such line, because it was changed meanwhile
 */
export function codeFrame(
  text: string,
  place: Pick<Place, "line" | "column">,
  canvas: Canvas,
  around = 2,
): string[] {
  const paint = paintOf(canvas);
  const { bar, pointer, more } = glyphsOf(canvas);
  const lines = text.replace(/^\ufeff/, "").split(lineEnd);
  if (lines.at(-1) === "" && lines.length > place.line) lines.pop();
  const meant = lines[place.line - 1];
  if (meant === undefined) return [];
  const first = Math.max(1, place.line - around);
  const last = Math.min(lines.length, place.line + around);
  const digits = String(last).length;
  const room = Math.max(8, canvas.width - digits - 5);

  const column = Math.min(Math.max(1, place.column), meant.length + 1) - 1;
  const skipped = Math.max(0, column - REACH);
  const whole = widthOf(shown(meant.slice(skipped, skipped + 2 * REACH)));
  // A column in the middle of a character would count more than is shown.
  const caret = Math.min(widthOf(shown(meant.slice(skipped, column))), whole);
  // In a line that does not fit, the place stands at two thirds: what comes before it says more than what follows.
  const wanted = Math.min(caret - Math.floor((room * 2) / 3), whole + 1 - room);
  const from = caret < room - widthOf(more) ? 0 : Math.max(0, wanted);

  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = shown((lines[number - 1] ?? "").slice(skipped, skipped + 2 * REACH));
    const code = view(line, from, room, more);
    const gutter = `${String(number).padStart(digits)} ${bar} `;
    if (number !== place.line) {
      frame.push(`${paint.dim(`  ${gutter}`)}${code}`.trimEnd());
      continue;
    }
    frame.push(`${paint.red(pointer)} ${paint.dim(gutter)}${paint.bold(code)}`.trimEnd());
    const under = `${" ".repeat(digits + 2)} ${bar} `;
    frame.push(`${paint.dim(under)}${" ".repeat(caret - from)}${paint.red("^")}`);
  }
  return frame;
}

/** The difference of two texts, line by line. */

import { structuredPatch } from "diff";
import type { Canvas } from "./canvas.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { expandTabs, fold, printable } from "./text.ts";

export interface DiffOptions {
  /** How many unchanged lines stand around a change. */
  around?: number;
  /** Whether lines carry their number: that in `after`, or in `before` for those that are only there. */
  numbers?: boolean;
}

/** Texts with more changed lines than this are not compared, because it would take too long. */
const MOST_CHANGES = 5000;

/** A text as lines of the same kind, whatever system it was written on. */
function plain(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .replace(/\n*$/, "\n");
}

/**
 * What to remove from `before` (`-`) and to add (`+`) to get `after`.
 *
 * @returns lines that fit the canvas, with a line feed at the end; "" where both are the same; null where they differ
 *   too much to be compared
 */
export function renderDiff(
  before: string,
  after: string,
  canvas: Canvas,
  { around = 3, numbers = false }: DiffOptions = {},
): string | null {
  const [old, fresh] = [plain(before), plain(after)];
  const patch = structuredPatch("", "", old, fresh, "", "", { context: around, maxEditLength: MOST_CHANGES });
  if (!patch) return null;
  const most = Math.max(
    ...patch.hunks.map(({ oldStart, oldLines, newStart, newLines }) =>
      Math.max(oldStart + oldLines, newStart + newLines),
    ),
  );
  const digits = numbers && patch.hunks.length > 0 ? String(most).length : 0;
  const { dim } = paintOf(canvas);
  const gap = dim(glyphsOf(canvas).more);
  const parts = patch.hunks.map(({ lines, oldStart, newStart }) => {
    let [inOld, inNew] = [oldStart, newStart];
    return lines.flatMap((line) => {
      const mark = line.charAt(0);
      // "\ No newline at end of file" is dropped, because `plain` gives every text one.
      if (mark === "\\") return [];
      const number = mark === "-" ? inOld : inNew;
      if (mark !== "+") inOld++;
      if (mark !== "-") inNew++;
      return drawn(mark, line.slice(1), digits > 0 ? `${String(number).padStart(digits)} ` : "", canvas);
    });
  });
  return parts.map((lines, index) => [...(index > 0 ? [gap] : []), ...lines, ""].join("\n")).join("");
}

function drawn(mark: string, text: string, number: string, canvas: Canvas): string[] {
  const { red, green, dim } = paintOf(canvas);
  const paint = mark === "-" ? red : mark === "+" ? green : (part: string) => part;
  const parts = fold(expandTabs(printable(text)), canvas.width - number.length - 2);
  return parts.map((part, index) => {
    const begin = index === 0 ? number : " ".repeat(number.length);
    return `${dim(begin)}${paint(`${mark} ${part}`.trimEnd())}`.trimEnd();
  });
}

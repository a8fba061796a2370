/** Expected beside received: side by side where there is room, else one below the other. */

import type { Canvas } from "./canvas.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { fold, pad, printable, shorten, widthOf } from "./text.ts";

/** With less room than this, two columns of text are too narrow to read. */
const ROOM_FOR_TWO = 56;
const GAP = 4;
/** Longer answers are cut, in characters. */
const MOST = 400;

/** Two plain texts (they may be foreign), each under a heading, as lines that fit the canvas. */
export function beside(expected: string, received: string, canvas: Canvas): string[] {
  const { more } = glyphsOf(canvas);
  const { bold } = paintOf(canvas);
  const texts = { expected, received };
  const shown = (name: keyof typeof texts) => shorten(printable(texts[name]), MOST, more);
  if (canvas.width < ROOM_FOR_TWO) {
    const label = (name: keyof typeof texts) => [
      bold(name),
      ...fold(shown(name), canvas.width - 2).map((line) => `  ${line}`.trimEnd()),
    ];
    return [...label("expected"), ...label("received")];
  }
  const half = Math.floor((canvas.width - GAP) / 2);
  const left = fold(shown("expected"), half);
  const columns = Math.max(widthOf("expected"), ...left.map(widthOf)) + GAP;
  const right = fold(shown("received"), canvas.width - columns);
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    `${pad(left[index] ?? "", columns)}${right[index] ?? ""}`.trimEnd(),
  );
  return [`${bold(pad("expected", columns))}${bold("received")}`, ...rows];
}

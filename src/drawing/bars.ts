/** Bars and tables: how far the learner is, how a quiz went. */

import type { Canvas } from "./canvas.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { pad, printableLine, spellOut, truncate, widthOf } from "./text.ts";

/** A bar of so many columns, `done` of `total` of it filled. */
export function bar(done: number, total: number, columns: number, canvas: Canvas): string {
  const { full, empty } = glyphsOf(canvas);
  const { green, dim } = paintOf(canvas);
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const filled = Math.round(share * Math.max(0, columns));
  return green(full.repeat(filled)) + dim(empty.repeat(Math.max(0, columns - filled)));
}

/** The columns of a bar; narrower where the canvas is. */
const BAR = 20;

/** Where the learner is, such as "Step 1 of 4", with a bar of the steps that are passed. */
export function progressLine(words: string, passed: number, total: number, canvas: Canvas): string {
  const count = `${passed} passed`;
  const room = canvas.width - widthOf(words) - widthOf(count) - 4;
  const line = paintOf(canvas).bold(words);
  if (room < -2) return truncate(words, canvas.width, glyphsOf(canvas).more);
  return room < total
    ? `${line}  ${count}`
    : `${line}  ${bar(passed, total, Math.min(BAR, room), canvas)}  ${count}`;
}

/** A line of a score. */
export interface Share {
  name: string;
  right: number;
  total: number;
}

/** A bar for each share, such as the difficulties of a quiz. A share of nothing gets no bar. */
export function scoreBars(shares: readonly Share[], canvas: Canvas): string {
  const asked = shares.filter(({ total }) => total > 0);
  const names = Math.max(0, ...asked.map(({ name }) => widthOf(name)));
  const counts = asked.map(({ right, total }) => `${right} of ${total}`);
  const room = Math.min(BAR, canvas.width - names - 4 - Math.max(0, ...counts.map(widthOf)));
  return asked
    .map(({ name, right, total }, index) =>
      [pad(name, names), ...(room > 3 ? [bar(right, total, room, canvas)] : []), counts[index]].join("  "),
    )
    .join("\n");
}

/**
 * Rows in columns that are as wide as they have to be. The last column is cut at the canvas's edge. Texts may be
 * foreign.
 */
export function table(rows: readonly (readonly string[])[], canvas: Canvas): string {
  const { more } = glyphsOf(canvas);
  const cells = rows.map((row) => row.map((cell) => spellOut(printableLine(cell), canvas)));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...cells.map((row) => widthOf(row[column] ?? ""))),
  );
  return cells
    .map((row) =>
      row.map((cell, column) => (column < row.length - 1 ? pad(cell, widths[column] ?? 0) : cell)).join("  "),
    )
    .map((line) => truncate(line, canvas.width, more).trimEnd())
    .join("\n");
}

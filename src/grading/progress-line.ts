/** The line that tells how far a run is: a bar, the time left, and what came of it so far. */

import { bar } from "../drawing/bars.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { glyphsOf, paintOf } from "../drawing/style.ts";
import { printableLine, truncate } from "../drawing/text.ts";
import { studentOf } from "./row.ts";
import type { Row } from "./row.ts";

const MOST_BAR = 30;
const LEAST_BAR = 8;

export interface Progress {
  done: number;
  total: number;
  /** Since the run began, in ms. */
  elapsed: number;
}

/** "1 h 5 min", "3 min", "20 s": a time (ms) that need not be exact. */
function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The bar as one line that fits the canvas. */
export function progressLine({ done, total, elapsed }: Progress, canvas: Canvas): string {
  const left = done === 0 ? "" : `, ${inWords((elapsed / done) * (total - done))} left`;
  const words = `${done} of ${total}${left}`;
  const room = Math.min(MOST_BAR, canvas.width - words.length - 3);
  return room < LEAST_BAR
    ? truncate(words, canvas.width - 1, "")
    : `${bar(done, total, room, canvas)}  ${words}`;
}

/** A row as one line: who, which step, what came of it. */
export function rowLine(row: Row, canvas: Canvas): string {
  const { holds, fails, advice, more } = glyphsOf(canvas);
  const { green, red, yellow } = paintOf(canvas);
  const mark = row.status !== "graded" ? yellow(advice) : row.passed ? green(holds) : red(fails);
  const what = row.status === "graded" ? (row.cause ?? "passed") : `${row.status}: ${row.why ?? ""}`;
  const step = row.step === null ? "" : `  step ${row.step}`;
  const text = printableLine(`${studentOf(row)}${step}  ${what}`);
  return `${mark} ${truncate(text, canvas.width - 4, more)}`;
}

/** A page that may be longer than the screen: the part of it that is shown, and how keys move it. Pure. */

import type { Canvas } from "./canvas.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { truncate, wrap } from "./text.ts";

/** The size of a screen in characters. */
export interface Size {
  columns: number;
  rows: number;
}

/** What is shown of a page, in lines. */
export interface View {
  /** How many lines are above the screen. */
  top: number;
  /** How many lines there is room for. */
  rows: number;
  length: number;
}

/** A key and what it does, to be shown. */
export interface KeyHint {
  key: string;
  label: string;
}

export interface Page {
  /** Stays on the screen. It says where the learner is. */
  head: string;
  lines: readonly string[];
  /** Stay on the screen. */
  keys: readonly KeyHint[];
  /** How many of the last lines stay on the screen, if that leaves enough room for the others; 0 unless set. */
  last?: number;
}

/** How many other lines a screen shows at least when lines are pinned below them. */
export const LEAST = 5;
/** With fewer rows than this, there are no empty lines. */
const ROOMY = 16;

/**
 * The part of a page that is on the screen.
 *
 * @param top how many lines of it should be above the screen
 * @returns lines that fit, at most as many as there are rows; the last one leaves a column for the cursor. `pinned`:
 *   whether the last lines of the page stay below the view
 */
export function drawPage(
  { head, lines: all, keys, last = 0 }: Page,
  top: number,
  canvas: Canvas,
  rows: number,
): { lines: string[]; view: View; pinned: boolean } {
  const { bold } = paintOf(canvas);
  const { more } = glyphsOf(canvas);
  const gap = rows >= ROOMY ? [""] : [];
  const begin = [bold(truncate(head, canvas.width, more)), ...gap];
  // On the smallest screen there is still a line of the page, one for its place and one for keys.
  const end = drawKeys(keys, canvas).slice(0, Math.max(1, rows - 3));
  const room = rows - begin.length - end.length - gap.length;
  const pinned = last > 0 && all.length > room && last + LEAST < room;
  const rest = pinned ? room - last : room;
  // The empty line between them is replaced by a rule.
  const lines = pinned ? all.slice(0, -last - 1) : all;
  const below = pinned ? all.slice(-last) : [];
  const fits = lines.length <= rest;
  // Where not all fits, a line says so.
  const view = viewAt(top, Math.max(1, fits ? rest : rest - 1 + gap.length), lines.length);
  const shown = lines.slice(view.top, view.top + view.rows);
  const drawn = [...begin, ...shown, ...(fits ? gap : [drawPlace(view, canvas)]), ...below, ...end];
  return { lines: drawn.slice(-rows), view, pinned };
}

function viewAt(top: number, rows: number, length: number): View {
  return { top: Math.max(0, Math.min(top, length - rows)), rows, length };
}

/** Which lines are shown of how many, and the keys that show the others. */
export function drawPlace({ top, rows, length }: View, canvas: Canvas): string {
  const { line } = glyphsOf(canvas);
  const bottom = top + rows;
  const way = bottom >= length ? "Up: back" : top === 0 ? "Space: more" : "Space, Up";
  const text = `${line}${line} ${top + 1}-${bottom} of ${length} ${line} ${way} `;
  const ruled = text + line.repeat(Math.max(0, canvas.width - text.length));
  return paintOf(canvas).dim(ruled.slice(0, canvas.width));
}

/** Keys with what they do, in as many lines as they take. */
export function drawKeys(keys: readonly KeyHint[], canvas: Canvas): string[] {
  const { bold, cyan } = paintOf(canvas);
  const items = keys.map(({ key, label }) => `${canvas.color ? bold(cyan(key)) : `[${key}]`} ${label}`);
  // A key and its label stay on one line.
  const unbroken = items.map((item) => item.replaceAll(" ", "\u00a0"));
  return wrap(unbroken.join("  "), canvas.width - 1).map((line) => line.replaceAll("\u00a0", " "));
}

/**
 * Where a key that moves the page leads.
 *
 * @param key a name of Node's readline: "space", "pagedown", …
 * @returns how many lines are above the screen then; null for any other key
 */
export function moved(view: View, key: string): number | null {
  const page = Math.max(1, view.rows - 1);
  const steps: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    pageup: -page,
    pagedown: page,
    space: page,
    home: -view.length,
    end: view.length,
  };
  const step = steps[key];
  return step === undefined ? null : viewAt(view.top + step, view.rows, view.length).top;
}

/** Colours and marks. Only base colours, bold and dim, because these can be read on light and on dark backgrounds. */

import { Chalk } from "chalk";
import type { ChalkInstance } from "chalk";
import type { Canvas } from "./canvas.ts";

const colored = new Chalk({ level: 1 });
const bare = new Chalk({ level: 0 });

/** What paints on this canvas; does nothing where there is no colour. */
export function paintOf({ color }: Pick<Canvas, "color">): ChalkInstance {
  return color ? colored : bare;
}

const UNICODE = {
  holds: "✓",
  fails: "✗",
  advice: "○",
  bullet: "•",
  more: "…",
  todo: "→",
  pointer: ">",
  bar: "│",
  line: "─",
  dash: "╌",
  fromClient: "├",
  toServer: "▶",
  toClient: "◀",
  fromServer: "┤",
  tick: "┬",
  full: "█",
  half: "▒",
  empty: "░",
} as const;

/** One name of each mark and line that is drawn. */
export type Glyphs = Readonly<Record<keyof typeof UNICODE, string>>;

const ASCII: Glyphs = {
  holds: "ok",
  fails: "x",
  advice: "*",
  bullet: "-",
  more: "...",
  todo: "->",
  pointer: ">",
  bar: "|",
  line: "-",
  dash: ".",
  fromClient: "|",
  toServer: ">",
  toClient: "<",
  fromServer: "|",
  tick: "+",
  full: "#",
  half: "=",
  empty: ".",
};

/** The marks and lines of this canvas. */
export function glyphsOf({ unicode }: Pick<Canvas, "unicode">): Glyphs {
  return unicode ? UNICODE : ASCII;
}

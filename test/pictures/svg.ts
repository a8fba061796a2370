/** Draws a screen of the terminal as an SVG that needs no font and no script: each run of one style is a text of a fixed width. */

import { stripVTControlCharacters } from "node:util";
import { widthOf } from "../../src/drawing/text.ts";

/** How a run of characters looks. */
interface Style {
  color: string;
  bold: boolean;
  dim: boolean;
  underline: boolean;
}

interface Run extends Style {
  text: string;
  /** Columns before it. */
  column: number;
}

/** In pixels. */
const CELL = { width: 8.4, height: 18, font: 14 };
const MARGIN = 16;

const PLAIN: Style = { color: "#d8dee9", bold: false, dim: false, underline: false };
const BACKGROUND = "#1e2430";
/** The colours of ECMA-48, 8.3.117, by their number. */
const COLORS: Readonly<Record<number, string>> = {
  30: "#5c6773",
  31: "#ff7b85",
  32: "#8fd18a",
  33: "#f2cc8c",
  34: "#82aaff",
  35: "#d8a6f0",
  36: "#7fd5d5",
  37: "#e5e9f0",
  39: PLAIN.color,
  90: "#8a94a6",
};

/** The style after a code of ECMA-48, 8.3.117. Throws at one that the program is not known to use. */
function styled(style: Style, code: number): Style {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 4) return { ...style, underline: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 24) return { ...style, underline: false };
  const color = COLORS[code];
  if (color === undefined) throw new Error(`no picture of the style ${code}`);
  return { ...style, color };
}

/** The runs of a line, without the spaces around them: browsers draw several spaces as one. */
function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let style = PLAIN;
  let column = 0;
  // Codes and texts in turn.
  for (const [at, part] of line.split(/\u001b\[([\d;]*)m/).entries()) {
    if (at % 2 === 1) {
      style = part.split(";").map(Number).reduce(styled, style);
      continue;
    }
    for (const { 0: text, index } of part.matchAll(/\S+(?: \S+)*/g))
      runs.push({ ...style, text, column: column + widthOf(part.slice(0, index)) });
    column += widthOf(part);
  }
  return runs;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** To tenths of a pixel. */
function px(length: number): string {
  return String(Math.round(length * 10) / 10);
}

function drawRun({ text, column, color, bold, dim, underline }: Run, row: number): string {
  const attributes = [
    `x="${px(MARGIN + column * CELL.width)}"`,
    `y="${px(MARGIN + (row + 0.75) * CELL.height)}"`,
    // Whatever font there is, the columns stand below each other.
    `textLength="${px(widthOf(text) * CELL.width)}"`,
    color === PLAIN.color ? "" : `fill="${color}"`,
    bold ? 'font-weight="bold"' : "",
    dim ? 'opacity="0.65"' : "",
    underline ? 'text-decoration="underline"' : "",
  ];
  return `<text ${attributes.filter(Boolean).join(" ")}>${escaped(text)}</text>`;
}

/**
 * A screen as an SVG.
 *
 * @param title what it shows, for those who do not see it
 * @param lines with the escape sequences of colours; no other
 * @param columns of the terminal
 */
export function drawSvg(title: string, lines: readonly string[], columns: number): string {
  const width = px(2 * MARGIN + columns * CELL.width);
  const height = px(2 * MARGIN + lines.length * CELL.height);
  const whole = lines.map((line) => stripVTControlCharacters(line).trimEnd()).join("\n");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(whole)}</desc>`,
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g fill="${PLAIN.color}" font-size="${CELL.font}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace">`,
    ...lines.flatMap((line, row) => runsOf(line).map((run) => drawRun(run, row))),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

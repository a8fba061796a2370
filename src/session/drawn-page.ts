/** A page of the session as it is drawn, and what stands on several pages. Pure. */

import type { Canvas } from "../drawing/canvas.ts";
import { prose } from "../drawing/diagnosis.ts";
import { renderMarkdown } from "../drawing/markdown.ts";
import { picturesOf } from "../drawing/pictures.ts";
import { paintOf } from "../drawing/style.ts";

export interface Drawn {
  lines: string[];
  /** The line that has to be in sight; null: whichever the learner scrolled to. */
  focus: number | null;
  /** How many of the last lines stay on the screen, however many are above them; an empty line parts them. */
  pinned: number;
}

/** A text of the course, with its pictures drawn. */
export function markdown(source: string, canvas: Canvas): string[] {
  return renderMarkdown(source, canvas, picturesOf(canvas)).trimEnd().split("\n");
}

/** A bold line over what follows. */
export function heading(title: string, canvas: Canvas): string[] {
  return prose(title, canvas).map((line) => paintOf(canvas).bold(line));
}

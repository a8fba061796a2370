/** A diagnosis or a piece of advice as text: what happened, where, why, what to do. */

import type { NameFile } from "../base/file-names.ts";
import type { Diagnosis } from "../check/diagnosis/mistake.ts";
import type { Canvas } from "./canvas.ts";
import { codeFrame, placeLine } from "./code-frame.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { hang, measureOf, printable, spellOut } from "./text.ts";

/** How the learner's files are named and read. */
export interface Files {
  nameFile: NameFile;
  /** The text of a file (absolute) as it was checked; null where it cannot be read. */
  sourceOf(file: string): string | null;
}

/**
 * Prose of the tutor, which may quote a learner's: wrapped, `code` in colour.
 *
 * @param prefix see `hang`
 */
export function prose(text: string, canvas: Canvas, prefix = ""): string[] {
  const { cyan } = paintOf(canvas);
  const colored = spellOut(printable(text), canvas).replaceAll(/`[^`\n]+`/g, (code) => cyan(code));
  return hang(prefix, colored, measureOf(canvas));
}

/**
 * Title, frame, why and what to do, with empty lines between them.
 *
 * @param around see `codeFrame`
 */
export function explain(diagnosis: Diagnosis, canvas: Canvas, files: Files, around = 2): string[] {
  const { bold } = paintOf(canvas);
  const { title, why, fix, place } = diagnosis;
  const lines = prose(title, canvas).map((line) => bold(line));
  if (place) {
    const source = files.sourceOf(place.file);
    const frame = source === null ? [] : codeFrame(source, place, canvas, around);
    lines.push("", ...placeLine(files.nameFile(place.file), place, canvas), ...frame);
  }
  if (why !== "") lines.push("", ...prose(why, canvas));
  if (fix !== "") {
    const todo = prose(fix, canvas, `${glyphsOf(canvas).todo} `);
    lines.push("", ...todo.map((line) => bold(line)));
  }
  return lines;
}

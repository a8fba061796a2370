/** The end of part two: the attacks of all its steps, each with the learner's own line that stopped it. */

import type { Step } from "../check/step.ts";
import type { Canvas } from "./canvas.ts";
import { prose } from "./diagnosis.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { hang, printableLine, spellOut, truncate } from "./text.ts";

/** Whether a line of code does something: it is not empty, not a comment, and does not only load a module. */
function isAtWork(line: string): boolean {
  return !/^\s*(?:\/\/|\/?\*|import\b|$)|\brequire\(/.test(line);
}

/** The line, counted from 1, that probably stops an attack; null: not known. */
function lineThatStops({ attack }: Step, code: readonly string[]): number | null {
  if (!attack) return null;
  const from = attack.after === undefined ? 0 : code.findIndex((line) => line.includes(attack.after ?? ""));
  if (from < 0) return null;
  const at = code.findIndex((line, index) => index >= from && isAtWork(line) && attack.stoppedBy.test(line));
  return at < 0 ? null : at + 1;
}

/**
 * The table of the attacks.
 *
 * @param name the learner's file of the last step
 * @param source its text; null where it cannot be read
 */
export function drawAttacks(
  steps: readonly Step[],
  name: string,
  source: string | null,
  canvas: Canvas,
): string[] {
  const { dim, green } = paintOf(canvas);
  const { holds, more } = glyphsOf(canvas);
  const code = source === null ? [] : source.split(/\r?\n/);
  const lines = prose(
    `Who tried what, and the line of ${printableLine(name)} that stopped it, as far as it can be told:`,
    canvas,
  );
  for (const step of steps) {
    const tried = step.attack?.tried ?? step.title;
    lines.push("", ...hang(`${step.number} `, spellOut(tried, canvas), canvas.width));
    const line = lineThatStops(step, code);
    const shown =
      line === null ? null : `  ${holds} ${line}: ${printableLine((code[line - 1] ?? "").trim())}`;
    if (shown !== null) lines.push(green(truncate(shown, canvas.width, more)));
    else lines.push(dim(`  ${holds} it got nothing`));
  }
  return lines;
}

/** What a learner's program printed: the end of it, without lines that do not come from the learner's code. */

import type { Output } from "../check/transcript.ts";
import type { Canvas } from "./canvas.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { expandTabs, fold, printable, shorten } from "./text.ts";

/** Stands before each line, so that the learner does not think that the tutor says it. */
const PREFIX = "[your app] ";
/** How many of its lines are shown, and how many rows each may take. */
const MOST_LINES = 12;
const MOST_ROWS = 3;

/** A line of a stack trace in Node, in a package or in the tutor. The learner cannot change anything there. */
const foreignFrame =
  /^\s*at\b.*(?:\(|\s|file:\/\/)(?:node:|[^()]*[\\/]node_modules[\\/]|[^()]*[\\/]dist[\\/]guest[\\/](?:main|loopback)\.cjs)|^\s*at (?:<anonymous>|new Promise \(<anonymous>\)|[\w.<> ]+ \(native\))$/;
/** What the last line of a stack ends with where the error's own fields follow. */
const fieldsFollow = / \{$/;
const nodeVersion = /^Node\.js v\d+/;

/** The lines without those of others. The bracket that one of them opens goes to the line before, since its end stays. */
function withoutForeign(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const line of lines) {
    const before = kept.at(-1);
    if (!foreignFrame.test(line)) kept.push(line);
    else if (fieldsFollow.test(line) && before !== undefined) kept.splice(-1, 1, `${before} {`);
  }
  return kept;
}

/** How many lines a repeated block may have, to be found. */
const LONGEST_BLOCK = 12;

/**
 * The lines with repeated blocks shown once, such as a stack trace that came again and again, and how often each came.
 */
function withoutRepeats(lines: readonly string[], more: string): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length;) {
    const { length, times } = repeatAt(lines, at);
    kept.push(...lines.slice(at, at + length));
    if (times > 1) kept.push(`${more} the same ${times - 1 === 1 ? "once" : `${times - 1} times`} more`);
    at += length * times;
  }
  return kept;
}

/** The shortest block that begins at a line and comes again right after it; where there is none, the line itself. */
function repeatAt(lines: readonly string[], at: number): { length: number; times: number } {
  for (let length = 1; length <= LONGEST_BLOCK; length++) {
    const same = (from: number) =>
      from + length <= lines.length &&
      lines.slice(at, at + length).every((line, index) => line === lines[from + index]);
    let times = 1;
    while (same(at + length * times)) times++;
    if (times > 1) return { length, times };
  }
  return { length: 1, times: 1 };
}

/** What Node prints before an error that nothing caught: the place, the line of code, and a mark below it. */
const place = /:\d+$/;
const mark = /^\s*\^+\s*$/;
const frame = /^\s*at\b/;

/** The lines without an error that is told already, its stack, and what Node prints before it. */
function withoutTold(lines: readonly string[], told: string): string[] {
  const kept: string[] = [];
  let within = false;
  for (const line of lines) {
    const said = line.trim().replace(/\.+$/, "");
    const isTold = /^\w*Error\b.*: ./.test(said) && told.includes(said);
    within = isTold || (within && frame.test(line));
    if (isTold && mark.test(kept.at(-1) ?? "") && place.test(kept.at(-3) ?? "")) kept.splice(-3);
    if (!within) kept.push(line);
  }
  return kept;
}

/**
 * The last lines of the output, each with its prefix; none where nothing was printed.
 *
 * @param rename shortens a line, such as absolute paths in it
 * @param told what is said of the app elsewhere: an error in it is not shown again
 */
export function yourApp(
  output: readonly Output[],
  canvas: Canvas,
  rename: (line: string) => string = (line) => line,
  told = "",
): string[] {
  const { dim } = paintOf(canvas);
  const { more } = glyphsOf(canvas);
  const columns = Math.max(8, canvas.width - PREFIX.length);
  const written = output
    .map(({ text }) => text)
    .join("")
    .replaceAll("\r\n", "\n")
    .split("\n");
  const printed = written.filter((line) => line.trim() !== "");
  const own = withoutForeign(printed.filter((line) => !nodeVersion.test(line)));
  const shown = withoutRepeats(withoutTold(own, told), more);
  const last = shown.slice(-MOST_LINES);
  const missing = shown.length - last.length;
  const note =
    missing > 0 ? [dim(`${PREFIX}${more} ${missing} ${missing === 1 ? "line" : "lines"} left out`)] : [];
  const drawn = last.flatMap((line) => {
    const text = shorten(expandTabs(printable(rename(line))), MOST_ROWS * columns, more);
    return fold(text, columns).map((row) => `${dim(PREFIX)}${row}`.trimEnd());
  });
  return [...note.flatMap((line) => fold(line, canvas.width)), ...drawn];
}

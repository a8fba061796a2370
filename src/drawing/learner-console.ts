/** What the learner reads and types in: a terminal, or the files and pipes in its place. */

import type { Canvas } from "./canvas.ts";

export interface LearnerConsole {
  canvas: Canvas;
  /** `--plain`: lines only, nothing redrawn. */
  plain: boolean;
  /** Whether the learner can be asked: both standard input and output are a terminal. */
  interactive: boolean;
  /** Writes to standard output, with a line feed at the end. */
  print(text: string): void;
  /** Writes to standard error, with a line feed at the end. */
  warn(text: string): void;
  /** Puts a line in the place of the last one on standard error, "" for none; null where that is no terminal. */
  retype: ((line: string) => void) | null;
  /** Aborted as soon as the reader of standard output has gone. */
  closed: AbortSignal;
}

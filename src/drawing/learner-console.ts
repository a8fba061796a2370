/** Where the learner reads and types: a terminal, or files and pipes instead. */

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
  /** Replaces the last line on standard error; "" only removes it. null where standard error is not a terminal. */
  retype: ((line: string) => void) | null;
  /** Aborted as soon as the reader of standard output has gone. */
  closed: AbortSignal;
}

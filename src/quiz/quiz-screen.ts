/** The screen that a quiz has to itself while it runs. */

import { PassThrough, Writable } from "node:stream";
import { ENTER_ALTERNATE_SCREEN, LEAVE_ALTERNATE_SCREEN } from "../drawing/alternate-screen.ts";
import type { Size } from "../drawing/scrolled-page.ts";
import { wholeFrame } from "../drawing/whole-frame.ts";

export interface Screen {
  /** What the learner types. */
  input: NodeJS.ReadableStream;
  size(): Size;
  /** Calls back whenever the size changes; returns what ends that. */
  onResize(listener: () => void): () => void;
  /** Erases it with the next that is written. */
  clear(): void;
  /** A stream for one page: each write is shown as one frame. */
  output(): NodeJS.WritableStream;
  /** Stops the program until the shell resumes it (Ctrl-Z), then calls back. */
  suspend(resumed: () => void): void;
}

// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html: cursor home and erase.
const CLEAR = "\u001b[H\u001b[2J";
/** How long a stop takes at most, in ms. */
const UNSTOPPED = 100;
/** Where a terminal does not tell its size. */
const USUAL: Size = { columns: 80, rows: 24 };

/** Shows each write as one frame. */
class FrameStream extends Writable {
  readonly #show: (text: string) => void;

  constructor(show: (text: string) => void) {
    super();
    this.#show = show;
  }

  /** By it a prompt knows where lines break. */
  get columns(): number {
    return process.stdout.columns;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#show(chunk.toString());
    done();
  }
}

/** A terminal with its second screen on and its keys without an echo, by whoever has it. */
export interface HeldTerminal {
  /** What the learner types. It is no terminal itself, so that no page of the quiz can turn the echo on when it ends. */
  input: NodeJS.ReadableStream;
  /** Takes it, also after the process was stopped. */
  take(): void;
  /** Gives it back as it was. */
  giveBack(): void;
}

function terminalScreen(held: HeldTerminal): Screen {
  const { stdout } = process;
  let first = "";
  const show = (text: string) => {
    stdout.write(wholeFrame(first + text));
    first = "";
  };
  return {
    input: held.input,
    output: () => new FrameStream(show),
    size: () => ({ columns: stdout.columns || USUAL.columns, rows: stdout.rows || USUAL.rows }),
    onResize(listener) {
      stdout.on("resize", listener);
      return () => stdout.off("resize", listener);
    },
    clear: () => {
      first = CLEAR;
    },
    suspend(resumed) {
      held.giveBack();
      const back = () => {
        clearTimeout(unstopped);
        process.off("SIGCONT", back);
        held.take();
        resumed();
      };
      process.on("SIGCONT", back);
      // Without a shell that could resume the program, the system does not stop it.
      const unstopped = setTimeout(back, UNSTOPPED);
      // The whole group, as the terminal itself would: a launcher such as npx has to stop, too.
      process.kill(0, "SIGTSTP");
    },
  };
}

function leave(): void {
  process.stdout.write(LEAVE_ALTERNATE_SCREEN);
}

/** The terminal of a quiz that is no page of anything. */
function ownTerminal(): HeldTerminal {
  const { stdin, stdout } = process;
  const input = new PassThrough();
  return {
    input,
    take() {
      stdin.setRawMode(true);
      stdin.pipe(input);
      process.once("exit", leave);
      stdout.write(ENTER_ALTERNATE_SCREEN);
    },
    giveBack() {
      stdin.unpipe(input);
      // It may be gone by now.
      if (!stdin.destroyed) stdin.setRawMode(false);
      stdin.pause();
      process.off("exit", leave);
      leave();
    },
  };
}

/**
 * Gives a quiz a screen, and gives the terminal back as it was, also when the process is ended meanwhile.
 *
 * @param held a terminal that is the caller's before and after; null: the quiz takes it itself
 */
export async function withScreen<Result>(
  held: HeldTerminal | null,
  work: (screen: Screen) => Promise<Result>,
): Promise<Result> {
  if (held) return work(terminalScreen(held));
  const own = ownTerminal();
  own.take();
  try {
    return await work(terminalScreen(own));
  } finally {
    own.giveBack();
  }
}

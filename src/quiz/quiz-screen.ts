/** The screen that a quiz has to itself while it runs. */

import { Writable } from "node:stream";
import { ENTER_ALTERNATE_SCREEN, LEAVE_ALTERNATE_SCREEN } from "../drawing/alternate-screen.ts";
import type { Size } from "../drawing/scrolled-page.ts";
import { wholeFrame } from "../drawing/whole-frame.ts";

export interface Screen {
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

function terminalScreen(): Screen {
  const { stdin, stdout } = process;
  let first = "";
  const show = (text: string) => {
    stdout.write(wholeFrame(first + text));
    first = "";
  };
  return {
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
      stdout.write(LEAVE_ALTERNATE_SCREEN);
      stdin.setRawMode(false);
      const back = () => {
        clearTimeout(unstopped);
        process.off("SIGCONT", back);
        stdin.setRawMode(true);
        stdout.write(ENTER_ALTERNATE_SCREEN);
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

/** Gives a quiz the terminal, and gives it back as it was, also when the process is ended meanwhile. */
export async function withScreen<Result>(work: (screen: Screen) => Promise<Result>): Promise<Result> {
  process.stdout.write(ENTER_ALTERNATE_SCREEN);
  process.once("exit", leave);
  try {
    return await work(terminalScreen());
  } finally {
    process.off("exit", leave);
    leave();
  }
}

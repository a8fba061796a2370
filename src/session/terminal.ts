/** The learner's terminal while the session has it: keys in, screens out, and given back as it was. */

import { writeSync } from "node:fs";
import { PassThrough } from "node:stream";
import type { ReadStream, WriteStream } from "node:tty";
import { ENTER_ALTERNATE_SCREEN, LEAVE_ALTERNATE_SCREEN } from "../drawing/alternate-screen.ts";
import { wholeFrame } from "../drawing/whole-frame.ts";
import type { HeldTerminal } from "../quiz/quiz-screen.ts";
import { isUnfinished, keysIn } from "./keyboard.ts";

/** How long to wait for the rest of a key's sequence, in ms; a lone Esc is known after it. */
const KEY_REST = 30;
const STDOUT = 1;

/**
 * On the alternate screen, modes of xterm and its kin (https://invisible-island.net/xterm/ctlseqs/): no wrapping at the
 * edge; pasted text marked as such; the cursor hidden.
 */
const ENTER = `${ENTER_ALTERNATE_SCREEN}\u001b[?7l\u001b[?2004h\u001b[?25l\u001b[2J`;
const LEAVE = `\u001b[?25h\u001b[?2004l\u001b[?7h${LEAVE_ALTERNATE_SCREEN}`;

export interface Reactions {
  key(name: string): void;
  resized(): void;
  /** The terminal is gone. */
  closed(): void;
}

export class Terminal {
  readonly #input: ReadStream;
  readonly #output: WriteStream;
  readonly #reactions: Reactions;
  #shown: string[] = [];
  #pending = "";
  #rest: NodeJS.Timeout | null = null;
  #held = false;
  /** The keys that a lent-out page reads; null while the session itself reads them. */
  #lent: PassThrough | null = null;
  readonly #restore = () => {
    // The process ends now, so only what is written at once goes out, and only to a terminal that is still there.
    try {
      if (this.#held) writeSync(STDOUT, LEAVE);
    } catch {
      // It is gone.
    }
  };
  readonly #hear = (chunk: string) => this.#receive(chunk);
  readonly #resize = () => {
    this.#shown = [];
    if (!this.#lent) this.#reactions.resized();
  };
  readonly #close = () => {
    this.#lent?.end();
    this.#reactions.closed();
  };

  constructor(input: ReadStream, output: WriteStream, reactions: Reactions) {
    this.#input = input;
    this.#output = output;
    this.#reactions = reactions;
  }

  get columns(): number {
    return this.#output.columns || 80;
  }

  get rows(): number {
    return this.#output.rows || 24;
  }

  /** Takes the terminal. After a stop, taking it again sets every mode again. */
  take(): void {
    if (!this.#held) {
      this.#input.setEncoding("utf8");
      this.#input.on("data", this.#hear);
      this.#input.on("end", this.#close);
      this.#input.on("error", this.#close);
      this.#output.on("resize", this.#resize);
      this.#output.on("error", this.#close);
      process.on("exit", this.#restore);
    }
    this.#held = true;
    this.#input.setRawMode(false);
    this.#input.setRawMode(true);
    this.#input.resume();
    this.#shown = [];
    this.#output.write(ENTER);
  }

  /** Gives the terminal back as it was. */
  giveBack(): void {
    if (!this.#held) return;
    this.#held = false;
    this.#input.off("data", this.#hear);
    this.#input.off("end", this.#close);
    this.#input.off("error", this.#close);
    this.#output.off("resize", this.#resize);
    process.off("exit", this.#restore);
    try {
      this.#input.setRawMode(false);
    } catch {
      // The terminal is gone.
    }
    this.#input.pause();
    this.#output.write(LEAVE);
  }

  /** Lends the keys and the screen to another page, until `endLoan`. Meanwhile the session shows nothing. */
  lend(): HeldTerminal {
    const input = new PassThrough();
    this.#lent = input;
    return { input, take: () => this.take(), giveBack: () => this.giveBack() };
  }

  endLoan(): void {
    this.#lent = null;
    this.#shown = [];
    // A prompt shows the cursor when it ends.
    if (this.#held) this.#output.write(ENTER);
  }

  /** Shows a screen: one write, and in it only the lines that have changed. */
  show(lines: readonly string[]): void {
    if (!this.#held || this.#lent) return;
    const changes: string[] = [];
    const count = Math.max(lines.length, this.#shown.length);
    for (let row = 0; row < count; row++) {
      const line = lines[row] ?? "";
      if (line !== this.#shown[row]) changes.push(`\u001b[${row + 1};1H\u001b[2K${line}`);
    }
    if (this.#shown.length === 0) changes.unshift("\u001b[2J");
    this.#shown = [...lines];
    if (changes.length > 0) this.#output.write(wholeFrame(changes.join("")));
  }

  #receive(chunk: string): void {
    if (this.#lent) {
      this.#lent.write(chunk);
      return;
    }
    if (this.#rest) clearTimeout(this.#rest);
    this.#pending += chunk;
    if (isUnfinished(this.#pending)) this.#rest = setTimeout(() => this.#reportKeys(), KEY_REST);
    else this.#reportKeys();
  }

  #reportKeys(): void {
    const keys = keysIn(this.#pending);
    this.#pending = "";
    for (const key of keys) if (this.#held) this.#reactions.key(key);
  }
}

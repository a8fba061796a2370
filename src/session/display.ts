/** What the session shows itself on: the whole screen, or, with --plain, one line after another. */

import { createInterface } from "node:readline";
import type { Interface } from "node:readline";
import type { Canvas } from "../drawing/canvas.ts";
import type { LearnerConsole } from "../drawing/learner-console.ts";
import { moved } from "../drawing/scrolled-page.ts";
import type { View } from "../drawing/scrolled-page.ts";
import type { HeldTerminal } from "../quiz/quiz-screen.ts";
import { wrap } from "../drawing/text.ts";
import { drawScreen, statusLines } from "./draw-session.ts";
import { keysOf } from "./keys.ts";
import { attackOf, pageOf } from "./pages.ts";
import type { Event, State } from "./state.ts";
import { Terminal } from "./terminal.ts";

export interface Display {
  /** Takes the terminal, also after it was given back or the process was stopped. */
  takeTerminal(): void;
  /** Gives the terminal back as it was. */
  giveTerminalBack(): void;
  show(state: State): void;
  /**
   * Lets a quiz be a page of the session: it asks on the terminal that the session has. null: the quiz reads lines, and
   * the terminal is given back until `endQuiz`.
   */
  beginQuiz(): HeldTerminal | null;
  /** The quiz is over: from now on, what is shown is on the screen again. */
  endQuiz(): void;
}

/** Is called with what the learner does: keys and scrolling. "closed": the terminal is gone. */
export type Handle = (event: Event | "closed") => void;

/** A canvas narrower than this could hold nothing. */
const NARROWEST = 20;

export class ScreenDisplay implements Display {
  readonly #terminal: Terminal;
  readonly #canvas: Canvas;
  #state: State | null = null;
  #view: View = { top: 0, rows: 1, length: 0 };

  constructor(console: LearnerConsole, handle: Handle) {
    this.#canvas = console.canvas;
    this.#terminal = new Terminal(process.stdin, process.stdout, {
      key: (key) => {
        const chooses =
          this.#state !== null && "chosen" in this.#state.page && (key === "up" || key === "down");
        const to = chooses ? null : moved(this.#view, key);
        handle(to === null ? { type: "key", key } : { type: "scrolled", to });
      },
      resized: () => this.#draw(),
      closed: () => handle("closed"),
    });
  }

  takeTerminal(): void {
    this.#terminal.take();
    this.#draw();
  }

  giveTerminalBack(): void {
    this.#terminal.giveBack();
  }

  show(state: State): void {
    this.#state = state;
    this.#draw();
  }

  beginQuiz(): HeldTerminal {
    return this.#terminal.lend();
  }

  endQuiz(): void {
    this.#terminal.endLoan();
  }

  #draw(): void {
    if (!this.#state) return;
    const { columns, rows } = this.#terminal;
    const { lines, view } = drawScreen(
      this.#state,
      { ...this.#canvas, width: Math.max(NARROWEST, columns) },
      rows,
    );
    this.#view = view;
    this.#terminal.show(lines);
  }
}

/** Lines only; a key is typed with Enter after it, by its letter, its word or its number. */
export class LinesDisplay implements Display {
  readonly #console: LearnerConsole;
  readonly #handle: Handle;
  #shown: State | null = null;
  #lines: Interface | null = null;

  constructor(console: LearnerConsole, handle: Handle) {
    this.#console = console;
    this.#handle = handle;
  }

  takeTerminal(): void {
    if (this.#lines) return;
    this.#lines = createInterface({ input: process.stdin, terminal: false });
    this.#lines.on("line", (line) =>
      this.#handle({ type: "key", key: this.#keyOf(line.trim().toLowerCase()) }),
    );
    this.#lines.on("close", () => {
      if (this.#lines) this.#handle("closed");
    });
  }

  giveTerminalBack(): void {
    const lines = this.#lines;
    this.#lines = null;
    lines?.close();
  }

  beginQuiz(): null {
    this.giveTerminalBack();
    return null;
  }

  endQuiz(): void {
    this.takeTerminal();
  }

  #keyOf(line: string): string {
    if (line === "") return "enter";
    const keys = this.#shown ? keysOf(this.#shown) : [];
    return keys.find(({ label, command }) => label === line || command === line)?.key ?? line;
  }

  show(state: State): void {
    const before = this.#shown;
    this.#shown = state;
    const { canvas, print } = this.#console;
    if (before?.page !== state.page || before.place?.step !== state.place?.step) {
      const page = pageOf(state, canvas).lines;
      const keys = keysOf(state).map(({ key, label }) => `${key} ${label}`);
      const how = wrap(`Type a letter or a word, then Enter: ${keys.join(", ")}`, canvas.width);
      print(["", ...statusLines(state, canvas), "", ...page, "", ...how].join("\n"));
    } else if (state.attacked !== before?.attacked) print(["", ...attackOf(state, canvas)].join("\n"));
    else if (state.notice !== null && state.notice !== before.notice) print(state.notice);
    else if (state.checking === 1) print("Checking ...");
  }
}

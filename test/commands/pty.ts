/** Runs the built program in a terminal of its own, and sees what a learner would see. */

import { ReadStream } from "node:tty";
import { spawn } from "@lydell/node-pty";
import type { IPty } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { onTestFinished } from "vitest";
import { bin } from "./program.ts";

export interface Options {
  cwd: string;
  columns?: number;
  rows?: number;
  env?: Readonly<Record<string, string>>;
}

/** Variables of whoever runs the tests that would change what is drawn. */
const FOREIGN = [
  "NO_COLOR",
  "FORCE_COLOR",
  "npm_command",
  "CI",
  "LANG",
  "LC_CTYPE",
  "TMUX",
  "STY",
  "COLUMNS",
];

/**
 * node-pty closes a terminal 200 ms after its program has ended, whether all was read or not. Where this process was kept
 * from reading for so long, the last words would be lost: so they are read first.
 */
function readToTheEnd(child: IPty): void {
  const stream: unknown = Reflect.get(child, "_socket");
  if (!(stream instanceof ReadStream)) throw new Error("a terminal that cannot be read");
  const destroy = stream.destroy.bind(stream);
  stream.destroy = (error) => {
    // What the system holds is read between the first turn and the second.
    setImmediate(() => setImmediate(() => destroy(error)));
    return stream;
  };
}

/** Starts the program in a terminal of 80 columns and 24 rows, unless told otherwise. */
export function inTerminal(words: readonly string[], options: Options) {
  const { cwd, columns = 80, rows = 24 } = options;
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.includes(name));
  const env = { ...Object.fromEntries(inherited), LC_ALL: "C.UTF-8", TERM: "xterm-256color", ...options.env };
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = spawn(process.execPath, [bin, ...words], { cols: columns, rows, cwd, env });
  readToTheEnd(child);
  onTestFinished(() => {
    child.kill("SIGKILL");
    terminal.dispose();
  });
  let looks: (() => void)[] = [];
  let raw = "";
  const screen = () => {
    const { active } = terminal.buffer;
    const lines = Array.from({ length: terminal.rows }, (_, row) =>
      active.getLine(active.baseY + row)?.translateToString(true),
    );
    return lines.join("\n").trimEnd();
  };
  let unread = 0;
  child.onData((data) => {
    raw += data;
    unread += 1;
    terminal.write(data, () => {
      unread -= 1;
      if (isWhole()) looks.forEach((look) => look());
    });
  });
  // A screen that is written as one frame (mode 2026) may come in pieces: only whole ones are looked at.
  const isWhole = () => unread === 0 && raw.lastIndexOf("\u001b[?2026h") <= raw.lastIndexOf("\u001b[?2026l");
  const ended = new Promise<number>((resolve) => {
    child.onExit(({ exitCode }) => terminal.write("", () => resolve(exitCode)));
  });

  return {
    /** The exit code. */
    ended,
    /** What stands on the screen now. */
    screen,
    /** All that was written, escape sequences and all. */
    raw: () => raw,
    /** Whether the program has the alternate screen. */
    hasScreen: () => terminal.buffer.active.type === "alternate",
    type: (keys: string) => child.write(keys),
    signal: (name: string) => child.kill(name),
    resize(to: { columns: number; rows: number }) {
      terminal.resize(to.columns, to.rows);
      child.resize(to.columns, to.rows);
    },
    /** Waits until the screen shows this; gives back the screen. */
    shows(wanted: string | RegExp | ((screen: string) => boolean)): Promise<string> {
      const holds = (now: string) =>
        typeof wanted === "function"
          ? wanted(now)
          : typeof wanted === "string"
            ? now.includes(wanted)
            : wanted.test(now);
      return new Promise((resolve) => {
        const look = () => {
          const now = screen();
          if (!isWhole() || !holds(now)) return;
          looks = looks.filter((other) => other !== look);
          resolve(now);
        };
        looks.push(look);
        look();
      });
    },
  };
}

/** What keys send. */
export const KEYS = {
  enter: "\r",
  escape: "\u001b",
  up: "\u001b[A",
  down: "\u001b[B",
  left: "\u001b[D",
  pageDown: "\u001b[6~",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
} as const;

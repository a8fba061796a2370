/** The keys of a command that runs until it is ended: `check --watch` and `serve`. They mean what they mean in `start`. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { paintOf } from "../drawing/style.ts";
import { hang, pad, widthOf } from "../drawing/text.ts";
import { keysIn } from "../session/keyboard.ts";
import type { Context, Outcome } from "./context.ts";

interface RunningKey {
  /** As the learner types it, and as it is shown. */
  key: string;
  label: string;
  press(): void;
}

/** Keys that the terminal itself knows until it is asked for single keys. */
const OF_TERMINAL = [
  { key: "Ctrl-C", label: "end at once" },
  { key: "Ctrl-Z", label: "stop; fg in the shell goes on" },
];

/** Whether the shell waits for this program. One that was started with & would be stopped if it read a key. */
function isInForeground(): boolean {
  if (process.platform === "win32") return true;
  try {
    // proc_pid_stat(5): after the name in brackets come the state, the parent, the process group, the session, the
    // terminal, and the terminal's foreground process group.
    const [, , group, , , foreground] =
      readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return group === foreground;
  } catch {
    // Only Linux has that file.
  }
  // ps(1) of BSD and macOS marks what is in the foreground with a +.
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(process.pid)], { encoding: "utf8" });
  return typeof stdout === "string" && stdout.includes("+");
}

export class RunningKeys {
  /** Settled once the learner has ended the command by a key. */
  readonly ended: Promise<Outcome>;
  /** How the command is ended, as a sentence. */
  readonly howToEnd: string;
  readonly #context: Context;
  readonly #keys: readonly RunningKey[];
  readonly #settle: (outcome: Outcome) => void;
  #listens = false;
  readonly #hear = (chunk: string) => {
    for (const key of keysIn(chunk)) if (this.#listens) this.#press(key);
  };
  readonly #listen = () => {
    if (this.#listens || !isInForeground()) return;
    this.#listens = true;
    process.stdin.setEncoding("utf8").on("data", this.#hear);
    process.stdin.setRawMode(true).resume();
  };

  /**
   * Listens at once, where the learner is at a terminal and single keys make sense there.
   *
   * @param keys what the command has besides q and ?
   */
  constructor(context: Context, keys: readonly RunningKey[]) {
    this.#context = context;
    let settle: (outcome: Outcome) => void = () => {};
    this.ended = new Promise((resolve) => {
      settle = resolve;
    });
    this.#settle = settle;
    this.#keys = [
      ...keys,
      { key: "?", label: "these keys", press: () => this.#list() },
      { key: "q", label: "quit", press: () => settle("done") },
    ];
    if (context.interactive && !context.plain && process.env["TERM"] !== "dumb") this.#listen();
    // After a stop, the terminal may be this program's again.
    if (this.#listens) process.on("SIGCONT", this.#listen);
    this.howToEnd = this.#listens ? "q ends it, ? lists the keys." : "Ctrl-C ends it.";
  }

  /** Gives the terminal back as it was. */
  end(): void {
    process.off("SIGCONT", this.#listen);
    this.#giveBack();
  }

  #giveBack(): void {
    if (!this.#listens) return;
    this.#listens = false;
    process.stdin.off("data", this.#hear);
    process.stdin.setRawMode(false).pause();
  }

  #press(key: string): void {
    if (key === "ctrl-c" || key === "ctrl-d") return this.#settle("interrupted");
    if (key === "ctrl-z") return this.#stop();
    this.#keys.find((each) => each.key === key.toLowerCase())?.press();
  }

  /** Stops, as every program does on Ctrl-Z, together with what was started with it. */
  #stop(): void {
    // Windows has no stopped programs.
    if (process.platform === "win32") return;
    this.#giveBack();
    process.kill(0, "SIGTSTP");
    // Without job control the system stops nothing: then it goes on at once.
    setTimeout(this.#listen, 100);
  }

  #list(): void {
    const { canvas, print } = this.#context;
    const { bold, cyan } = paintOf(canvas);
    const all = [...this.#keys, ...OF_TERMINAL];
    const widest = Math.max(...all.map(({ key }) => widthOf(key)));
    const lines = all.flatMap(({ key, label }) =>
      hang(`${bold(cyan(pad(key, widest)))}  `, label, canvas.width),
    );
    print(["", ...lines].join("\n"));
  }
}

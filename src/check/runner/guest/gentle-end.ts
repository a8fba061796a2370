/** Ends the program as Ctrl+C does, so that it can do what it does then, such as saving. */

import { intact } from "./intact.ts";

/** How long a program may take that listens to the signal, in ms. */
const FAREWELL = 400;

/** Signals that a program listens to if it wants to save something before it ends. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Ends the process: its own listeners run if it has some, and then `process.exit`. */
export function endGently(): void {
  const exit = process.exit.bind(process);
  const signal = SIGNALS.find((name) => process.listenerCount(name) > 0);
  if (signal) process.emit(signal, signal);
  else if (process.listenerCount("beforeExit") > 0) process.emit("beforeExit", 0);
  else return exit(0);
  intact.setTimeout(() => exit(0), FAREWELL);
}

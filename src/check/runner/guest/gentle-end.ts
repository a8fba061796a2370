/** Ends the program as somebody does who stops it: whatever it does on such an occasion is done. */

import { intact } from "./intact.ts";

/** How long a program has that listens to the signal, in ms. */
const FAREWELL = 400;

/** What a program may listen to that wants to save something before it ends. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Ends the process: by its own listeners where it has some, and by `process.exit` after that. */
export function endGently(): void {
  const exit = process.exit.bind(process);
  const signal = SIGNALS.find((name) => process.listenerCount(name) > 0);
  if (signal) process.emit(signal, signal);
  else if (process.listenerCount("beforeExit") > 0) process.emit("beforeExit", 0);
  else return exit(0);
  intact.setTimeout(() => exit(0), FAREWELL);
}

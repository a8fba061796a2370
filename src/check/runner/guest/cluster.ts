/** A program that forks workers for its app is run as one of them: a check wants one app, in one process. */

import cluster from "node:cluster";
import { syncBuiltinESMExports } from "node:module";

/**
 * Makes this process a worker in the program's eyes, before the program runs. What a worker alone can do, such as sending
 * a message to the primary, goes nowhere. Listening asks for it: see `exclusive` in main.ts.
 */
export function runAsWorker(): void {
  const state: Record<string, unknown> = Object(cluster);
  state["isPrimary"] = false;
  state["isMaster"] = false;
  state["isWorker"] = true;
  state["worker"] = {
    id: 1,
    process,
    isConnected: () => true,
    isDead: () => false,
    send: () => true,
    on() {},
  };
  syncBuiltinESMExports();
}

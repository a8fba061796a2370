/** A program that forks workers for its app is run as one of them: a check wants one app, in one process. */

import cluster from "node:cluster";
import { Socket } from "node:dgram";
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
  bindHere();
  syncBuiltinESMExports();
}

/** A worker asks its primary for a UDP port unless it wants one of its own, and here there is no primary (Node, dgram: "exclusive"). */
function bindHere(): void {
  const { bind } = Socket.prototype;
  Reflect.set(Socket.prototype, "bind", function (this: Socket, ...words: unknown[]) {
    const [first, second] = words;
    const options = typeof first === "object" && first !== null ? first : { port: first, address: second };
    const done = words.findLast((word) => typeof word === "function");
    const plain = Object.fromEntries(
      Object.entries({ ...options, exclusive: true }).filter(([, value]) => typeof value !== "function"),
    );
    return Reflect.apply(bind, this, done ? [plain, done] : [plain]);
  });
}

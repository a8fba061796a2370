/** A program that forks workers for its app is run as one of them, because a check wants one app in one process. */

import cluster from "node:cluster";
import { Socket } from "node:dgram";
import { syncBuiltinESMExports } from "node:module";

/**
 * Makes this process look like a worker to the program, before the program runs. What only a worker can do, such as
 * sending a message to the primary, does nothing. For listening, see `exclusive` in servers.ts.
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

/**
 * A worker asks its primary for a UDP port unless it wants one of its own (Node, dgram: "exclusive"). Here is no
 * primary.
 */
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

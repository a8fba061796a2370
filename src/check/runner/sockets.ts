/** Sockets that a child inherits: it answers on them from where there is no network. */

import net from "node:net";
import { isRecord } from "../../base/shape.ts";

export interface Socket {
  descriptor: number;
  /** The child keeps it. */
  close(): void;
}

/**
 * A socket that listens on a free port of 127.0.0.1. Whoever connects waits for the child. Made by the function of Node's that
 * its own `cluster` uses: with `listen`, a socket is there only after the event loop has turned, and is listened to here.
 *
 * @throws where the system gives none, or this Node has no such function
 */
export function openSocket(): Socket {
  const create: unknown = Reflect.get(net, "_createServerHandle");
  const handle: unknown = typeof create === "function" ? create("127.0.0.1", 0, 4, -1) : null;
  if (!isRecord(handle)) throw new Error(`no socket (${String(handle)})`);
  const call = (name: "close" | "listen", ...words: unknown[]): unknown => {
    const method = handle[name];
    return typeof method === "function" ? Reflect.apply(method, handle, words) : null;
  };
  const { fd } = handle;
  if (typeof fd !== "number" || fd < 0 || call("listen", 511) !== 0)
    throw new Error("a socket without a number");
  return { descriptor: fd, close: () => void call("close") };
}

/** Sockets that a child inherits. Through them it can be reached from outside a box without a network. */

import net from "node:net";
import { isRecord } from "../../base/shape.ts";

export interface Socket {
  descriptor: number;
  /** Closes it in this process; the child still has it. */
  close(): void;
}

/**
 * A socket that listens on a free port of 127.0.0.1. A client that connects early has to wait for the child. It is made
 * by the function that Node's own `cluster` uses. With `listen`, the socket would be there only when the event loop has
 * turned, and this process would accept the clients.
 *
 * @throws where the system gives no socket, or this Node has no such function
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

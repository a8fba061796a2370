/**
 * Gives every server in this thread or process a free port of 127.0.0.1. It is loaded by --require before anything
 * else. Threads and forks of the program inherit that, and offspring.ts passes it on to other processes that the
 * program starts.
 */

// First: it counts for what is loaded after it.
// oxlint-disable-next-line import/no-unassigned-import
import "./code-cache.ts";
import cluster from "node:cluster";
import net from "node:net";
import { SOCKETS_VARIABLE } from "../run-mark.ts";
import { isBadPort } from "./port.ts";

const { apply } = Reflect;
/**
 * The inherited sockets of a box. Each server takes one of its own; the program's threads and other processes get none.
 */
const sockets = (process.env[SOCKETS_VARIABLE] ?? "").split(",").filter(Boolean).map(Number);
delete process.env[SOCKETS_VARIABLE];
let taken = 0;
const listen = net.Server.prototype.listen;

/**
 * Calls `listen` for an inherited socket. Node ignores `exclusive` for such a socket, so a process that is run as a
 * worker would ask a primary that it does not have. See cluster.ts.
 */
function asPrimary(call: () => unknown): unknown {
  const state: Record<string, unknown> = Object(cluster);
  const before = state["isPrimary"];
  state["isPrimary"] = true;
  try {
    return call();
  } finally {
    state["isPrimary"] = before;
  }
}

net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]) {
  if (isBadPort(args[0])) return apply(listen, this, args);
  const callback = args.findLast((argument) => typeof argument === "function");
  const socket = sockets[taken++];
  const options = socket === undefined ? { port: 0, host: "127.0.0.1", exclusive: true } : { fd: socket };
  const call = () => apply(listen, this, callback ? [options, callback] : [options]);
  return socket === undefined ? call() : asPrimary(call);
};

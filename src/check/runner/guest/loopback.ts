/**
 * Whatever listens in this thread or process gets a free port of 127.0.0.1. Loaded by --require before anything else:
 * threads and forks of the program inherit that, and offspring.ts hands it on to the other processes it starts.
 */

import cluster from "node:cluster";
import net from "node:net";
import { SOCKETS_VARIABLE } from "../run-mark.ts";
import { isBadPort } from "./port.ts";

const { apply } = Reflect;
/** What is given in a box: each server takes one of its own. Threads and other processes of the program have none. */
const sockets = (process.env[SOCKETS_VARIABLE] ?? "").split(",").filter(Boolean).map(Number);
delete process.env[SOCKETS_VARIABLE];
let taken = 0;
const listen = net.Server.prototype.listen;

/**
 * Calls `listen` for an inherited socket. For one of these Node heeds no `exclusive`: a process that is run as a worker
 * would ask its primary, which it has not. See cluster.ts.
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

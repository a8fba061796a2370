/**
 * Whatever listens in this thread or process gets a free port of 127.0.0.1. Loaded by --require before anything else:
 * threads and forks of the program inherit that, and offspring.ts hands it on to the other processes it starts.
 */

import net from "node:net";
import { SOCKETS_VARIABLE } from "../run-mark.ts";
import { isBadPort } from "./port.ts";

const { apply } = Reflect;
/** What is given in a box: each server takes one of its own. Threads and other processes of the program have none. */
const sockets = (process.env[SOCKETS_VARIABLE] ?? "").split(",").filter(Boolean).map(Number);
delete process.env[SOCKETS_VARIABLE];
let taken = 0;
const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]) {
  if (isBadPort(args[0])) return apply(listen, this, args);
  const callback = args.findLast((argument) => typeof argument === "function");
  const socket = sockets[taken++];
  const options = socket === undefined ? { port: 0, host: "127.0.0.1", exclusive: true } : { fd: socket };
  return apply(listen, this, callback ? [options, callback] : [options]);
};

/**
 * Whatever listens in this thread or process gets a free port of 127.0.0.1. Loaded by --require before anything else:
 * threads and forks of the program inherit that, and offspring.ts hands it on to the other processes it starts.
 */

import net from "node:net";
import { isBadPort } from "./port.ts";

const { apply } = Reflect;
const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]) {
  if (isBadPort(args[0])) return apply(listen, this, args);
  const callback = args.findLast((argument) => typeof argument === "function");
  const options = { port: 0, host: "127.0.0.1", exclusive: true };
  return apply(listen, this, callback ? [options, callback] : [options]);
};

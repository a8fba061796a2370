/** Moves the program's servers to free ports of 127.0.0.1, and chooses the one that requests are sent to. */

import http, { Server } from "node:http";
import net from "node:net";
import { tell } from "./channel.ts";
import { intact } from "./intact.ts";
import { apps, isApp, tableOf } from "./layers.ts";
import type { App } from "./layers.ts";
import { notePending } from "./pending.ts";
import { isBadPort } from "./port.ts";
import { countRequest } from "./requests.ts";

const listenOriginally = net.Server.prototype.listen;
const { apply } = Reflect;

/** Whether the program's own code has run to its end. */
export let evaluated = false;
let exported: unknown;
/** Whether the host was told that the app is up. */
export let up = false;
/** The app behind the port that the host was told; null where that is not known. */
let serving: App | null = null;
/** How many servers the program itself has told to listen. */
export let asked = 0;
/** The servers that listen, each with the app that it was given; null: none, so it may pass requests on to one. */
const listening: { server: net.Server; app: App | null }[] = [];
/** The server that receives the requests. */
let front: net.Server | null = null;
const { getConnections } = net.Server.prototype;
/** How long a server without an app waits for one that has an app, in ms. */
const PRECEDENCE = 50;

/**
 * Calls `done` when so many connections to the app are open, or after ms. Node accepts one in each turn of the event
 * loop.
 */
export function awaitConnections(count: number, ms: number, done: () => void): void {
  const end = intact.now() + ms;
  const look = () =>
    getConnections.call(front, (_: unknown, open: number) => {
      if (open >= count || intact.now() > end) done();
      else intact.setImmediate(look);
    });
  if (front) look();
  else done();
}

function sayUp(how: "listened" | "served", server: net.Server): void {
  const address = server.address();
  if (up || address === null || typeof address === "string") return;
  up = true;
  front = server;
  notePending();
  tell({ say: "up", how, port: address.port });
}

/** The app that requests are meant for: the exported one, else the last that is not mounted on another. */
export function mainApp(): App | null {
  const named = isApp(exported) ? exported : null;
  return serving ?? named ?? apps.findLast((app) => !app.parent) ?? null;
}

/** Replaces `listen`: whatever the program asks for, the server gets a free port of 127.0.0.1. */
export function moveListen(): void {
  net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]) {
    if (isBadPort(args[0])) return apply(listenOriginally, this, args);
    asked += 1;
    const callback = args.findLast((argument) => typeof argument === "function");
    this.once("listening", () => {
      const handlers = this instanceof Server ? this.listeners("request") : [];
      const app = handlers.find(isApp) ?? null;
      listening.push({ server: this, app });
      // The program may start several servers at once; the choice is made when all of them listen.
      intact.setImmediate(chooseServerWithApp);
    });
    if (this instanceof Server) this.prependListener("request", countRequest);
    // Exclusive, because a worker would ask its primary for the port.
    const options = { port: 0, host: "127.0.0.1", exclusive: true };
    return apply(listenOriginally, this, callback ? [options, callback] : [options]);
  };
}

export function serve(port: number): void {
  const app = mainApp();
  if (up || !app) return;
  const server = http.createServer((request, response) => app(request, response));
  server.prependListener("request", countRequest);
  server.once("listening", () => sayUp("served", server));
  apply(listenOriginally, server, [{ port, host: "127.0.0.1", exclusive: true }]);
}

/** Whether an app has a route for POST. An app without one may be there for health checks only. */
function takesPosts(app: App): boolean {
  return tableOf(app).some(({ methods }) => methods.includes("POST") || methods.includes("ALL"));
}

/** Of the servers that were given an app, chooses the one for the requests. */
function chooseServerWithApp(): void {
  const given = listening.flatMap(({ server, app }) => (app ? [{ server, app }] : []));
  const meant = given.find(({ app }) => takesPosts(app)) ?? given[0];
  if (meant && !up) {
    serving = meant.app;
    sayUp("listened", meant.server);
  } else if (evaluated && !up) intact.setTimeout(settleForAnyServer, PRECEDENCE);
}

/**
 * Once the program has run to its end, a server without an app will do, if there is an app that it may pass requests
 * to.
 */
function settleForAnyServer(): void {
  if (up || listening.length === 0) return;
  const others = listening.map(({ server }) => server);
  // The tutor does not speak TLS. Where only a TLS server listens, the app gets a server of its own.
  const server = others.find((other) => !("setSecureContext" in other));
  if (apps.length === 0) tell({ say: "foreign" });
  else if (server) sayUp("listened", server);
  else serve(0);
}

/** The app that a module exports, by itself or as a member. */
function findExported(exports: unknown): unknown {
  if (isApp(exports)) return exports;
  if (typeof exports !== "object" || exports === null) return undefined;
  return Object.values(exports).find(isApp);
}

/**
 * The program's own code has run to its end.
 *
 * @param exports what its main module exports
 */
export function sayEvaluated(exports: unknown): void {
  evaluated = true;
  try {
    exported = findExported(exports);
  } catch {
    exported = undefined;
  }
  intact.setImmediate(chooseServerWithApp);
  if (!up && asked === 0) tell({ say: "evaluated", apps: apps.length, exported: exported !== undefined });
}

/**
 * Runs inside the child process, before and beside the learner's program: finds its apps, moves every server to a free
 * port of 127.0.0.1, watches what happens, and answers the host's questions.
 */

import { readFileSync } from "node:fs";
import http, { Server } from "node:http";
import Module, { createRequire } from "node:module";
import net from "node:net";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Fault } from "../../transcript.ts";
import type { Answer, Question, ToGuest } from "../protocol.ts";
import { isTypeScript } from "../../../base/typescript.ts";
import { watchAnswers } from "./answers.ts";
import { listen, signMessagesWith, tell } from "./channel.ts";
import { watchExpress } from "./express.ts";
import { filesUnderway, watchFileJobs } from "./file-work.ts";
import { intact, undisturbed } from "./intact.ts";
import { runAsWorker } from "./cluster.ts";
import { heedTsconfig } from "./tsconfig.ts";
import { markOffspring } from "./offspring.ts";
import { apps, functionsOf, isApp, statesOf, tableOf } from "./layers.ts";
import type { App } from "./layers.ts";
import { faultOf, placeNow } from "./places-in-stacks.ts";
import { isBadPort } from "./port.ts";
import { countRequest, received, report } from "./requests.ts";
import { endGently } from "./gentle-end.ts";
import { findExpress, offerLibraries } from "./resolve.ts";
import { textsReachedFrom } from "./reach.ts";
import { watchThrows } from "./throws.ts";
import { StoreReader } from "./store.ts";
import { enterWorld } from "./world.ts";
import type { WorldPowers } from "./world.ts";

type RunMessage = Extract<ToGuest, { do: "run" }>;

const channel = listen(hear);
const listenOriginally = net.Server.prototype.listen;
const { apply } = Reflect;

/** How many handlers are searched for the variables they close over. An app may have thousands, made in a loop. */
const MOST_ROOTS = 500;

let evaluated = false;
let exported: unknown;
let up = false;
/** The app behind the port that the host was told; null where that is not known. */
let serving: App | null = null;
/** How many servers the program itself has told to listen. */
let asked = 0;
let pendingAtStart = 0;
let reader: StoreReader | null = null;
/** Settles when the child is warm; null where the host did not ask for that. */
let warming: Promise<void> | null = null;
/** Whether the host has sent a program to run. */
let wanted = false;
/** What the host can do to the world that the program runs in. */
let world: WorldPowers | null = null;
/** The servers that listen, each with the app that it was given; null: none, so it may pass requests on to one. */
const listening: { server: net.Server; app: App | null }[] = [];
/** The server that receives the requests. */
let front: net.Server | null = null;
const { getConnections } = net.Server.prototype;
/** How long a server without an app waits for one that has an app, in ms. */
const PRECEDENCE = 50;

function hear(message: ToGuest): void {
  if (message.do === "warm") warming = warm(message.from, message.express);
  else if (message.do === "run") whenWarm(() => run(message));
  else if (message.do === "serve") serve(message.port);
  else answer(message.id, message.question);
}

/** How much the program has begun but not finished: timers, and files that it reads or writes. */
function pending(): number {
  let count = filesUnderway();
  for (const name of intact.activeResources()) if (name === "Timeout") count += 1;
  return count;
}

/**
 * Calls `done` when so many connections to the app are open, or after ms. Node accepts one in each turn of the event
 * loop.
 */
function awaitConnections(count: number, ms: number, done: () => void): void {
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
  pendingAtStart = pending();
  tell({ say: "up", how, port: address.port });
}

/** The app that requests are meant for: the exported one, else the last that is not mounted on another. */
function mainApp(): App | null {
  const named = isApp(exported) ? exported : null;
  return serving ?? named ?? apps.findLast((app) => !app.parent) ?? null;
}

/** Replaces `listen`: whatever the program asks for, the server gets a free port of 127.0.0.1. */
function moveListen(): void {
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

function serve(port: number): void {
  const app = mainApp();
  if (up || !app) return;
  const server = http.createServer((request, response) => app(request, response));
  server.prependListener("request", countRequest);
  server.once("listening", () => sayUp("served", server));
  apply(listenOriginally, server, [{ port, host: "127.0.0.1", exclusive: true }]);
}

function warn({ name, message }: Fault): void {
  report(null, { kind: "warned", name, message });
}

/**
 * Watches how the process ends. It replaces `emit` and adds no listeners, because a program may remove all listeners of
 * the process; Node looks up `emit` each time.
 */
function watchProcess(): void {
  let called = false;
  let place: ReturnType<typeof placeNow> = null;
  const emit = process.emit;
  const watching = (name: unknown, argument: unknown) => {
    if (name === "uncaughtExceptionMonitor") tell({ say: "fault", n: received, fault: faultOf(argument) });
    else if (name === "warning") warn(faultOf(argument));
    else if (name === "exit") tell({ say: "exit", apps: apps.length, listened: asked > 0, called, place });
    else if (name === "beforeExit" && !up && asked === 0 && evaluated) {
      if (mainApp()) channel.hold();
      tell({ say: "idle", apps: apps.length });
    }
  };
  Reflect.set(process, "emit", function (this: unknown, ...args: unknown[]): unknown {
    watching(args[0], args[1]);
    return apply(emit, this, args);
  });
  const exit = process.exit.bind(process);
  process.exit = (code) => {
    called = true;
    place = placeNow();
    return exit(code);
  };
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

function sayEvaluated(exports: unknown): void {
  evaluated = true;
  try {
    exported = findExported(exports);
  } catch {
    exported = undefined;
  }
  intact.setImmediate(chooseServerWithApp);
  if (!up && asked === 0) tell({ say: "evaluated", apps: apps.length, exported: exported !== undefined });
}

/** Loads the program (absolute) as the main module of its process. */
function load(file: string): void {
  const loader: { runMain?(): void; _load?(file: string, parent: null, isMain: true): void } = Object(Module);
  // tsx loads a .cts as if it were imported; then `require` of an ES module such as jose fails on Node 20.
  if (file.endsWith(".cts")) loader._load?.(file, null, true);
  else loader.runMain?.();
}

function run({ secret, file, express, setting }: RunMessage): void {
  signMessagesWith(secret);
  runAsWorker();
  if (isTypeScript(file)) heedTsconfig();
  watchAnswers();
  watchFileJobs();
  world = enterWorld(setting);
  // Express is loaded first, because every hook slows down what is loaded after it.
  watchExpress(findExpress(dirname(file), express));
  offerLibraries(file, express);
  reader ??= new StoreReader();
  reader.searchesHeap = mayKeepTokens(file);
  moveListen();
  watchProcess();
  markOffspring(dirname(fileURLToPath(import.meta.url)));
  channel.release();
  process.argv = [process.argv[0] ?? "node", file];
  load(file);
  const loaded = createRequire(file).cache[file];
  if (loaded?.loaded) sayEvaluated(loaded.exports);
  else {
    import(pathToFileURL(file).href).then(
      (exports: unknown) => sayEvaluated(exports),
      // The program's own uncaught error already reports it.
      () => {},
    );
  }
}

/**
 * Whether a program (absolute) names the store in its text, or loads other files that may. If not, no object can hold
 * it.
 */
function mayKeepTokens(file: string): boolean {
  try {
    return /refreshTokens|["'`]\.{1,2}\//.test(readFileSync(file, "utf8"));
  } catch {
    return true;
  }
}

/** Runs the program outside of any promise, so that an error that it throws is an uncaught error of its own. */
function whenWarm(begin: () => void): void {
  wanted = true;
  if (warming) void warming.then(() => intact.setImmediate(begin));
  else begin();
}

async function warm(from: string, express: string): Promise<void> {
  const { warmUp } = await import("./warm.ts");
  await warmUp(from, express, () => wanted);
  reader = new StoreReader();
}

function answer(id: number, question: Question): void {
  const send = (answer: Answer) => tell({ say: "answer", id, n: received, answer });
  const roots = () => apps.flatMap((app) => [...functionsOf(app), ...statesOf(app)]).slice(0, MOST_ROOTS);
  if (!reader) return send({});
  try {
    switch (question.about) {
      case "pulse":
        return send({});
      case "store": {
        const { deep, brief } = question;
        const store = reader;
        // After two turns of the event loop, all that the handler put off to the next turn has happened.
        return void intact.setImmediate(() =>
          intact.setImmediate(() => {
            try {
              send(undisturbed(() => store.read(roots(), deep, brief)));
            } catch {
              send({ store: { kind: "unknown" } });
            }
          }),
        );
      }
      case "add-token": {
        const adder = reader;
        return send({ added: undisturbed(() => adder.add(roots(), question.token, question.at)) });
      }
      case "layers": {
        const app = mainApp();
        return send({ layers: app ? tableOf(app) : [] });
      }
      case "move-clock":
        return void world?.moveClock(question.ms).then(() => send({}));
      case "throws":
        watchThrows();
        return send({});
      case "cut":
        world?.cutAtNextAnswer();
        return send({});
      case "end":
        return endGently();
      case "reach":
        return send({ reached: undisturbed(() => textsReachedFrom(roots())) });
      case "connected":
        return awaitConnections(question.count, question.ms, () => send({}));
      case "settled": {
        const end = intact.now() + question.ms;
        // The timer that calls this still counts as pending.
        const look = (own: number) => {
          if (pending() - own <= pendingAtStart || intact.now() > end) send({});
          else intact.setTimeout(look, 5, 1);
        };
        return look(0);
      }
    }
  } catch {
    send({});
  }
}

/**
 * Runs inside the child process, before and beside the learner's program: prepares all that watches the program, runs
 * it, and answers the host's questions.
 */

import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isTypeScript } from "../../../base/typescript.ts";
import type { Fault } from "../../transcript.ts";
import type { Answer, Question, ToGuest } from "../protocol.ts";
import { watchAnswers } from "./answers.ts";
import { listen, signMessagesWith, tell } from "./channel.ts";
import { runAsWorker } from "./cluster.ts";
import { watchExpress, watchOtherExpresses } from "./express.ts";
import { watchFileJobs } from "./file-work.ts";
import { endGently } from "./gentle-end.ts";
import { intact, undisturbed } from "./intact.ts";
import { apps, functionsOf, statesOf, tableOf } from "./layers.ts";
import { markOffspring } from "./offspring.ts";
import { awaitSettled } from "./pending.ts";
import { faultOf, placeNow } from "./places-in-stacks.ts";
import { textsReachedFrom } from "./reach.ts";
import { received, report } from "./requests.ts";
import { findExpress, offerLibraries } from "./resolve.ts";
import {
  asked,
  awaitConnections,
  evaluated,
  mainApp,
  moveListen,
  sayEvaluated,
  serve,
  up,
} from "./servers.ts";
import { StoreReader } from "./store.ts";
import { watchThrows } from "./throws.ts";
import { heedTsconfig } from "./tsconfig.ts";
import { enterWorld } from "./world.ts";
import type { WorldPowers } from "./world.ts";

type RunMessage = Extract<ToGuest, { do: "run" }>;

const channel = listen(hear);
const { apply } = Reflect;

/** How many handlers are searched for the variables they close over. An app may have thousands, made in a loop. */
const MOST_ROOTS = 500;

let reader: StoreReader | null = null;
/** Settles when the child is warm; null where the host did not ask for that. */
let warming: Promise<void> | null = null;
/** Whether the host has sent a program to run. */
let wanted = false;
/** What the host can do to the world that the program runs in. */
let world: WorldPowers | null = null;

function hear(message: ToGuest): void {
  if (message.do === "warm") warming = warm(message.from, message.express);
  else if (message.do === "run") whenWarm(() => run(message));
  else if (message.do === "serve") serve(message.port);
  else answer(message.id, message.question);
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
  if (isTypeScript(file)) heedTsconfig(file);
  watchAnswers();
  watchFileJobs();
  world = enterWorld(setting);
  // Express is loaded first, because every hook slows down what is loaded after it.
  watchExpress(findExpress(dirname(file), express));
  watchOtherExpresses();
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
  const look = (see: () => Answer) => {
    tell({ say: "looking" });
    send(undisturbed(see));
  };
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
              look(() => store.read(roots(), deep, brief));
            } catch {
              send({ store: { kind: "unknown" } });
            }
          }),
        );
      }
      case "other-names":
        reader.otherNames = question.names;
        return send({});
      case "add-token": {
        const adder = reader;
        return look(() => ({ added: adder.add(roots(), question.token, question.at) }));
      }
      case "layers": {
        const app = mainApp();
        return send({ layers: app ? tableOf(app) : [] });
      }
      case "move-clock":
        return void world?.moveClock(question.ms).then(() => send({}));
      case "run-clock":
        world?.runClock();
        return send({});
      case "throws":
        watchThrows();
        return send({});
      case "cut":
        world?.cutAtNextAnswer();
        return send({});
      case "end":
        return endGently();
      case "reach":
        return look(() => ({ reached: textsReachedFrom(roots()) }));
      case "connected":
        return awaitConnections(question.count, question.ms, () => send({}));
      case "settled":
        return awaitSettled(question.ms, () => send({}));
    }
  } catch {
    send({});
  }
}

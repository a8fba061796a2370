/** `serve`: the learner's app on a port for curl or a browser, started anew with each save. */

import { StringDecoder } from "node:string_decoder";
import { loadCourse } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import type { Step } from "../check/step.ts";
import { typed } from "../base/invocation.ts";
import { shellWord } from "../base/shell.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { readSource } from "../check/source/source.ts";
import { Saves } from "../watching/watch-saves.ts";
import { openRelay } from "../serving/relay.ts";
import type { Relay, Relayed, Upstream } from "../serving/relay.ts";
import { ServedApp } from "../serving/served-app.ts";
import { bootTrouble, endingTrouble } from "../serving/why-it-is-down.ts";
import { drawExchange, drawParties, drawnExchange, storeInShort } from "../drawing/diagram.ts";
import { yourApp } from "../drawing/app-output.ts";
import { breakCommand } from "../drawing/curl-line.ts";
import { wrap } from "../drawing/text.ts";
import type { Output } from "../check/transcript.ts";
import { curlOf } from "../check/verdict/curl.ts";
import { fromHere } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { fileTrouble, handedIn } from "./checked-file.ts";
import { namedStep, namesOnScreen, openHere, stepMeant } from "./here.ts";
import type { NameFile } from "../base/file-names.ts";

export interface ServeOptions {
  /** As typed. */
  port?: string;
  file?: string;
}

const PORT = 3000;
/** How long what the app prints is gathered before it is shown, in ms. */
const GATHERING = 30;

/** @param word the step as typed; undefined: the current one */
export async function serve(
  word: string | undefined,
  options: ServeOptions,
  context: Context,
): Promise<Outcome> {
  const port = portFrom(options.port);
  if (isProblem(port)) return port;
  const task = taskFor(word, options.file, loadCourse(), context);
  if (isProblem(task)) return task;
  const serving = new Serving(task, context);
  const relay = await open(port, serving);
  if (isProblem(relay)) return relay;
  try {
    await serving.run(relay.port, port);
    return "done";
  } finally {
    await Promise.all([relay.close(), serving.end()]);
  }
}

/** What is served: a learner's file (absolute) of a step. */
interface Task {
  step: Step;
  file: string;
  nameFile: NameFile;
}

function taskFor(
  word: string | undefined,
  path: string | undefined,
  course: Course,
  context: Context,
): Task | Problem {
  const [first] = course.steps;
  if (path !== undefined && first) {
    const step = word === undefined ? first : namedStep(course, "serve", word);
    const file = fromHere(context, path);
    if (isProblem(step)) return step;
    if (isProblem(file)) return file;
    const nameFile = namesOnScreen(context, null, file);
    const trouble = fileTrouble(file, nameFile, (name) => typed(`serve --file ${shellWord(name)}`));
    return trouble ?? { step, file, nameFile };
  }
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  const step = stepMeant(course, "serve", word, workspace);
  if (isProblem(step)) return step;
  const nameFile = namesOnScreen(context, workspace.root);
  const file = handedIn(workspace, course, step, nameFile);
  return isProblem(file) ? file : { step, file, nameFile };
}

function portFrom(word: string | undefined): number | Problem {
  if (word === undefined) return PORT;
  const port = /^\d+$/.test(word) ? Number(word) : 0;
  if (port >= 1 && port <= 65_535) return port;
  return problem(
    "bad-port",
    `--port takes a number from 1 to 65535, not "${word}".`,
    typed("serve --port 3000"),
  );
}

async function open(port: number, upstream: Upstream): Promise<Relay | Problem> {
  try {
    const relay = await openRelay(port, upstream);
    return relay ?? problem("no-free-port", `No port from ${port} on is free.`, typed("serve --port 8000"));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const message = `Port ${port} may not be opened (${String(error.code)}).`;
    return problem("port-refused", message, typed("serve --port 3000"));
  }
}

/** Tells what happens while an app is served. */
class Serving implements Upstream {
  readonly #step: Step;
  readonly #file: string;
  readonly #nameFile: NameFile;
  readonly #context: Context;
  readonly #app: ServedApp;
  readonly #saves: Saves;
  readonly #decoders = { stdout: new StringDecoder("utf8"), stderr: new StringDecoder("utf8") };
  #printed: Output[] = [];
  #gathering: NodeJS.Timeout | null = null;
  #starts = 0;

  constructor({ step, file, nameFile }: Task, context: Context) {
    this.#step = step;
    this.#file = file;
    this.#nameFile = nameFile;
    this.#context = context;
    this.#saves = new Saves(() => this.#reload());
    this.#app = new ServedApp(file, {
      booted: (boot) => {
        this.#flush();
        const trouble = bootTrouble(boot, nameFile);
        if (trouble) this.#sayDown(trouble);
        else if (this.#starts > 1) this.#say("Started anew; the store begins anew too.");
      },
      ended: (ending, fault) => {
        this.#flush();
        this.#sayDown(endingTrouble(ending, fault, nameFile));
      },
      printed: (stream, chunk) => this.#gather(stream, chunk),
    });
  }

  port(): Promise<number | { down: string }> {
    return this.#app.port();
  }

  async relayed({ request, response, error, ms }: Relayed): Promise<void> {
    const store = await this.#app.store();
    this.#flush();
    const unseen = {
      hang: null,
      blockedAt: null,
      changedLate: false,
      holders: [],
      events: [],
      ended: false,
    } as const;
    const who = { label: "", actor: "you", scenario: "", world: "", stored: null };
    const exchange = { ...who, request, response, error, ms, store, ...unseen, holders: [], events: [] };
    this.#context.print(drawExchange(drawnExchange(exchange), this.#context.canvas));
  }

  /** Serves until nobody reads what is printed any more; Ctrl-C ends the process. `wanted`: the port asked for. */
  async run(port: number, wanted: number): Promise<void> {
    const { canvas, print, closed } = this.#context;
    const origin = `http://localhost:${port}`;
    if (port !== wanted) this.#say(`Port ${wanted} is taken, so this is port ${port}.`);
    this.#say(
      `${this.#nameFile(this.#file)} answers at ${origin}. It is started anew with each save. Ctrl-C ends it.`,
    );
    const [first] = this.#step.trial.slice(-1);
    if (first) print(["", ...breakCommand(curlOf(first, origin), canvas.width), ""].join("\n"));
    this.#follow();
    await this.#start();
    const store = await this.#app.store();
    print(drawParties(canvas, storeInShort(store)));
    await new Promise<void>((resolve) => {
      if (closed.aborted) resolve();
      closed.addEventListener("abort", () => resolve());
    });
  }

  async end(): Promise<void> {
    this.#saves.close();
    if (this.#gathering) clearTimeout(this.#gathering);
    await this.#app.end();
  }

  #start(): Promise<void> {
    this.#starts += 1;
    return this.#app.start();
  }

  #reload(): void {
    this.#follow();
    void this.#start();
  }

  #follow(): void {
    this.#saves.follow([this.#file, ...readSource(this.#file).files.map(({ path }) => path)]);
  }

  #say(text: string): void {
    this.#context.print(wrap(text, this.#context.canvas.width).join("\n"));
  }

  #sayDown(trouble: string): void {
    this.#app.down = `${trouble} Mend the file and save it: then the app is started anew.`;
    this.#say(`${trouble} Save the file, and it is started anew.`);
  }

  #gather(stream: Output["stream"], chunk: Buffer): void {
    this.#printed.push({ stream, text: this.#decoders[stream].write(chunk) });
    this.#gathering ??= setTimeout(() => this.#flush(), GATHERING);
  }

  #flush(): void {
    if (this.#gathering) clearTimeout(this.#gathering);
    this.#gathering = null;
    const rename = (line: string) =>
      line.replaceAll(this.#file, this.#nameFile(this.#file)).replaceAll("file://", "");
    const lines = yourApp(this.#printed.splice(0), this.#context.canvas, rename);
    if (lines.length > 0) this.#context.print(lines.join("\n"));
  }
}

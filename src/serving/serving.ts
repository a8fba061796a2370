/** Serves a learner's app: starts it anew with each save, and prints what is said and what happens. */

import { StringDecoder } from "node:string_decoder";
import type { NameFile } from "../base/file-names.ts";
import { readSource } from "../check/source/source.ts";
import type { Step } from "../check/step.ts";
import type { Output } from "../check/transcript.ts";
import { curlOf } from "../check/verdict/curl.ts";
import { yourApp } from "../drawing/app-output.ts";
import { breakCommand } from "../drawing/curl-line.ts";
import { drawExchange, drawnExchange, drawParties, storeInShort } from "../drawing/diagram.ts";
import type { LearnerConsole } from "../drawing/learner-console.ts";
import { wrap } from "../drawing/text.ts";
import { Saves } from "../watching/watch-saves.ts";
import type { Relayed, Upstream } from "./relay.ts";
import { ServedApp } from "./served-app.ts";
import { bootTrouble, endingTrouble } from "./why-it-is-down.ts";

/** How long what the app prints is gathered before it is shown, in ms. */
const GATHERING = 30;

/** What is served: a learner's file (absolute) of a step. */
export interface Served {
  step: Step;
  file: string;
  nameFile: NameFile;
}

/** Tells what happens while an app is served. */
export class Serving implements Upstream {
  readonly #step: Step;
  readonly #file: string;
  readonly #nameFile: NameFile;
  readonly #console: LearnerConsole;
  readonly #app: ServedApp;
  readonly #saves: Saves;
  readonly #decoders = { stdout: new StringDecoder("utf8"), stderr: new StringDecoder("utf8") };
  #printed: Output[] = [];
  #gathering: NodeJS.Timeout | null = null;
  #starts = 0;

  constructor({ step, file, nameFile }: Served, console: LearnerConsole) {
    this.#step = step;
    this.#file = file;
    this.#nameFile = nameFile;
    this.#console = console;
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
    this.#console.print(drawExchange(drawnExchange(exchange), this.#console.canvas));
  }

  /** Serves until nobody reads what is printed any more; Ctrl-C ends the process. `wanted`: the port asked for. */
  async run(port: number, wanted: number): Promise<void> {
    const { canvas, print, closed } = this.#console;
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
    this.#console.print(wrap(text, this.#console.canvas.width).join("\n"));
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
    const lines = yourApp(this.#printed.splice(0), this.#console.canvas, rename);
    if (lines.length > 0) this.#console.print(lines.join("\n"));
  }
}

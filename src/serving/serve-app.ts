/** Serves a learner's app: starts it again with each save, and prints the exchanges and what happens. */

import { StringDecoder } from "node:string_decoder";
import type { NameFile } from "../base/file-names.ts";
import { makeSecrets } from "../check/runner/secrets.ts";
import type { Step } from "../check/step.ts";
import type { Output } from "../check/transcript.ts";
import { curlOf } from "../check/verdict/curl.ts";
import { yourApp } from "../drawing/app-output.ts";
import { breakCommand } from "../drawing/curl-line.ts";
import { drawExchange, drawnExchange, drawParties, drawsStore, storeInShort } from "../drawing/diagram.ts";
import type { LearnerConsole } from "../drawing/learner-console.ts";
import { wrap } from "../drawing/text.ts";
import { Saves } from "../watching/watch-saves.ts";
import type { Relayed, Upstream } from "./public-port.ts";
import { ServedApp } from "./served-app.ts";
import { bootTrouble, endingTrouble } from "./why-it-is-down.ts";

/** How long to collect what the app prints before it is shown, in ms. */
const COLLECTING = 30;

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
  #collecting: NodeJS.Timeout | null = null;
  #starts = 0;

  constructor({ step, file, nameFile }: Served, console: LearnerConsole) {
    this.#step = step;
    this.#file = file;
    this.#nameFile = nameFile;
    this.#console = console;
    this.#saves = new Saves(() => this.#reload());
    this.#app = new ServedApp(file, step.part === "two" ? makeSecrets() : null, {
      booted: (boot) => {
        this.#printOutput();
        const trouble = bootTrouble(boot, nameFile);
        if (trouble) this.#printDown(trouble);
        else if (this.#starts > 1)
          this.#print("Restarted: what it kept in memory, refreshTokens too, is gone.");
      },
      ended: (ending, fault) => {
        this.#printOutput();
        this.#printDown(endingTrouble(ending, fault, nameFile));
      },
      printed: (stream, chunk) => this.#collectOutput(stream, chunk),
    });
  }

  port(): Promise<number | { down: string }> {
    return this.#app.port();
  }

  async relayed({ request, response, error, ms }: Relayed): Promise<void> {
    const store = await this.#app.store();
    this.#printOutput();
    const unseen = {
      hang: null,
      late: null,
      blockedAt: null,
      changedLate: false,
      holders: [],
      events: [],
      ended: false,
    } as const;
    const who = { label: "", actor: "you", scenario: "", world: "", stored: null };
    const exchange = { ...who, request, response, error, ms, store, ...unseen, holders: [], events: [] };
    const drawn = drawnExchange(exchange);
    const hasStore = drawsStore(this.#step.checks, [store]);
    this.#console.print(drawExchange(hasStore ? drawn : { ...drawn, store: null }, this.#console.canvas));
  }

  /**
   * Serves until the reader of standard output has gone.
   *
   * @param port the port that is served on
   * @param wanted the port that was asked for
   * @param howToEnd how the learner ends it, as a sentence
   */
  async run(port: number, wanted: number, howToEnd: string): Promise<void> {
    const { canvas, print, closed } = this.#console;
    const origin = `http://localhost:${port}`;
    if (port !== wanted) this.#print(`Port ${wanted} is taken, so this is port ${port}.`);
    this.#print(
      `${this.#nameFile(this.#file)} answers at ${origin}. It is restarted with each save. ${howToEnd}`,
    );
    const { trial, keepsCookies = false } = this.#step;
    const lines = trial.flatMap((one) => breakCommand(curlOf(one, origin, keepsCookies), canvas.width));
    if (lines.length > 0) print(["", "To try it, one after the other:", ...lines, ""].join("\n"));
    this.#saves.follow(this.#file);
    await Promise.all([this.#start(), this.#saves.lookAround()]);
    const store = await this.#app.store();
    const hasStore = drawsStore(this.#step.checks, [store]);
    print(drawParties(canvas, hasStore ? storeInShort(store) : null, hasStore));
    await new Promise<void>((resolve) => {
      if (closed.aborted) resolve();
      closed.addEventListener("abort", () => resolve());
    });
  }

  async end(): Promise<void> {
    this.#saves.close();
    if (this.#collecting) clearTimeout(this.#collecting);
    await this.#app.end();
  }

  #start(): Promise<void> {
    this.#starts += 1;
    return this.#app.start();
  }

  #reload(): void {
    void this.#saves.lookAround();
    void this.#start();
  }

  #print(text: string): void {
    this.#console.print(wrap(text, this.#console.canvas.width).join("\n"));
  }

  #printDown(trouble: string): void {
    this.#app.down = `${trouble} Mend the file and save it: then the app is started again.`;
    this.#print(`${trouble} Save the file, and it is started again.`);
  }

  #collectOutput(stream: Output["stream"], chunk: Buffer): void {
    this.#printed.push({ stream, text: this.#decoders[stream].write(chunk) });
    this.#collecting ??= setTimeout(() => this.#printOutput(), COLLECTING);
  }

  #printOutput(): void {
    if (this.#collecting) clearTimeout(this.#collecting);
    this.#collecting = null;
    const rename = (line: string) =>
      line.replaceAll(this.#file, this.#nameFile(this.#file)).replaceAll("file://", "");
    const lines = yourApp(this.#printed.splice(0), this.#console.canvas, rename);
    if (lines.length > 0) this.#console.print(lines.join("\n"));
  }
}

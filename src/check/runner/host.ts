/**
 * Boots a learner's file in a child process and speaks with the guest inside it. It is long because everything in it
 * depends on the state of this one process.
 */

import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { constants } from "node:os";
import { Duplex } from "node:stream";
import { fileMentions } from "../../base/file-mentions.ts";
import { besideLibraries, shipped } from "../../base/package.ts";
import type { Boot, Ending, Event, Fault, Output, Place } from "../transcript.ts";
import { passedLimit } from "./box-limits.ts";
import type { BoxLimit } from "./box-limits.ts";
import { setFairDeadline } from "./fair-deadline.ts";
import type { Deadline } from "./fair-deadline.ts";
import { hearGuest } from "./hearing.ts";
import { watchOver } from "./kill-orphans.ts";
import { launch } from "./launch.ts";
import type { Box, Launch } from "./launch.ts";
import { OutputKeeper } from "./output.ts";
import {
  activityOf,
  killMarked,
  killTree,
  pause,
  processesInBox,
  residentMemory,
  waitedForProcessor,
} from "./processes.ts";
import { FROM_GUEST, TO_GUEST } from "./protocol.ts";
import type { Answer, FromGuest, Question, Setting, ToGuest } from "./protocol.ts";
import { MARK } from "./run-mark.ts";

/** The setting of a program in whose world nothing is changed. */
export const AS_IT_IS: Setting = {
  clock: "real",
  startsAt: 0,
  repeatsRandom: false,
  stands: false,
  losesPower: false,
  folder: null,
  secrets: null,
};

/** How long the event loop may leave a question unanswered, in ms. After that it counts as blocked. */
const PULSE = 400;
/** How often to look at a child's memory and at how long it waited for a processor, in ms. */
const OBSERVING = 100;
/**
 * After a look at a box, the pause is this many times as long as the look took, because a program can make it take
 * long.
 */
const LEAST_PAUSE = 10;
const MOST_MEMORY = 1024 * 1024 * 1024;
/** In bytes. A program that holds more than this and does not answer will soon reach the memory limit. */
const MUCH_MEMORY = 320 * 1024 * 1024;
/** How many events of a check are kept, because a program may cause them in a loop. */
const MOST_EVENTS = 2_000;
/** How long to wait for the end of a process that was killed, in ms. */
const LONGEST_END = 3_000;
/** How long a process may live on after its end of the channel was closed, in ms. */
const SILENCE = 250;

export type NumberedEvent = { n: number; event: Event };

/** What the marks of all runs of this process begin with. */
const family = randomBytes(8).toString("hex");

/** A program whose own text does not name `listen` is not waited for until it listens. */
const LISTEN = /\blisten\b/;

/** Kills for the children that have not ended. None of them may live on when this process ends, whatever ends it. */
const living = new Set<() => void>();
process.on("exit", () => {
  for (const kill of living) kill();
});

/** Starts a child, or hands out a started one that has run nothing of the learner's yet. */
export type StartGuest = (options: Launch) => Guest;

/**
 * One child process. It is started by the constructor, runs one learner's file after `boot`, and is gone after `end`.
 * Nothing in here throws because of what the learner's program does.
 */
export class Guest {
  readonly #child: ChildProcess;
  readonly #fromGuest: Duplex;
  readonly #toGuest: Duplex;
  readonly #secret = randomBytes(12).toString("hex");
  readonly #mark = `${family}_${randomBytes(4).toString("hex")}`;
  readonly #output = new OutputKeeper();
  readonly #waiting = new Map<number, (answer: { n: number; answer: Answer } | null) => void>();
  readonly #observing: NodeJS.Timeout;
  #hear: (message: FromGuest) => void = () => {};
  #rename: (text: string) => string = (text) => text;
  #questions = 0;
  #lastFault: Fault | null = null;
  #exit: { apps: number; listened: boolean; called: boolean; place: Ending["place"] } | null = null;
  /** The limit that it has passed, and for which it was stopped. */
  #passed: BoxLimit | null = null;
  readonly #box: Box | null;
  /** The next look at the box happens after this time (`performance.now()`), because the last one took long. */
  #looksAgainAt = 0;
  /** How long it had waited for a processor at the last look, in ms. */
  #waited = 0;
  /** The same of this process, and how long that had waited when the child was started. */
  #waitedHere = 0;
  readonly #waitedBefore = waitedForProcessor(process.pid) ?? 0;
  /** How much processor time it had used at the last look, in ticks, and since when that has not changed. */
  #used = 0;
  #sleepsSince = performance.now();
  /** Since when the guest looks into the program (`performance.now()`); null while it does not. */
  #looksSince: number | null = null;
  #looked = 0;
  /** Whether it has started processes of its own, or may have done so without telling. */
  #offspring = false;
  #silent = false;
  #stopped = false;

  /** Whether the child was started with TypeScript's loader. */
  readonly typescript: boolean;
  /** The events of the requests so far, in order of arrival. */
  readonly events: NumberedEvent[] = [];
  /** How the process ended by itself; null while it lives or where it was told to end. */
  ending: Ending | null = null;
  /**
   * Why the system could not start the process; null where it could. If it is set, nothing below says anything about
   * the learner's program.
   */
  startError: Error | null = null;
  /** Settles as soon as the process has ended and its output is complete. */
  readonly ended: Promise<void>;
  /** The port of 127.0.0.1 on which the app answers. */
  port = 0;
  /** Called with what the program prints, as it comes. */
  heard: (stream: Output["stream"], chunk: Buffer) => void = () => {};

  constructor(options: Launch) {
    this.typescript = options.typescript;
    this.#box = options.place?.box ?? null;
    this.#child = launch(options, this.#mark);
    watchOver(`${MARK}=${family}_`);
    this.#fromGuest = this.#channel(FROM_GUEST);
    this.#toGuest = this.#channel(TO_GUEST);
    this.ended = this.#watchEnd();
    hearGuest(
      this.#fromGuest,
      this.#secret,
      (line) => this.#rename(line),
      (message) => this.#receive(message),
    );
    this.#toGuest.resume();
    this.#child.stdout?.on("data", (chunk: Buffer) => this.#print("stdout", chunk));
    this.#child.stderr?.on("data", (chunk: Buffer) => this.#print("stderr", chunk));
    this.#observing = setInterval(() => this.#observe(), OBSERVING);
    this.#observing.unref();
  }

  /** What the program has printed so far. */
  get output(): Output[] {
    return this.#output.read().map(({ stream, text }) => ({ stream, text: this.#rename(text) }));
  }

  #print(stream: Output["stream"], chunk: Buffer): void {
    this.#output.take(stream, chunk);
    this.heard(stream, chunk);
  }

  /** A channel to the child. A program that closes its end of it cannot be asked any more, and is stopped. */
  #channel(descriptor: number): Duplex {
    const channel = this.#child.stdio[descriptor];
    if (!(channel instanceof Duplex)) throw new Error("a child without a channel");
    channel.on("error", () => {});
    channel.once("end", () => {
      if (!this.#stopped) this.#offspring = true;
      // The channels of a process close when it ends, too; so its end is waited for first.
      const late = setTimeout(() => {
        this.#silent = true;
        this.#kill();
      }, SILENCE);
      void this.ended.then(() => clearTimeout(late));
    });
    return channel;
  }

  #receive(message: FromGuest): void {
    if (message.say === "event") this.#note({ n: message.n, event: message.event });
    if (message.say === "fault") {
      this.#lastFault = message.fault;
      this.#note({ n: message.n, event: { kind: "uncaught", fault: message.fault } });
    }
    if (message.say === "exit") this.#exit = message;
    if (message.say === "offspring") this.#offspring = true;
    if (message.say === "looking") this.#looksSince ??= performance.now();
    if (message.say === "answer") {
      this.#noteLooked();
      this.#waiting.get(message.id)?.({ n: message.n, answer: message.answer });
      this.#waiting.delete(message.id);
    }
    this.#hear(message);
  }

  #note(event: NumberedEvent): void {
    if (this.events.length < MOST_EVENTS) this.events.push(event);
  }

  #send(message: ToGuest): void {
    if (this.#toGuest.writable) this.#toGuest.write(`${JSON.stringify(message)}\n`);
  }

  /** The pid of the program. In a box it is not the child's own. undefined where the program does not run. */
  get #program(): number | undefined {
    const { pid } = this.#child;
    return this.#box === null || pid === undefined ? pid : processesInBox(pid)[0];
  }

  #observe(): void {
    const { pid } = this.#child;
    const program = this.#program;
    if (pid === undefined || program === undefined) return;
    this.#waited = waitedForProcessor(program) ?? 0;
    this.#waitedHere = (waitedForProcessor(process.pid) ?? 0) - this.#waitedBefore;
    if ((residentMemory(program) ?? 0) >= MOST_MEMORY) return this.#stopFor("memory");
    if (this.#box === null || performance.now() < this.#looksAgainAt) return;
    const begun = performance.now();
    const limit = passedLimit(processesInBox(pid), this.#box.room);
    const now = performance.now();
    this.#looksAgainAt = now + LEAST_PAUSE * (now - begun);
    if (limit !== null) this.#stopFor(limit);
  }

  /**
   * For how long the program has slept as far as these looks show, in ms: each call is one. 0 where the system does not
   * tell, null where it is gone. A program that works in spells much shorter than a tick of the system may count as
   * sleeping.
   */
  sleepsFor(): number | null {
    const program = this.#program;
    if (this.ending !== null || this.#stopped || program === undefined) return null;
    const activity = activityOf(program);
    if (!activity?.sleeps || activity.used !== this.#used) {
      this.#used = activity?.used ?? 0;
      this.#sleepsSince = performance.now();
    }
    return performance.now() - this.#sleepsSince;
  }

  #stopFor(limit: BoxLimit): void {
    this.#passed ??= limit;
    this.#kill();
  }

  #watchEnd(): Promise<void> {
    return new Promise((resolve) => {
      this.#child.once("error", (error) => {
        this.startError = error;
        resolve();
      });
      const kill = () => this.#kill();
      living.add(kill);
      this.#child.once("exit", (code, signal) => {
        living.delete(kill);
        clearInterval(this.#observing);
        this.#noteLooked();
        // The processes that it started must not outlive it, nor keep its output open.
        this.#kill();
        const finish = () => {
          if (!this.#stopped || this.#passed !== null || this.#silent)
            this.ending ??= this.#endingOf(code, signal);
          for (const answer of this.#waiting.values()) answer(null);
          this.#waiting.clear();
          resolve();
        };
        const late = setTimeout(finish, 500);
        this.#child.once("close", () => {
          clearTimeout(late);
          finish();
        });
      });
    });
  }

  #endingOf(reported: number | null, killedBy: string | null): Ending {
    const { code, signal } = this.#box
      ? this.#endingInBox(reported, killedBy)
      : { code: reported, signal: killedBy };
    const place = this.#exit?.called ? this.#exit.place : null;
    const outOfHeap = this.output.some(({ text }) => text.includes("JavaScript heap out of memory"));
    if (this.#passed !== null) return { code, signal, cause: this.#passed, place };
    if (outOfHeap) return { code, signal, cause: "memory", place };
    if (this.#silent) return { code, signal, cause: "channel", place };
    if (signal) return { code, signal, cause: "signal", place };
    const fault = code !== 0 && this.#lastFault !== null && !this.#exit?.called;
    return { code, signal, cause: fault ? "fault" : "exit", place };
  }

  /**
   * A box ends with 128 and the number of the signal that ended the program; a program that exits with such a code
   * tells so.
   */
  #endingInBox(code: number | null, signal: string | null): Pick<Ending, "code" | "signal"> {
    const known = Object.entries(constants.signals).find(([, number]) => 128 + number === code);
    return known && this.#exit === null ? { code: null, signal: known[0] } : { code, signal };
  }

  #kill(): void {
    if (this.#child.pid === undefined) return;
    killTree(this.#child.pid);
    // This looks at every process of the system, which takes some milliseconds.
    if (this.#offspring) killMarked(this.#mark);
  }

  /** Loads express ahead of time, as a file in the folder `from` (absolute) would find it. */
  warm(from: string): void {
    this.#send({ do: "warm", from, express: besideLibraries });
  }

  /**
   * Runs a learner's file and waits until requests can be sent to its app, the program has ended, or `ms` have passed.
   *
   * @param file absolute, a real path
   * @param rename gives the paths in a text the learner's own names, where the file is a copy
   */
  boot(
    file: string,
    ms: number,
    setting: Setting = AS_IT_IS,
    rename: (text: string) => string = (text) => text,
  ): Promise<Boot> {
    this.#rename = rename;
    return new Promise((resolve) => {
      let settled = false;
      const settle = (boot: Boot) => {
        if (settled) return;
        settled = true;
        deadline.cancel();
        this.#hear = () => {};
        resolve(boot);
      };
      let idle = false;
      const serve = () => this.#send({ do: "serve", port: 0 });
      const deadline = this.deadline(ms, async () => {
        const blocked = !(await this.isAlive());
        if (this.ending) return settle(this.#bootEnded());
        settle({ outcome: "timeout", blocked, place: blocked ? await this.busyAt() : null });
      });
      this.#hear = (message) => {
        if (message.say === "up") {
          this.port = message.port;
          settle({ outcome: "up", how: idle && message.how === "served" ? "idle" : message.how });
        } else if (message.say === "foreign") {
          settle({ outcome: "foreign" });
        } else if (message.say === "idle") {
          idle = fileMentions(file, LISTEN);
          if (message.apps > 0) serve();
        } else if (message.say === "evaluated" && message.apps > 0) {
          if (message.exported || !fileMentions(file, LISTEN)) serve();
        }
      };
      void this.ended.then(() => settle(this.#bootEnded()));
      this.#send({ do: "run", secret: this.#secret, file, express: besideLibraries, setting });
    });
  }

  #bootEnded(): Boot {
    const { apps = 0, listened = false, called = false, place = null } = this.#exit ?? {};
    const byFault = this.ending !== null && this.ending.cause !== "exit";
    const failed = this.#lastFault !== null && !called;
    const unread = this.#exit === null && this.ending?.code !== 0;
    if (byFault || failed || unread) return { outcome: "crashed", fault: this.#lastFault };
    return { outcome: "exited", apps, listened, called, place };
  }

  /** How long the guest has looked into the program so far, in ms. Meanwhile the program could not run. */
  get looked(): number {
    return this.#looked + (this.#looksSince === null ? 0 : performance.now() - this.#looksSince);
  }

  /**
   * How much of its time the program could not use, in ms, as far as it is known by now: the guest looked into it, or it
   * waited for a processor, or this process did, for which it waits.
   */
  get unusable(): number {
    return this.looked + this.#waited + this.#waitedHere;
  }

  #noteLooked(): void {
    this.#looked = this.looked;
    this.#looksSince = null;
  }

  /** Calls `late` after `ms` in which the program could have run. */
  deadline(ms: number, late: () => void): Deadline {
    const before = this.#waited;
    const lookedBefore = this.looked;
    return setFairDeadline(ms, late, () => {
      const program = this.#program;
      const waited = program === undefined ? null : waitedForProcessor(program);
      return this.looked - lookedBefore + (waited === null ? 0 : waited - before);
    });
  }

  /** Asks the guest; null where it does not answer within `ms` or has ended. */
  ask(question: Question, ms: number): Promise<{ n: number; answer: Answer } | null> {
    if (this.ending || this.#stopped) return Promise.resolve(null);
    const id = ++this.#questions;
    return new Promise((resolve) => {
      const late = this.deadline(ms, () => {
        this.#waiting.delete(id);
        resolve(null);
      });
      this.#waiting.set(id, (answer) => {
        late.cancel();
        resolve(answer);
      });
      this.#send({ do: "ask", id, question });
    });
  }

  /**
   * Whether the program's event loop turns: it answers within PULSE ms. If it does not, and holds so much memory that
   * it will soon reach the limit, it is stopped at once: see `ending`.
   */
  async isAlive(): Promise<boolean> {
    if ((await this.ask({ about: "pulse" }, PULSE)) !== null) return true;
    const program = this.#program;
    const used = program === undefined ? null : residentMemory(program);
    if (this.ending === null && used !== null && used > MUCH_MEMORY) {
      this.#stopFor("memory");
      await this.ended;
    }
    return false;
  }

  /** Where in the learner's files the event loop is blocked; null where that cannot be found out. */
  async busyAt(): Promise<Place | null> {
    // https://nodejs.org/en/learn/getting-started/debugging: Node prints it to stderr.
    const address = /^Debugger listening on (ws:\/\/127\.0\.0\.1:\d+\/[\w-]+)$/m.exec(
      this.output.map(({ text }) => text).join(""),
    )?.[1];
    if (!address || this.ending) return null;
    const { findBusyPlace } = await import("./busy.ts");
    const place = await findBusyPlace(address, shipped("dist"));
    return place && { ...place, file: this.#rename(place.file) };
  }

  /**
   * Holds the program where it is, or lets it go on. When it goes on, all that was sent to it meanwhile has arrived.
   */
  hold(held: boolean): void {
    const program = this.#program;
    if (program !== undefined && !this.ending && !this.#stopped) pause(program, held);
  }

  /** Ends the process and everything that it started, and waits until it is gone. */
  async end(): Promise<void> {
    this.#stopped = true;
    if (this.#child.pid !== undefined) killTree(this.#child.pid);
    this.#fromGuest.destroy();
    this.#toGuest.destroy();
    // A process that hangs in the kernel cannot be killed; it is not waited for any longer.
    const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_END).unref());
    await Promise.race([this.ended, patience]);
  }
}

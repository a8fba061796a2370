/** Boots a learner's file, does what a step's scenario says, and records the transcript. */

import { realpathSync } from "node:fs";
import type { Action, Sending } from "../../course/step.ts";
import type { Deadlines, Guest } from "../runner/host.ts";
import type { Question } from "../runner/protocol.ts";
import type { Boot, Exchange, Fault, Holder, Request, Store, Transcript } from "../transcript.ts";
import { send } from "./client.ts";
import type { Sent } from "./client.ts";

const unknown: Store = { kind: "unknown" };
/** How long timers that the handlers left behind are waited for, in ms: they may still throw or answer again. */
const SETTLING = 300;
/** The deadline of a request whose answer is nobody's duty, in ms. */
const AFTERTHOUGHT = 300;

interface Sighting {
  store: Store;
  holders: Holder[];
  /** How many requests the program had received by then. */
  received: number;
}

const nothingSeen: Sighting = { store: unknown, holders: [], received: Number.POSITIVE_INFINITY };

/** One check's conversation with one guest. */
class Conversation {
  readonly #guest: Guest;
  readonly #deadlines: Deadlines;
  #start = performance.now();
  readonly #hanging = new Set<string>();
  readonly #received: number[] = [];
  readonly #exchanges: Exchange[] = [];
  /** The event loop does not turn any more: nothing can be learned from here on. */
  #blocked = false;
  /** There is no time left in which a request could be answered. */
  #tooSlow = false;
  /** What the store held when it was looked at last. */
  #store: Store = unknown;

  constructor(guest: Guest, deadlines: Deadlines) {
    this.#guest = guest;
    this.#deadlines = deadlines;
  }

  get ms(): number {
    return performance.now() - this.#start;
  }

  get over(): boolean {
    return this.#blocked || this.#tooSlow || this.#guest.ending !== null || this.#left(1) <= 0;
  }

  get tooSlow(): boolean {
    return this.#tooSlow;
  }

  /** A deadline in ms, no longer than what is left of the check's. */
  #left(deadline: number): number {
    return Math.max(0, Math.min(deadline, this.#deadlines.check - this.ms));
  }

  async boot(file: string): Promise<Boot> {
    const begun = performance.now();
    const boot = await this.#guest.boot(file, this.#left(this.#deadlines.boot));
    // A machine that gave it no processor has taken time that the check is not to lack.
    this.#start += Math.max(0, performance.now() - begun - this.#deadlines.boot);
    return boot;
  }

  /** What there is to see now, once everything so far has been told. */
  async look(question: Question): Promise<Sighting | null> {
    const seen = await this.#guest.ask(question, this.#left(this.#deadlines.request));
    if (!seen) return null;
    const { store = unknown, holders = [] } = seen.answer;
    this.#store = store;
    return { store, holders, received: seen.n };
  }

  /** What there is to see once the store has changed, or nothing is left that could change it; null: it does not change. */
  async #lookLater(before: Store, question: Question): Promise<Sighting | null> {
    await this.#guest.ask({ about: "settled", ms: SETTLING }, this.#left(SETTLING * 2));
    const seen = await this.look(question);
    return seen && !isSameStore(seen.store, before) ? seen : null;
  }

  /**
   * Does what the actions say, as far as it can still tell anything; returns the exchanges.
   * `deadline`: of each request, in ms. `looks`: ask what the store holds after each.
   */
  async perform(actions: readonly Action[], deadline: number, looks: boolean): Promise<Exchange[]> {
    const exchanges: Exchange[] = [];
    for (const action of actions) {
      // A request that was given less time than it may take would be said not to be answered.
      this.#tooSlow ||= this.#left(deadline) < deadline;
      if (this.over) break;
      if ("addToken" in action) {
        await this.#guest.ask(
          { about: "add-token", token: action.addToken, at: action.at },
          this.#left(deadline),
        );
      } else if (!this.#hanging.has(routeOf(action.send))) {
        const exchange = await this.#exchange(action, deadline, looks);
        exchanges.push(exchange);
        if (action.alike && exchange.response) await this.#repeat(exchange, action.alike, deadline);
      }
    }
    return exchanges;
  }

  #send(request: Request, deadline: number): Promise<Sent> {
    const { port } = this.#guest;
    return send(port, request, this.#left(deadline), (ms, late) => this.#guest.deadline(ms, late));
  }

  /** Sends what is to be answered alike; an answer with another status takes the exchange's place. */
  async #repeat(exchange: Exchange, alike: () => Request, deadline: number): Promise<void> {
    const index = this.#exchanges.indexOf(exchange);
    for (let left = Math.random() < 0.5 ? 1 : 2; left > 0 && !this.over; left--) {
      if (this.#left(deadline) < deadline) return;
      const request = alike();
      const { response, error } = await this.#send(request, deadline);
      const received = this.#received[index] ?? 0;
      this.#received[index] = received + 1;
      if (!response || response.status === exchange.response?.status) continue;
      Object.assign(exchange, { request, response, error });
      return;
    }
  }

  async #exchange(sending: Sending, deadline: number, looks: boolean): Promise<Exchange> {
    const { send: request, label } = sending;
    const before = this.#store;
    const begun = performance.now();
    const { response, error, timedOut } = await this.#send(request, deadline);
    const ms = performance.now() - begun;
    if (timedOut) {
      this.#hanging.add(routeOf(request));
      this.#blocked = await this.#isBlocked();
    }
    // A connection that broke may be the first sign of an ending: the pulse or the end comes next.
    else if (!response) await Promise.race([this.#guest.ended, this.#guest.isAlive()]);
    const question: Question = looks
      ? { about: "store", deep: this.#exchanges.length === 0 }
      : { about: "pulse" };
    const atOnce = this.over ? null : await this.look(question);
    const waits = looks && sending.changesStore && response && atOnce && isSameStore(atOnce.store, before);
    const later = waits ? await this.#lookLater(before, question) : null;
    const seen = later ?? atOnce;
    // It answered and then fell silent: it has just ended, or it is busy since.
    if (!seen && !this.over) this.#blocked = await this.#isBlocked();
    const { store, holders, received } = seen ?? nothingSeen;
    const hang: Exchange["hang"] = this.#blocked ? "blocked" : timedOut ? "waiting" : null;
    const ended = this.#guest.ending !== null;
    const exchange: Exchange = {
      label,
      request,
      response,
      error,
      hang,
      blockedAt: this.#blocked ? await this.#guest.busyAt() : null,
      ms,
      store,
      changedLate: later !== null,
      holders,
      events: [],
      ended,
    };
    this.#exchanges.push(exchange);
    this.#received.push(received);
    return exchange;
  }

  /** Whether the program lives and its event loop does not turn. */
  async #isBlocked(): Promise<boolean> {
    return !(await this.#guest.isAlive()) && this.#guest.ending === null;
  }

  /** The app's routes and middlewares. */
  async layers(): Promise<Transcript["layers"]> {
    const layers = await this.#guest.ask({ about: "layers" }, this.#left(this.#deadlines.request));
    return layers?.answer.layers ?? [];
  }

  /** Waits for what the handlers left for later: it may still throw or answer again. */
  async settle(): Promise<void> {
    if (this.over) return;
    const settled = await this.#guest.ask({ about: "settled", ms: SETTLING }, SETTLING * 2);
    const last = this.#exchanges.at(-1);
    if (settled || !last || !(await this.#isBlocked())) return;
    this.#blocked = true;
    last.hang = "blocked";
    last.blockedAt = await this.#guest.busyAt();
  }

  /** Gives each event so far to its exchange: the first that ended with its request received. */
  distributeEvents(): void {
    for (const { n, event } of this.#guest.events.splice(0)) {
      const index = this.#received.findIndex((count) => n <= count);
      (this.#exchanges[index] ?? this.#exchanges.at(-1))?.events.push(event);
    }
  }
}

function isSameStore(a: Store, b: Store): boolean {
  return a.kind === "array" && b.kind === "array" && JSON.stringify(a.tokens) === JSON.stringify(b.tokens);
}

function routeOf({ method, path }: Request): string {
  return `${method} ${path}`;
}

/** A file's real path. One that has been deleted meanwhile has none: that it is gone is then for the boot to find. */
function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** What ended the program although it had not received a request yet, as the callback of listen may; else null. */
function faultBeforeAnyRequest({ ending, events }: Guest): Fault | null {
  if (ending?.cause !== "fault" || events.some(({ n }) => n > 0)) return null;
  const last = events.map(({ event }) => event).findLast(({ kind }) => kind === "uncaught");
  return last?.kind === "uncaught" ? last.fault : null;
}

/**
 * Runs a scenario against a learner's file (absolute) in a guest that has not booted anything yet, and ends the guest.
 * Waits for nothing that cannot come any more: what would only hang again is not sent.
 * `afterthoughts`: what is still sent after all that, given what was said; nothing that happens in them counts against
 * the app.
 */
export async function runScenario(
  guest: Guest,
  file: string,
  scenario: readonly Action[],
  deadlines: Deadlines,
  afterthoughts: (said: Transcript) => readonly Action[] = () => [],
): Promise<Transcript> {
  const conversation = new Conversation(guest, deadlines);
  try {
    let boot = await conversation.boot(realOf(file));
    const up = boot.outcome === "up";
    const [first, layers] = up
      ? await Promise.all([conversation.look({ about: "store", deep: true }), conversation.layers()])
      : [null, []];
    const { store: storeAtStart } = first ?? nothingSeen;
    let exchanges = up ? await conversation.perform(scenario, deadlines.request, true) : [];
    if (up) await conversation.settle();
    const fault = up ? faultBeforeAnyRequest(guest) : null;
    if (fault) [boot, exchanges] = [{ outcome: "crashed", fault }, []];
    conversation.distributeEvents();
    const { output, ending } = guest;
    const { tooSlow } = conversation;
    const said = { file, boot, storeAtStart, exchanges, layers, output, ending, tooSlow };
    const transcript = { ...said, afterthoughts: [], ms: conversation.ms };
    const after = await conversation.perform(afterthoughts(transcript), AFTERTHOUGHT, false);
    conversation.distributeEvents();
    return { ...transcript, afterthoughts: after, ms: conversation.ms };
  } finally {
    // It is killed in this moment; nobody has to wait until the system has cleared it away.
    void guest.end();
  }
}

/** A conversation with one world: an app that was booted for it, all that was sent to it, and what became of that. */

import { storedInWords } from "../judge/stored.ts";
import type { Guest } from "../runner/host.ts";
import type { Deadlines } from "../deadlines.ts";
import type { Question, Setting } from "../runner/protocol.ts";
import type { Site } from "../runner/site.ts";
import type { Loot, SendOptions, Word, World } from "../scenario.ts";
import type {
  Boot,
  Discovery,
  Exchange,
  Fault,
  Holder,
  Layer,
  Move,
  Output,
  Request,
  Store,
} from "../transcript.ts";
import { send, sendAtOnce } from "./client.ts";
import type { Sent } from "./client.ts";
import { ScenarioEnded } from "./scenario-ended.ts";
import { readSourceText } from "./source-text.ts";

const unknown: Store = { kind: "unknown" };
/** How long timers that the handlers left behind are waited for, in ms: they may still throw or answer again. */
const SETTLING = 300;
/** How long a program may take to end that is asked to, in ms. */
const LONGEST_FAREWELL = 2_000;
/** How long an answer that is late is waited for where the program has begun something, in ms. */
const PATIENCE = 3_000;

/** How long a program may take to accept connections before requests are sent over them all the same, in ms. */
const ACCEPTING = 200;

interface Sighting {
  store: Store;
  holders: Holder[];
  /** The lists by name, and how much is in each. */
  sizes: Readonly<Record<string, number>>;
  /** How many requests the program had received by then. */
  received: number;
}

const nothingSeen: Sighting = {
  store: unknown,
  holders: [],
  sizes: {},
  received: Number.POSITIVE_INFINITY,
};

/** Who sends a request in which scenario, and the name that checks know its exchange by. */
export interface Sender {
  label: string;
  actor: string;
  scenario: string;
}

/** What a scenario is played with. */
export interface Play {
  /** The deadline of each request, in ms. */
  request: number;
  looks: boolean;
}

export interface ConversationOptions {
  world: World;
  site: Site;
  setting: Setting;
  deadlines: Deadlines;
  /** Every error that the program throws is told of, those that it catches included. */
  throws: boolean;
  /** Starts a child that has booted nothing yet. */
  start(): Guest;
}

export class Conversation {
  readonly world: World;
  readonly #site: Site;
  readonly #setting: Setting;
  readonly #deadlines: Deadlines;
  readonly #throws: boolean;
  readonly #startGuest: () => Guest;
  #guest: Guest;
  #began = performance.now();
  #boot: Boot | null = null;
  #storeAtStart: Store = unknown;
  #layers: Layer[] = [];
  /** All exchanges, afterthoughts included, in order, and how many requests the program had received after each. */
  readonly #exchanges: Exchange[] = [];
  readonly #received: number[] = [];
  /** The first exchange with the guest that is there now: each guest counts its requests from 1. */
  #firstOfGuest = 0;
  readonly #moves: Move[] = [];
  readonly #discoveries: Discovery[] = [];
  readonly #hanging = new Set<string>();
  /** The event loop does not turn any more: nothing can be learned from here on. */
  #blocked = false;
  /** There is no time left in which a request could be answered. */
  #tooSlow = false;
  /** What the store held when it was looked at last. */
  #store: Store = unknown;
  /** "armed": the next answer is the last thing that the process does. "cut": it has ended in that way. */
  #power: "on" | "armed" | "cut" = "on";
  #clockMoved = 0;

  constructor({ world, site, setting, deadlines, throws, start }: ConversationOptions) {
    this.world = world;
    this.#site = site;
    this.#setting = setting;
    this.#deadlines = deadlines;
    this.#throws = throws;
    this.#startGuest = start;
    for (const path of site.leftOut) this.#discoveries.push({ kind: "left out", path });
    this.#guest = start();
  }

  get ms(): number {
    return performance.now() - this.#began;
  }

  /** Why the program did not run in a copy, although it should; null where all is as it should be. */
  get notCopied(): Site["notCopied"] {
    return this.#site.notCopied;
  }

  /** How the first boot went. */
  get boot(): Boot {
    return this.#boot ?? { outcome: "timeout", blocked: false, place: null };
  }

  get storeAtStart(): Store {
    return this.#storeAtStart;
  }

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  get moves(): readonly Move[] {
    return this.#moves;
  }

  get discoveries(): readonly Discovery[] {
    return this.#discoveries;
  }

  get output(): Output[] {
    return this.#guest.output;
  }

  get ending(): Guest["ending"] {
    return this.#power === "on" ? this.#guest.ending : null;
  }

  get tooSlow(): boolean {
    return this.#tooSlow;
  }

  /** Nothing can be learned any more. */
  get over(): boolean {
    return this.#blocked || this.#tooSlow || this.#guest.ending !== null || this.#left(1) <= 0;
  }

  /** Milliseconds since 1970, as the app sees it. */
  get now(): number {
    return this.#setting.clock === "standing" ? this.#setting.startsAt : Date.now() + this.#clockMoved;
  }

  /** A deadline in ms, no longer than what is left of the check's. */
  #left(deadline: number): number {
    return Math.max(0, Math.min(deadline, this.#deadlines.check - this.ms));
  }

  /** Boots the app and looks at it before anything is sent. */
  async open(): Promise<void> {
    this.#boot = await this.#bootGuest();
    if (this.#boot.outcome !== "up") return;
    if (this.#throws) await this.#guest.ask({ about: "throws" }, this.#left(this.#deadlines.request));
    const [first, layers] = await Promise.all([
      this.#look(this.#questionOf(this.world.looks)),
      this.#guest.ask({ about: "layers" }, this.#left(this.#deadlines.request)),
    ]);
    this.#storeAtStart = (first ?? nothingSeen).store;
    this.#layers = layers?.answer.layers ?? [];
  }

  /** Boots the app; once more where tsx was not ready yet to read TypeScript, which happens on a busy machine on Node 20. */
  async #bootGuest(): Promise<Boot> {
    const boot = await this.#bootOnce();
    const unread = boot.outcome === "crashed" && boot.fault?.code === "ERR_UNKNOWN_FILE_EXTENSION";
    if (!unread || !this.#guest.typescript) return boot;
    void this.#guest.end();
    this.#guest = this.#startGuest();
    return this.#bootOnce();
  }

  async #bootOnce(): Promise<Boot> {
    const begun = performance.now();
    const { entry, rename } = this.#site;
    const boot = await this.#guest.boot(entry, this.#left(this.#deadlines.boot), this.#setting, rename);
    // A machine that gave it no processor has taken time that the check is not to lack.
    this.#began += Math.max(0, performance.now() - begun - this.#deadlines.boot);
    return boot;
  }

  /** Does what a scenario does, up to its end, or up to where nothing more can be learned. */
  async perform(act: () => Promise<void>): Promise<void> {
    if (this.#boot?.outcome !== "up") return;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ScenarioEnded)) throw error;
    }
  }

  /** Ends the scenario where nothing more can be learned: `request` is the time that the next request may take, in ms. */
  #goOn(request: number): void {
    // A request that was given less time than it may take would be said not to be answered.
    this.#tooSlow ||= this.#left(request) < request;
    if (this.over) throw new ScenarioEnded();
  }

  /** What is asked after an exchange. Part two only draws what the store holds; part one judges it. */
  #questionOf(looks: boolean): Question {
    if (!looks) return { about: "pulse" };
    const brief = this.world.place === "copy";
    return { about: "store", deep: !brief && this.#exchanges.length === 0, brief };
  }

  /** What there is to see now, once everything so far has been told. */
  async #look(question: Question): Promise<Sighting | null> {
    const seen = await this.#guest.ask(question, this.#left(this.#deadlines.request));
    if (!seen) return null;
    const { store = unknown, holders = [], sizes = {} } = seen.answer;
    this.#store = store;
    return { store, holders, sizes, received: seen.n };
  }

  /** What there is to see once the store has changed, or nothing is left that could change it; null: it does not change. */
  async #lookLater(before: Store, question: Question): Promise<Sighting | null> {
    await this.#guest.ask({ about: "settled", ms: SETTLING }, this.#left(SETTLING * 2));
    const seen = await this.#look(question);
    return seen && !isSameStore(seen.store, before) ? seen : null;
  }

  async addToken(token: string, at: "front" | "back", { request }: Play): Promise<void> {
    this.#goOn(request);
    await this.#guest.ask({ about: "add-token", token, at }, this.#left(request));
  }

  /** Sends a request; null: it was not sent, because this route has not answered before. */
  async send(
    sender: Sender,
    request: Request,
    play: Play,
    options: SendOptions = {},
  ): Promise<Exchange | null> {
    this.#goOn(play.request);
    if (this.#hanging.has(routeOf(request))) return null;
    const exchange = await this.#exchange(sender, request, play, options.changesStore ?? false);
    if (options.alike && exchange.response) await this.#repeat(exchange, options.alike, play.request);
    return exchange;
  }

  #send(request: Request, deadline: number): Promise<Sent> {
    const { port } = this.#guest;
    return send(port, request, this.#left(deadline), (ms, late) => this.#guest.deadline(ms, late));
  }

  /** Sends requests that must get the same answer; an answer with another status takes the exchange's place. */
  async #repeat(exchange: Exchange, alike: () => Request, deadline: number): Promise<void> {
    const index = this.#exchanges.indexOf(exchange);
    for (let left = Math.random() < 0.5 ? 1 : 2; left > 0 && !this.over; left--) {
      if (this.#left(deadline) < deadline) return;
      const request = alike();
      const { response, error } = await this.#send(request, deadline);
      this.#received[index] = (this.#received[index] ?? 0) + 1;
      if (!response || response.status === exchange.response?.status) continue;
      Object.assign(exchange, { request, response, error });
      return;
    }
  }

  async #exchange(
    sender: Sender,
    request: Request,
    { request: deadline, looks }: Play,
    changesStore: boolean,
  ): Promise<Exchange> {
    const before = this.#store;
    const begun = performance.now();
    const { response, error, timedOut } = await this.#send(request, deadline);
    const ms = performance.now() - begun;
    let late: Exchange["late"] = null;
    if (this.#power === "armed") await this.#waitForCut();
    else if (timedOut) {
      this.#hanging.add(routeOf(request));
      this.#blocked = await this.#isBlocked();
      if (!this.over) late = await this.#waitLonger(begun);
    }
    // A connection that broke may be the first sign of an ending: the pulse or the end comes next.
    else if (!response) await Promise.race([this.#guest.ended, this.#guest.isAlive()]);
    const question = this.#questionOf(looks);
    const atOnce = this.over ? null : await this.#look(question);
    const waits = looks && changesStore && response && atOnce && isSameStore(atOnce.store, before);
    const later = waits ? await this.#lookLater(before, question) : null;
    const seen = later ?? atOnce;
    // It answered and then fell silent: it has just ended, or it is busy since.
    if (!seen && !this.over) this.#blocked = await this.#isBlocked();
    const sent = { response, error, timedOut, ms, late };
    return this.#record(sender, request, sent, seen ?? nothingSeen, later !== null);
  }

  /**
   * After a deadline: whether the program answers all the same, once the timers and file operations that it has begun come
   * to their end. Where there are none, nothing is waited for.
   */
  async #waitLonger(begun: number): Promise<Exchange["late"]> {
    const asked = performance.now();
    const settled = await this.#guest.ask({ about: "settled", ms: PATIENCE }, this.#left(PATIENCE * 2));
    if (!settled) return null;
    const answered = this.#guest.events.some(({ n, event }) => n === settled.n && event.kind === "answered");
    const now = performance.now();
    // Nothing was pending.
    if (!answered && now - asked < PATIENCE) return null;
    return { answered, ms: Math.round((now - begun) / 100) * 100 };
  }

  async #record(
    { label, actor, scenario }: Sender,
    request: Request,
    { response, error, timedOut, ms, late = null }: Sent & { ms: number; late?: Exchange["late"] },
    { store, holders, sizes, received }: Sighting,
    changedLate: boolean,
  ): Promise<Exchange> {
    const exchange: Exchange = {
      label,
      actor,
      scenario,
      world: this.world.name,
      request,
      response,
      error,
      hang: this.#blocked ? "blocked" : timedOut ? "waiting" : null,
      blockedAt: this.#blocked ? await this.#guest.busyAt() : null,
      ms,
      late,
      store,
      stored: storedInWords(store, holders, sizes),
      changedLate,
      holders,
      events: [],
      ended: this.ending !== null,
    };
    this.#exchanges.push(exchange);
    this.#received.push(received);
    return exchange;
  }

  /** Sends several requests of one person in one moment, on connections that are open already. */
  async sendAtOnce(
    senders: readonly Sender[],
    request: Request,
    held: boolean,
    play: Play,
  ): Promise<Exchange[]> {
    this.#goOn(play.request);
    if (this.#hanging.has(routeOf(request))) throw new ScenarioEnded();
    const before = (await this.#look({ about: "pulse" }))?.received ?? 0;
    const begun = performance.now();
    const { port } = this.#guest;
    const sent = await sendAtOnce(
      port,
      senders.map(() => request),
      this.#left(play.request),
      (ms, late) => this.#guest.deadline(ms, late),
      (on) => this.#hold(on && held, senders.length),
    );
    const ms = performance.now() - begun;
    if (sent.some(({ timedOut }) => timedOut)) {
      this.#hanging.add(routeOf(request));
      this.#blocked = await this.#isBlocked();
    } else if (sent.some(({ response }) => !response)) {
      await Promise.race([this.#guest.ended, this.#guest.isAlive()]);
    }
    const seen = this.over ? null : await this.#look(this.#questionOf(play.looks));
    if (!seen && !this.over) this.#blocked = await this.#isBlocked();
    const exchanges: Exchange[] = [];
    for (const [index, sender] of senders.entries()) {
      const answer = sent[index] ?? { response: null, error: "it was not sent", timedOut: false };
      const isLast = index === senders.length - 1;
      const received = isLast && seen ? seen.received : before + index + 1;
      const sighting = { ...(seen ?? nothingSeen), received };
      exchanges.push(await this.#record(sender, request, { ...answer, ms }, sighting, false));
    }
    return exchanges;
  }

  /** Holds the program once so many connections to it are open, as it sees it; or lets it go on. */
  async #hold(held: boolean, connections: number): Promise<void> {
    if (held) await this.#guest.ask({ about: "connected", count: connections, ms: ACCEPTING }, ACCEPTING * 2);
    this.#guest.hold(held);
  }

  /** Whether the program lives and its event loop does not turn. */
  async #isBlocked(): Promise<boolean> {
    return !(await this.#guest.isAlive()) && this.#guest.ending === null;
  }

  /** Moves the clock of the world on by ms. */
  async moveClock(ms: number, { request }: Play): Promise<void> {
    this.#goOn(request);
    this.#moves.push({ before: this.#exchanges.length, world: this.world.name, kind: "clock", by: ms });
    const moved = await this.#guest.ask({ about: "move-clock", ms }, this.#left(this.#deadlines.request));
    this.#clockMoved += ms;
    if (moved) return;
    this.#blocked = await this.#isBlocked();
    throw new ScenarioEnded();
  }

  /** Has the process end in the moment in which the bytes of the next answer are with the kernel. */
  async armCut({ request }: Play): Promise<void> {
    this.#goOn(request);
    // What was left unfinished before would otherwise be cut in the middle, or not, by chance.
    await this.#guest.ask({ about: "settled", ms: SETTLING }, this.#left(SETTLING * 2));
    await this.#guest.ask({ about: "cut" }, this.#left(request));
    this.#power = "armed";
  }

  async #waitForCut(): Promise<void> {
    const soon = new Promise((resolve) => setTimeout(resolve, SETTLING).unref());
    await Promise.race([this.#guest.ended, soon]);
    // What it answered by other means than the answer's end did not end it.
    if (this.#guest.ending === null) await this.#guest.end();
    this.#power = "cut";
    this.#moves.push({ before: this.#exchanges.length + 1, world: this.world.name, kind: "cut" });
  }

  /** Has the program end as somebody does who stops it, when nothing is pending any more. */
  async endGently({ request }: Play): Promise<void> {
    this.#goOn(request);
    await this.#guest.ask({ about: "settled", ms: SETTLING }, this.#left(SETTLING * 2));
    const soon = new Promise((resolve) => setTimeout(resolve, LONGEST_FAREWELL).unref());
    void this.#guest.ask({ about: "end" }, this.#left(LONGEST_FAREWELL));
    await Promise.race([this.#guest.ended, soon]);
    if (this.#guest.ending === null) await this.#guest.end();
    this.#power = "cut";
  }

  /** Boots the app again, in the same folder and with the same environment. */
  async restore(): Promise<void> {
    if (this.#blocked || this.#tooSlow || this.#power !== "cut") throw new ScenarioEnded();
    this.distributeEvents();
    const old = this.#guest;
    this.#guest = this.#startGuest();
    this.#firstOfGuest = this.#exchanges.length;
    this.#hanging.clear();
    this.#power = "on";
    await old.end();
    const boot = await this.#bootGuest();
    this.#moves.push({ before: this.#exchanges.length, world: this.world.name, kind: "boot", boot });
    if (boot.outcome !== "up") throw new ScenarioEnded();
  }

  /** What a burglar would hold: what the handlers can reach, and what stands in the files that the app has written. */
  async loot({ request }: Play): Promise<Loot[]> {
    this.#goOn(request);
    const seen = await this.#guest.ask({ about: "reach" }, this.#left(this.#deadlines.request));
    const reached = seen?.answer.reached ?? [];
    return [...reached.map((one) => ({ ...one, place: null })), ...(await this.#site.writtenTexts())];
  }

  /** The strings of the learner's own source. The parser is loaded for whoever asks. */
  async wordsOfSource(): Promise<Word[]> {
    const [{ readSource }, { wordsIn }] = await Promise.all([
      import("../source/source.ts"),
      import("../source/words.ts"),
    ]);
    return wordsIn(readSource(this.#site.file));
  }

  /** The learner's own source, as text: what stands in comments and regular expressions, too. */
  textOfSource(): Promise<string> {
    return readSourceText(this.#site.file);
  }

  discover(discovery: Discovery): void {
    this.#discoveries.push(discovery);
  }

  /** Waits for what the handlers left for later: it may still throw or answer again. */
  async settle(): Promise<void> {
    if (this.#boot?.outcome !== "up" || this.over) return;
    const settled = await this.#guest.ask({ about: "settled", ms: SETTLING }, SETTLING * 2);
    const last = this.#exchanges.at(-1);
    if (settled || !last || !(await this.#isBlocked())) return;
    this.#blocked = true;
    last.hang = "blocked";
    last.blockedAt = await this.#guest.busyAt();
  }

  /** What ended the program although it had not received a request yet, as the callback of listen may; it never came up. */
  discountBootThatFailed(): void {
    const fault = this.#faultBeforeAnyRequest();
    if (!fault || this.#boot?.outcome !== "up") return;
    this.#boot = { outcome: "crashed", fault };
    this.#exchanges.length = 0;
    this.#received.length = 0;
  }

  #faultBeforeAnyRequest(): Fault | null {
    const { ending, events } = this.#guest;
    if (this.#firstOfGuest > 0 || ending?.cause !== "fault" || events.some(({ n }) => n > 0)) return null;
    const last = events.map(({ event }) => event).findLast(({ kind }) => kind === "uncaught");
    return last?.kind === "uncaught" ? last.fault : null;
  }

  /** Gives each event so far to its exchange: the first that ended with its request received. */
  distributeEvents(): void {
    for (const { n, event } of this.#guest.events.splice(0)) {
      const index = this.#received.findIndex((count, at) => at >= this.#firstOfGuest && n <= count);
      (this.#exchanges[index] ?? this.#exchanges.at(-1))?.events.push(event);
    }
  }

  /** Ends the program. It is killed in this moment; nobody has to wait until the system has cleared it away. */
  close(): Promise<void> {
    return this.#guest.end().then(() => this.#site.remove());
  }
}

function isSameStore(a: Store, b: Store): boolean {
  return a.kind === "array" && b.kind === "array" && JSON.stringify(a.tokens) === JSON.stringify(b.tokens);
}

function routeOf({ method, path }: Request): string {
  return `${method} ${path}`;
}

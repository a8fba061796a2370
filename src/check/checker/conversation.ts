/**
 * A conversation with one world: the app that was booted for it, all that was sent to it, and what became of that. It
 * is long because each method reads and changes the state of this one conversation.
 */

import { storedInWords } from "../judge/stored.ts";
import { countedTime } from "../runner/fair-deadline.ts";
import type { Guest } from "../runner/host.ts";
import type { Deadlines } from "../deadlines.ts";
import type { Question, Setting } from "../runner/protocol.ts";
import type { Site } from "../runner/site.ts";
import type { Loot, SendOptions, World } from "../scenario.ts";
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
import { loadOtherNames } from "./load-source.ts";
import { ScenarioEnded } from "./scenario-ended.ts";

const unknown: Store = { kind: "unknown" };
/** How long to wait for timers that the handlers set, in ms: such a timer may still throw, or answer a second time. */
const SETTLING = 300;
/** How long a program may take to end after it was asked to, in ms. */
const LONGEST_FAREWELL = 2_000;
/**
 * How much longer to wait for a late answer while the program still has something to do, in ms. With the deadline, it is
 * longer than the 5 s that people like to write.
 */
const PATIENCE = 3_500;

/** How long the timers of a program may take when the clock is moved on, in ms: it gives up the exact order long before. */
const LONGEST_MOVE = 4_000;

/** How long a program may take to accept the connections, in ms. After that, the requests are sent all the same. */
const ACCEPTING = 200;

interface Sighting {
  store: Store;
  holders: Holder[];
  /** How many items each list holds, by the list's name. */
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

/** Who sends a request, in which scenario, and the label by which checks know its exchange. */
export interface Sender {
  label: string;
  actor: string;
  scenario: string;
}

/** How a scenario is played. */
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
  /** Whether the program is watched for every error, also for those that it catches. */
  throws: boolean;
  /** Starts a child that has not booted anything yet. */
  start(): Guest;
}

export class Conversation {
  readonly world: World;
  readonly #site: Site;
  #setting: Setting;
  readonly #deadlines: Deadlines;
  readonly #throws: boolean;
  readonly #startGuest: () => Guest;
  #guest: Guest;
  /** The child for the boot after the cut that has been armed. */
  #next: Guest | null = null;
  #began = performance.now();
  /** What the guests before the present one could not use of their time, in ms; boots, which have their own deadline, left out. */
  #unusable = 0;
  #boot: Boot | null = null;
  #storeAtStart: Store = unknown;
  #layers: Layer[] = [];
  /** All exchanges in order, afterthoughts included; and how many requests the program had received after each. */
  readonly #exchanges: Exchange[] = [];
  readonly #received: number[] = [];
  /** The index of the first exchange with the present guest: each guest counts its requests from 1. */
  #firstOfGuest = 0;
  readonly #moves: Move[] = [];
  readonly #discoveries: Discovery[] = [];
  readonly #hanging = new Set<string>();
  /** The event loop does not turn any more, so nothing more can be learned. */
  #blocked = false;
  /** Too little time is left for another request. */
  #tooSlow = false;
  /** What the store held when it was looked at last. */
  #store: Store = unknown;
  /** "armed": the process will end with its next answer. "cut": it has ended in that way. */
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

  /** The learner's own file, absolute. */
  get file(): string {
    return this.#site.file;
  }

  /** How long the check has run, in ms, without the time that the program could not use. */
  get ms(): number {
    return countedTime(performance.now() - this.#began, this.#unusable + this.#guest.unusable);
  }

  /** Why the program did not run in a copy although it should; null where it ran where it should. */
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

  /** Whether nothing more can be learned. */
  get over(): boolean {
    // A program that did not end with its power was ended: it cannot be asked anything any more either.
    const isGone = this.#guest.ending !== null || this.#power === "cut";
    return this.#blocked || this.#tooSlow || isGone || this.#left(1) <= 0;
  }

  /** Milliseconds since 1970, as the app sees it. */
  get now(): number {
    const { clock, stands, startsAt } = this.#setting;
    return stands || clock === "standing" ? startsAt : Date.now() + this.#clockMoved;
  }

  /** A deadline in ms, cut to the time that is left for the whole check. */
  #left(deadline: number): number {
    return Math.max(0, Math.min(deadline, this.#deadlines.check - this.ms));
  }

  /** Boots the app, and looks at it before anything is sent. */
  async open(): Promise<void> {
    this.#boot = await this.#bootGuest();
    if (this.#boot.outcome !== "up") return;
    if (this.#throws) await this.#guest.ask({ about: "throws" }, this.#left(this.#deadlines.request));
    const [first, layers] = await Promise.all([
      this.#look(this.#questionOf(this.world.looks)),
      this.#guest.ask({ about: "layers" }, this.#left(this.#deadlines.request)),
    ]);
    this.#storeAtStart = (first ?? nothingSeen).store;
    if (this.#storeAtStart.kind === "absent" && this.world.place !== "copy") await this.#lookByOtherNames();
    this.#layers = layers?.answer.layers ?? [];
  }

  /** Looks for the store again where no function speaks of it by its own name. */
  async #lookByOtherNames(): Promise<void> {
    const names = await loadOtherNames(this.file);
    if (names.length === 0) return;
    await this.#guest.ask({ about: "other-names", names }, this.#left(this.#deadlines.request));
    const seen = await this.#look(this.#questionOf(true));
    if (seen) this.#storeAtStart = seen.store;
  }

  /** Boots the app; twice where tsx was not ready to read TypeScript the first time (a busy machine, Node 20). */
  async #bootGuest(): Promise<Boot> {
    const boot = await this.#bootOnce();
    const unread = boot.outcome === "crashed" && boot.fault?.code === "ERR_UNKNOWN_FILE_EXTENSION";
    if (!unread || !this.#guest.typescript) return boot;
    void this.#guest.end();
    this.#unusable += this.#guest.unusable;
    this.#guest = this.#startGuest();
    return this.#bootOnce();
  }

  async #bootOnce(): Promise<Boot> {
    const begun = performance.now();
    const { entry, rename } = this.#site;
    const boot = await this.#guest.boot(entry, this.#left(this.#deadlines.boot), this.#setting, rename);
    // If this machine gave the program no processor for a while, that time is not taken from the check.
    this.#began += Math.max(0, performance.now() - begun - this.#deadlines.boot);
    this.#unusable -= this.#guest.unusable;
    return boot;
  }

  /** Plays a scenario, to its end or until nothing more can be learned. */
  async perform(act: () => Promise<void>): Promise<void> {
    if (this.#boot?.outcome !== "up") return;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ScenarioEnded)) throw error;
    }
  }

  /**
   * Ends the scenario if nothing more can be learned.
   *
   * @param request how much time the next request may take, in ms
   */
  #goOn(request: number): void {
    // With less time than that, an app that is only slow would be told that it does not answer.
    this.#tooSlow ||= this.#left(request) < request;
    if (this.over) throw new ScenarioEnded();
  }

  /** What to ask the guest after an exchange. Part one judges what the store holds; part two only shows it. */
  #questionOf(looks: boolean): Question {
    if (!looks) return { about: "pulse" };
    const brief = this.world.place === "copy";
    return { about: "store", deep: !brief && this.#exchanges.length === 0, brief };
  }

  /** What the program holds now, after all that it has told so far. */
  async #look(question: Question): Promise<Sighting | null> {
    const seen = await this.#guest.ask(question, this.#left(this.#deadlines.request));
    if (!seen) return null;
    const { store = unknown, holders = [], sizes = {} } = seen.answer;
    this.#store = store;
    return { store, holders, sizes, received: seen.n };
  }

  /** What the program holds once the store has changed; null where nothing is left that could still change it. */
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

  /** Sends requests that must all get the same answer. An answer with another status replaces the exchange's own. */
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
    // A broken connection may mean that the program is ending: whether it lives or ends is known in a moment.
    else if (!response) await Promise.race([this.#guest.ended, this.#guest.isAlive()]);
    const question = this.#questionOf(looks);
    const atOnce = this.over ? null : await this.#look(question);
    const waits = looks && changesStore && response && atOnce && isSameStore(atOnce.store, before);
    const later = waits ? await this.#lookLater(before, question) : null;
    const seen = later ?? atOnce;
    // It answered and then fell silent: either it has just ended, or it has been busy since.
    if (!seen && !this.over) this.#blocked = await this.#isBlocked();
    const sent = { response, error, timedOut, ms, late };
    return this.#record(sender, request, sent, seen ?? nothingSeen, later !== null);
  }

  /**
   * After a deadline: waits until the timers and file operations that the program has begun are over, and says whether
   * an answer came. Where it has begun nothing, it does not wait.
   */
  async #waitLonger(begun: number): Promise<Exchange["late"]> {
    const asked = performance.now();
    const settled = await this.#guest.ask({ about: "settled", ms: PATIENCE }, this.#left(PATIENCE * 2));
    if (!settled) return null;
    const answered = this.#guest.events.some(({ n, event }) => n === settled.n && event.kind === "answered");
    const now = performance.now();
    // Nothing was pending, so there was nothing to wait for.
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

  /** Sends several requests of one person in one moment, over connections that are open already. */
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

  /** Holds the program once it has accepted so many connections; or lets it go on. */
  async #hold(held: boolean, connections: number): Promise<void> {
    if (held) await this.#guest.ask({ about: "connected", count: connections, ms: ACCEPTING }, ACCEPTING * 2);
    this.#guest.hold(held);
  }

  /** Whether the program lives but its event loop does not turn. */
  async #isBlocked(): Promise<boolean> {
    return !(await this.#guest.isAlive()) && this.#guest.ending === null;
  }

  /** Lets the clock run if it stood at first, and Math.random be as usual. */
  async runClock(): Promise<void> {
    if (!this.#setting.stands) return;
    this.#setting = { ...this.#setting, stands: false };
    if (!this.over) await this.#guest.ask({ about: "run-clock" }, this.#left(this.#deadlines.request));
  }

  /** Moves the clock of the world on by ms. */
  async moveClock(ms: number, { request }: Play): Promise<void> {
    this.#goOn(request);
    this.#moves.push({ before: this.#exchanges.length, world: this.world.name, kind: "clock", by: ms });
    const moved = await this.#guest.ask({ about: "move-clock", ms }, this.#left(LONGEST_MOVE));
    this.#clockMoved += ms;
    if (moved) return;
    await this.#noteBlocked();
    this.#tooSlow ||= !this.over;
    throw new ScenarioEnded();
  }

  /** Makes the process end at the moment when the bytes of its next answer are with the kernel. */
  async armCut({ request }: Play): Promise<void> {
    this.#goOn(request);
    // Unfinished work would be cut in the middle or not, by chance. So it is waited for.
    await this.#guest.ask({ about: "settled", ms: SETTLING }, this.#left(SETTLING * 2));
    await this.#guest.ask({ about: "cut" }, this.#left(request));
    this.#power = "armed";
    // It comes up while the last request before the cut is sent.
    this.#next ??= this.#startGuest();
  }

  async #waitForCut(): Promise<void> {
    const soon = new Promise((resolve) => setTimeout(resolve, SETTLING).unref());
    await Promise.race([this.#guest.ended, soon]);
    // An answer that was not sent by the answer's `end` does not end the process.
    if (this.#guest.ending === null) await this.#guest.end();
    this.#power = "cut";
    this.#moves.push({ before: this.#exchanges.length + 1, world: this.world.name, kind: "cut" });
  }

  /** Waits until nothing is pending, and ends the program as Ctrl+C would. */
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
    this.#guest = this.#next ?? this.#startGuest();
    this.#next = null;
    this.#firstOfGuest = this.#exchanges.length;
    this.#hanging.clear();
    this.#power = "on";
    await old.end();
    this.#unusable += old.unusable;
    const boot = await this.#bootGuest();
    this.#moves.push({ before: this.#exchanges.length, world: this.world.name, kind: "boot", boot });
    if (boot.outcome !== "up") throw new ScenarioEnded();
  }

  /** What a burglar would find: what the handlers can reach in memory, and what the app has written into files. */
  async loot({ request }: Play): Promise<Loot[]> {
    this.#goOn(request);
    const seen = await this.#guest.ask({ about: "reach" }, this.#left(this.#deadlines.request));
    const reached = seen?.answer.reached ?? [];
    return [...reached.map((one) => ({ ...one, place: null })), ...(await this.#site.writtenTexts())];
  }

  discover(discovery: Discovery): void {
    this.#discoveries.push(discovery);
  }

  /** Waits for timers that the handlers set: one of them may still throw, or answer a second time. */
  async settle(): Promise<void> {
    if (this.#boot?.outcome !== "up" || this.over) return;
    const settled = await this.#guest.ask({ about: "settled", ms: SETTLING }, SETTLING * 2);
    if (!settled) await this.#noteBlocked();
  }

  /** Whether the program is busy although no request waits for it: the last exchange then says so. */
  async #noteBlocked(): Promise<void> {
    const last = this.#exchanges.at(-1);
    this.#blocked = await this.#isBlocked();
    if (!last || !this.#blocked) return;
    last.hang = "blocked";
    last.blockedAt = await this.#guest.busyAt();
  }

  /**
   * An error may end the program before it has received any request, for example in the callback of listen. Then the
   * app never came up.
   */
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

  /**
   * Adds each event so far to the exchange in which it happened: the first one after which its request had been
   * received.
   */
  distributeEvents(): void {
    for (const { n, event } of this.#guest.events.splice(0)) {
      const index = this.#received.findIndex((count, at) => at >= this.#firstOfGuest && n <= count);
      (this.#exchanges[index] ?? this.#exchanges.at(-1))?.events.push(event);
    }
  }

  /** Ends the program. It is killed at once; the promise settles when the system has cleared it away. */
  async close(): Promise<void> {
    await Promise.all([this.#guest.end(), this.#next?.end()]);
    await this.#site.remove();
  }
}

function isSameStore(a: Store, b: Store): boolean {
  return a.kind === "array" && b.kind === "array" && JSON.stringify(a.tokens) === JSON.stringify(b.tokens);
}

function routeOf({ method, path }: Request): string {
  return `${method} ${path}`;
}

/** The learner's app while it is served: starts it, starts it again with each save, asks what its store holds. */

import { realpathSync } from "node:fs";
import { AS_IT_IS } from "../check/runner/host.ts";
import { DEADLINES } from "../check/deadlines.ts";
import type { Guest } from "../check/runner/host.ts";
import type { Setting } from "../check/runner/protocol.ts";
import { ReadyGuests } from "../check/runner/ready.ts";
import type { Secrets } from "../check/runner/secrets.ts";
import type { Boot, Ending, Fault, Output, Store } from "../check/transcript.ts";

/** How long the app may take to tell what its store holds, in ms. */
const LOOK = 500;

export interface Reactions {
  /** It came up, or why it did not. */
  booted(boot: Boot): void;
  /** It was up and has ended by itself. */
  ended(ending: Ending, fault: Fault | null): void;
  /** It has printed something. */
  printed(stream: Output["stream"], chunk: Buffer): void;
}

export class ServedApp {
  readonly #file: string;
  readonly #setting: Setting;
  readonly #reactions: Reactions;
  readonly #ready = new ReadyGuests();
  #guest: Guest | null = null;
  #booting: Promise<Boot> | null = null;
  #down = "The app is not running.";

  /**
   * @param file the learner's, absolute
   * @param secrets what the app finds in its environment at each start; null: its environment is as it is
   */
  constructor(file: string, secrets: Secrets | null, reactions: Reactions) {
    this.#file = file;
    this.#setting = { ...AS_IT_IS, secrets };
    this.#reactions = reactions;
  }

  /** Starts the app again; a running one is ended, so its store begins empty. */
  async start(): Promise<void> {
    const before = this.#guest;
    const guest = this.#ready.take(this.#file);
    this.#guest = guest;
    guest.heard = (stream, chunk) => this.#reactions.printed(stream, chunk);
    const booting = this.#boot(guest);
    this.#booting = booting;
    void before?.end();
    const boot = await booting;
    if (this.#guest !== guest) return;
    this.#booting = null;
    this.#reactions.booted(boot);
    if (boot.outcome === "up") void guest.ended.then(() => this.#noticeEnd(guest));
    else await guest.end();
    // A child for the next save.
    this.#ready.prepare(this.#file, 1);
  }

  async #boot(guest: Guest): Promise<Boot> {
    try {
      return await guest.boot(realpathSync(this.#file), DEADLINES.boot, this.#setting);
    } catch {
      // The file is missing at the moment.
      return { outcome: "crashed", fault: null };
    }
  }

  #noticeEnd(guest: Guest): void {
    if (this.#guest !== guest || !guest.ending) return;
    const faults = guest.events.flatMap(({ event }) => (event.kind === "uncaught" ? [event.fault] : []));
    this.#reactions.ended(guest.ending, faults.at(-1) ?? null);
  }

  /** The app's private port, or a sentence that says why it has none. While the app is starting, it waits. */
  async port(): Promise<number | { down: string }> {
    while (this.#booting) await this.#booting.then(() => new Promise(setImmediate));
    const guest = this.#guest;
    return guest && guest.port > 0 && !guest.ending ? guest.port : { down: this.#down };
  }

  /** The sentence that requests get while the app is down. */
  set down(sentence: string) {
    this.#down = sentence;
  }

  /** What `refreshTokens` holds now. */
  async store(): Promise<Store> {
    const seen = await this.#guest?.ask({ about: "store", deep: true, brief: false }, LOOK);
    return seen?.answer.store ?? { kind: "unknown" };
  }

  async end(): Promise<void> {
    const guest = this.#guest;
    this.#guest = null;
    await Promise.all([guest?.end(), this.#ready.end()]);
  }
}

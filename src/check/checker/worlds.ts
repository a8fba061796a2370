/** The worlds of a check: opens each, plays the scenarios in them side by side, and puts together what was recorded. */

import { isTypeScript } from "../../base/typescript.ts";
import type { Guest, StartGuest } from "../runner/host.ts";
import type { Deadlines } from "../deadlines.ts";
import { settingOf } from "../runner/setting.ts";
import { Sites } from "../runner/site.ts";
import type { Scenario, World } from "../scenario.ts";
import type { Transcript } from "../transcript.ts";
import { castOf } from "./cast.ts";
import { Conversation } from "./conversation.ts";
import type { Play } from "./conversation.ts";
import { loadSource, textOfSource } from "./load-source.ts";

/** How many worlds are played in at a time: a small machine has two processors. */
const SIDE_BY_SIDE = 2;

export interface WorldsOptions {
  /** The learner's file, absolute. */
  file: string;
  deadlines: Deadlines;
  startGuest: StartGuest;
  /** What a clock that is not the real one shows at first, in ms since 1970. */
  startsAt: number;
  /** Whether children are started so that a busy one can be asked where it is. */
  inspect?: boolean;
  /** Whether programs are watched for every error, also for those that they catch. */
  throws?: boolean;
}

export class Worlds {
  readonly #options: WorldsOptions;
  readonly #sites: Sites;
  readonly #began = performance.now();
  /** In the order in which the scenarios name them. Some may never be opened. */
  readonly #order = new Set<World>();
  readonly #conversations = new Map<World, Conversation>();
  /** In which every scenario was played. */
  readonly #over = new Set<World>();

  constructor(options: WorldsOptions) {
    this.#options = options;
    this.#sites = new Sites(options.file);
  }

  /**
   * Plays scenarios. Those of one world are played one after the other, in one boot. A world is opened when it is
   * needed first; once an app has not come up, no further world is.
   *
   * @param over called each time that a world's last scenario was played while other worlds are not over
   */
  async perform(scenarios: readonly Scenario[], play: Play, over: () => void = () => {}): Promise<void> {
    const worlds = [...new Set(scenarios.map(({ world }) => world))];
    for (const world of worlds) this.#order.add(world);
    const waiting = [...worlds];
    let failed = false;
    const work = async () => {
      for (let world = waiting.shift(); world && !failed; world = waiting.shift()) {
        const here = scenarios.filter((one) => one.world === world);
        const conversation = await this.#open(world, here[0]?.known ?? false);
        for (const scenario of here) {
          const played = { ...play, looks: play.looks && world.looks };
          await conversation.perform(() => scenario.act(castOf(conversation, scenario, played)));
          await conversation.runClock();
        }
        failed ||= conversation.boot.outcome !== "up";
        this.#over.add(world);
        if (this.#over.size < this.#order.size) over();
      }
    };
    await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, worlds.length) }, work));
  }

  /** The conversations that were opened, in the order of their worlds. */
  get #opened(): Conversation[] {
    return [...this.#order].flatMap((world) => this.#conversations.get(world) ?? []);
  }

  /** @param stands whether the first scenario is played while the clock stands */
  async #open(world: World, stands: boolean): Promise<Conversation> {
    const known = this.#conversations.get(world);
    if (known) return known;
    const { file, deadlines, startGuest, startsAt, inspect, throws = false } = this.#options;
    const launch = { typescript: isTypeScript(file), ...(inspect && { inspect }) };
    // The child starts while the copy is made, because both take time.
    const guest = startGuest(launch);
    const site = await this.#sites.open(world, async () => textOfSource(await loadSource(file)));
    let first: Guest | null = guest;
    const conversation = new Conversation({
      world,
      site,
      setting: settingOf(world, site, startsAt, stands),
      deadlines,
      throws,
      start: () => {
        const next = first ?? startGuest(launch);
        first = null;
        return next;
      },
    });
    this.#conversations.set(world, conversation);
    await conversation.open();
    return conversation;
  }

  /** Waits until nothing is pending in any world, and adds the last events to their exchanges. */
  async settle(): Promise<void> {
    await Promise.all(this.#opened.map((conversation) => conversation.settle()));
    for (const conversation of this.#opened) conversation.discountBootThatFailed();
  }

  /** How many exchanges there are in each world by now. Those that come later are afterthoughts. */
  counts(): Map<World, number> {
    return new Map(this.#opened.map(({ world, exchanges }) => [world, exchanges.length]));
  }

  /** What was recorded in the worlds that are over, while others are still played; at least one has to be. */
  transcriptSoFar(): Transcript {
    const over = this.#opened.filter(({ world }) => this.#over.has(world));
    return this.#transcriptOf(over, this.counts());
  }

  /**
   * What was recorded.
   *
   * @param counts how many exchanges of each world belong to the scenarios; the others are afterthoughts
   */
  transcript(counts = this.counts()): Transcript {
    return this.#transcriptOf(this.#opened, counts);
  }

  #transcriptOf(conversations: readonly Conversation[], counts: ReadonlyMap<World, number>): Transcript {
    for (const conversation of conversations) conversation.distributeEvents();
    const down = conversations.find(({ boot }) => boot.outcome !== "up");
    const troubled = down ?? conversations.find(({ ending }) => ending !== null) ?? conversations[0];
    const first = conversations.find(({ layers }) => layers.length > 0) ?? conversations[0];
    if (!troubled || !first) throw new Error("a transcript of no world");
    const parts = conversations.map((conversation) => {
      const end = counts.get(conversation.world) ?? 0;
      return {
        said: conversation.exchanges.slice(0, end),
        after: conversation.exchanges.slice(end),
        moves: conversation.moves,
      };
    });
    let before = 0;
    const moves = parts.flatMap((part) => {
      const own = part.moves.map((move) => ({ ...move, before: move.before + before }));
      before += part.said.length;
      return own;
    });
    return {
      file: this.#options.file,
      boot: troubled.boot,
      storeAtStart: first.storeAtStart,
      exchanges: parts.flatMap(({ said }) => said),
      afterthoughts: parts.flatMap(({ after }) => after),
      moves,
      notCopied: conversations.find(({ notCopied }) => notCopied !== null)?.notCopied ?? null,
      discoveries: conversations.flatMap(({ discoveries }) => discoveries),
      layers: [...first.layers],
      output: troubled.output,
      ending: troubled.ending,
      tooSlow: conversations.some(({ tooSlow }) => tooSlow),
      ms: performance.now() - this.#began,
    };
  }

  /** Ends all programs. They are killed at once; the promise settles when the system has cleared them away. */
  async close(): Promise<void> {
    await Promise.all(this.#opened.map((conversation) => conversation.close()));
  }
}

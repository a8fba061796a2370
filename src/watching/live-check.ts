/** Checks a learner's file on every save: at once, once a save, and always its last content. */

import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { typed } from "../base/invocation.ts";
import { checkFile } from "../check/check-file.ts";
import { Guest } from "../check/runner/host.ts";
import type { Deadlines } from "../check/deadlines.ts";
import type { StartGuest } from "../check/runner/host.ts";
import { ReadyGuests } from "../check/runner/ready.ts";
import type { Step } from "../check/step.ts";
import type { Verdict } from "../check/verdict/verdict.ts";
import { Saves } from "./watch-saves.ts";

/** Two saves of the same content within this time, in ms, are one, because editors write twice. */
const SAME_SAVE = 300;
/** How long a file that looks half written may take to become whole, in ms since its last change. */
const WRITING = 50;
/** How long to wait for an empty or missing file, in ms: editors empty a file first, or move it away. */
const COMING_BACK = 250;
/** How often the listener hears that a check still runs, in ms; for the first time after three times as long. */
const TICK = 100;

/** A verdict, and what the learner's file and the files that it points at (absolute) held then. */
export interface Seen {
  verdict: Verdict;
  sources: ReadonlyMap<string, string>;
  /** The time as a clock shows it: "14:03:12". */
  at: string;
}

export interface Listener {
  began(): void;
  /** The check still runs. */
  tick(): void;
  /** A check, by its title, does not hold; the others go on. */
  failing(title: string): void;
  verdict(seen: Seen): void;
  /** The last verdict again, now with its advice; null: the verdict itself waits for the advice. */
  advised: ((seen: Seen) => void) | null;
  /** There is no verdict. `why`: a sentence; null where another check follows. */
  dropped(why: string | null): void;
  /** A file of code (absolute) was saved that lies beside the program and is no part of it. */
  other(file: string): void;
  /** The check itself failed, which is a defect. */
  broke(error: unknown): void;
}

/** What is checked: a learner's file (absolute) against a step. */
interface Target {
  step: Step;
  file: string;
}

/** A check that has begun. */
interface Run {
  guests: Guest[];
  /** Whether it was given up. Then its result is not shown. */
  abandoned: boolean;
  /** Whether the file is shorter than at the check before, as a half-written file is. */
  shorter: boolean;
}

/** Thrown where an abandoned check would start another child, to end it. */
class Abandoned extends Error {}

export class LiveCheck {
  readonly #deadlines: Deadlines;
  readonly #listener: Listener;
  readonly #ready = new ReadyGuests();
  readonly #saves: Saves | null;
  #target: Target | null = null;
  #run: Run | null = null;
  /** What the program's files (absolute) held when they were last looked at; null: the file is missing. */
  #contents = new Map<string, string | null>();
  /** How long the file was when it was last checked. */
  #length = 0;
  #finishedAt = Number.NEGATIVE_INFINITY;
  #changedAt = Number.NEGATIVE_INFINITY;
  #later: NodeJS.Timeout | null = null;
  #ended = false;

  /** @param watches whether to check on every save; else only when `now` is called */
  constructor(deadlines: Deadlines, watches: boolean, listener: Listener) {
    this.#deadlines = deadlines;
    this.#listener = listener;
    this.#saves = watches ? new Saves((file) => this.#saved(file), listener.other) : null;
    // What a verdict needs is loaded now, so that the learner does not wait for it later.
    void Promise.all([import("../check/diagnosis/diagnose.ts"), import("../check/source/source.ts")]);
  }

  /** From now on this file (absolute) is checked against this step. */
  follow(step: Step, file: string): void {
    this.#abandon();
    this.#target = { step, file };
    this.#saves?.follow(file);
    this.#contents = new Map([[file, contentOf(file)]]);
    this.#length = this.#contents.get(file)?.length ?? 0;
    // The system may report even now, as a save, that the file was made.
    this.#finishedAt = performance.now();
    this.#ready.prepare(file, childrenFor(step));
  }

  /** Checks what the file holds now. */
  now(): void {
    this.#begin();
  }

  /** Ends everything that runs. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#saves?.close();
    const guests = this.#run?.guests ?? [];
    this.#abandon();
    await Promise.all([this.#ready.end(), ...guests.map((guest) => guest.end())]);
  }

  #saved(file: string): void {
    const target = this.#target;
    if (!target) return;
    const content = contentOf(file);
    const same = content === this.#contents.get(file);
    if (same && (this.#run || this.#later || performance.now() - this.#finishedAt < SAME_SAVE)) return;
    this.#changedAt = performance.now();
    this.#contents.set(file, content);
    if (file === target.file && (content === null || content.trim() === "")) {
      this.#abandon();
      return this.#schedule(COMING_BACK, () => this.#begin());
    }
    this.#begin();
  }

  #schedule(ms: number, work: () => void): void {
    if (this.#later) clearTimeout(this.#later);
    this.#later = setTimeout(work, ms);
  }

  /** Forgets the running check, if there is one, and ends its children. */
  #abandon(): void {
    if (this.#later) clearTimeout(this.#later);
    this.#later = null;
    const run = this.#run;
    this.#run = null;
    if (!run) return;
    run.abandoned = true;
    for (const guest of run.guests) void guest.end();
  }

  #begin(): void {
    this.#abandon();
    const target = this.#target;
    if (!target || this.#ended) return;
    const content = contentOf(target.file);
    if (content === null) return this.#listener.dropped(whyUnreadable(target.file));
    this.#contents.set(target.file, content);
    const run: Run = { guests: [], abandoned: false, shorter: content.length < this.#length };
    this.#length = content.length;
    this.#run = run;
    void this.#check(run, target);
    // The child has been started before this, so drawing takes no time from the check.
    this.#listener.began();
  }

  async #check(run: Run, { step, file }: Target): Promise<void> {
    const begun = performance.now();
    const ticking = setInterval(() => {
      if (!run.abandoned && performance.now() - begun > 3 * TICK) this.#listener.tick();
    }, TICK);
    const start: StartGuest = ({ typescript, inspect }) => {
      if (run.abandoned) throw new Abandoned();
      const guest = inspect ? new Guest({ typescript, inspect }) : this.#ready.take(file);
      run.guests.push(guest);
      return guest;
    };
    const { advised } = this.#listener;
    const passed = (verdict: Verdict) => {
      if (run.abandoned || !advised) return;
      clearInterval(ticking);
      this.#listener.verdict(seenNow(verdict));
    };
    try {
      const failing = (title: string) => run.abandoned || this.#listener.failing(title);
      const verdict = await checkFile(step, file, this.#deadlines, start, { failing, passed });
      if (run.abandoned) return;
      if (verdict.passed && advised) return this.#finish(verdict, verdict.advice.length > 0 ? advised : null);
      const unsettled = !verdict.passed && (run.shorter || verdict.transcript.boot.outcome === "crashed");
      const wait = unsettled ? this.#changedAt + WRITING - performance.now() : 0;
      // On a busy machine, the system may not have reported the last save yet.
      const stale = () => contentOf(file) !== this.#contents.get(file);
      const report = () => (stale() ? this.#begin() : this.#finish(verdict, this.#listener.verdict));
      if (wait > 0) this.#schedule(wait, report);
      else report();
    } catch (error) {
      if (!run.abandoned) this.#listener.broke(error);
    } finally {
      clearInterval(ticking);
    }
  }

  /** @param report null where the listener knows the verdict already */
  #finish(verdict: Verdict, report: ((seen: Seen) => void) | null): void {
    const children = this.#run?.guests.length ?? 0;
    this.#run = null;
    this.#finishedAt = performance.now();
    report?.(seenNow(verdict));
    setImmediate(() => this.#prepareNext(verdict, children));
  }

  /**
   * Prepares the next check: its children, and the folders of all that the program has loaded.
   *
   * @param children how many this one took
   */
  #prepareNext({ step, file }: Verdict, children: number): void {
    if (this.#ended || this.#target?.file !== file || this.#run) return;
    this.#ready.prepare(file, childrenFor(step, children));
    void this.#saves?.lookAround();
  }
}

/** The most children to keep ready. Each takes some 25 MB of its own. */
const MOST_READY = 7;

/**
 * How many children to keep ready for a step: one for each world, and one for the experiments; or as many as its last
 * check took, because worlds whose power fails take several.
 */
function childrenFor({ scenarios }: Step, lastTime = 0): number {
  return Math.min(MOST_READY, Math.max(lastTime, new Set(scenarios.map(({ world }) => world)).size + 1));
}

function seenNow(verdict: Verdict): Seen {
  return { verdict, sources: sourcesOf(verdict), at: new Date().toTimeString().slice(0, 8) };
}

/** The content of a file (absolute); null where it is missing or may not be read. */
function contentOf(file: string): string | null {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return null;
  }
}

/** Why a file (absolute) has no content, in a sentence. */
function whyUnreadable(file: string): string {
  if (existsSync(file)) return `${basename(file)} cannot be read.`;
  if (!existsSync(dirname(file)))
    return `The folder of ${basename(file)} is gone: ${typed("start")} makes a new one.`;
  return `${basename(file)} is no longer there; save it again.`;
}

/** The learner's file and the files that a verdict points at, as they are now. */
function sourcesOf({ file, diagnoses, advice }: Verdict): Map<string, string> {
  const sources = new Map<string, string>();
  const places = [...diagnoses, ...advice].flatMap(({ place }) => place?.file ?? []);
  for (const path of new Set([file, ...places])) {
    try {
      sources.set(path, readFileSync(path, "utf8"));
    } catch {
      // The file has just gone, so no code frame is shown.
    }
  }
  return sources;
}

/**
 * Loaded into a learner's program by boot.mjs, before the program itself: moves its server to a free port of 127.0.0.1
 * and says which, and keeps its clock and its Math.random. It is no part of the tutor and takes nothing from it, so
 * that it can contradict it. What to do comes as JSON in CONFIRM: see `boot`.
 */
"use strict";

const { isMainThread } = require("node:worker_threads");

if (isMainThread && process.env.CONFIRM) {
  const { clock, at, seed, entry } = JSON.parse(process.env.CONFIRM);
  delete process.env.CONFIRM;
  keepServer(entry);
  if (clock) keepClock(clock, at);
  if (seed !== undefined) keepRandom(seed);
  require("node:module").syncBuiltinESMExports();
}

/** Moves `listen` to a free port; a program that only exports its app is made to listen. */
function keepServer(entry) {
  const net = require("node:net");
  const { pathToFileURL } = require("node:url");
  const listen = net.Server.prototype.listen;
  let listens = false;

  net.Server.prototype.listen = function (...words) {
    listens = true;
    const done = words.findLast((word) => typeof word === "function");
    this.once("listening", () => process.send?.({ kind: "listening", port: this.address().port }));
    return listen.call(this, 0, "127.0.0.1", ...(done ? [done] : []));
  };

  let found = false;
  let ended = false;
  async function useExported() {
    if (listens || found) return;
    const cached = require.cache[entry];
    if (cached && !cached.loaded) return;
    // Before that, the loader of TypeScript may not be there, and an import that failed is never tried again.
    if (!cached && !ended && process.uptime() < 8) return;
    // An import alone does not keep a process alive.
    const held = setInterval(() => {}, 1_000);
    let exported = cached?.exports ?? (await import(pathToFileURL(entry).href));
    clearInterval(held);
    for (const name of ["default", "app", "server"]) {
      if (typeof exported?.listen !== "function") exported = exported?.[name] ?? exported;
    }
    if (found || typeof exported?.listen !== "function") return;
    found = true;
    exported.listen(0);
  }
  process.once("beforeExit", () => {
    ended = true;
    void useExported();
  });
  // A timer of the program can keep it from ever getting there; on a busy machine it takes long to be loaded.
  setInterval(useExported, 2_000).unref();
}

/** A clock that stands still at `at`, or one that starts there (or now) and runs, and can be moved. */
function keepClock(kind, at) {
  const timers = require("node:timers");
  const promises = require("node:timers/promises");
  const RealDate = Date;
  const realNow = RealDate.now;
  const real = { setTimeout, clearTimeout, setImmediate };
  let offset = at === undefined ? 0 : at - realNow();
  const now = () => (kind === "standing" ? at : realNow() + offset);

  globalThis.Date = new Proxy(RealDate, {
    construct: (target, words, self) => Reflect.construct(target, words.length > 0 ? words : [now()], self),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, self) => (name === "now" ? now : Reflect.get(target, name, self)),
  });

  // What counts from some moment in the past moves along with the date.
  const hrtime = process.hrtime.bind(process);
  const bigint = process.hrtime.bigint.bind(process.hrtime);
  const performanceNow = performance.now.bind(performance);
  const uptime = process.uptime.bind(process);
  const nanoseconds = () => (kind === "standing" ? 5_000_000_000n : bigint() + BigInt(offset) * 1_000_000n);
  process.hrtime = (since) => {
    if (kind === "moving" && offset === 0) return hrtime(since);
    const total = nanoseconds() - (since ? BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]) : 0n);
    return [Number(total / 1_000_000_000n), Number(total % 1_000_000_000n)];
  };
  process.hrtime.bigint = nanoseconds;
  performance.now = () => (kind === "standing" ? 5_000 : performanceNow() + offset);
  process.uptime = () => (kind === "standing" ? 5 : uptime() + offset / 1_000);
  if (kind === "standing") return;

  // The program's own timers stand in a list as well, so that a move can run those that come due meanwhile.
  const waiting = new Set();
  class Timer {
    constructor(run, delay, words, again) {
      // Node runs a timer of more than 2^31 - 1 ms after 1 ms.
      const wait = Number(delay);
      this.wait = wait >= 1 && wait <= 2 ** 31 - 1 ? wait : 1;
      this.run = () => run(...words);
      this.again = again;
      this.held = true;
      this.refresh();
    }
    refresh() {
      this.arm(now() + this.wait);
      return this;
    }
    arm(due) {
      this.close();
      this.due = due;
      waiting.add(this);
      this.real = real.setTimeout(() => this.fire(now()), Math.max(1, Math.min(due - now(), 2 ** 31 - 1)));
      if (!this.held) this.real.unref();
    }
    fire(next) {
      this.close();
      if (this.again) this.arm(next + this.wait);
      this.run();
    }
    close() {
      waiting.delete(this);
      real.clearTimeout(this.real);
      return this;
    }
    ref() {
      this.held = true;
      this.real.ref();
      return this;
    }
    unref() {
      this.held = false;
      this.real.unref();
      return this;
    }
    hasRef() {
      return this.held;
    }
    [Symbol.toPrimitive]() {
      numbers.set(++lastNumber, this);
      return lastNumber;
    }
  }
  const numbers = new Map();
  let lastNumber = 0;
  const clear = (timer) => {
    const found = timer instanceof Timer ? timer : numbers.get(Number(timer));
    if (found) found.close();
    else real.clearTimeout(timer);
  };
  const replaced = {
    setTimeout: (run, delay, ...words) => new Timer(run, delay, words, false),
    setInterval: (run, delay, ...words) => new Timer(run, delay, words, true),
    clearTimeout: clear,
    clearInterval: clear,
  };
  const promised = (delay, value) => new Promise((resolve) => new Timer(resolve, delay, [value], false));
  Object.defineProperty(replaced.setTimeout, require("node:util").promisify.custom, { value: promised });
  Object.assign(globalThis, replaced);
  Object.assign(timers, replaced);
  promises.setTimeout = promised;

  async function move(ms) {
    const target = now() + ms;
    for (;;) {
      const due = [...waiting].filter((timer) => timer.due <= target).toSorted((a, b) => a.due - b.due)[0];
      if (!due) break;
      offset += Math.max(0, due.due - now());
      // A fast interval runs at most 5,000 times in a move.
      due.fire(due.again ? now() + Math.max(0, ms / 5_000 - due.wait) : now());
      await new Promise((resolve) => real.setImmediate(resolve));
    }
    offset += Math.max(0, target - now());
  }

  process.on("message", async (message) => {
    if (message?.kind !== "move") return;
    await move(message.ms);
    process.send({ kind: "moved" });
  });
  process.channel.unref();
}

/** The same numbers from `Math.random` for the same seed (mulberry32). */
function keepRandom(seed) {
  let state = seed;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

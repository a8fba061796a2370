/** The clock that a program is given: what it reads, and when its timers run. In processes of their own. */

import { describe, expect, test } from "vitest";
import { runBeside } from "./held.ts";

const STARTS = Date.UTC(2030, 0, 1);
const DAY = 86_400_000;

/** For the limits of a move: a machine on which no real time passes, however busy it is. */
const INFINITELY_FAST = `performance.now = () => 0; process.cpuUsage = () => ({ user: 0, system: 0 });`;

/**
 * Runs lines of a program under a clock. They see `clock`, `DAY`, and the `real` functions; `done` ends them. The lines
 * `before` run before the clock is held.
 */
function under(kind: "moving" | "standing", lines: string, stands = false, before = ""): Promise<unknown> {
  return runBeside(
    `${before}
    const real = { now: Date.now, Date, setTimeout, performance: performance.now.bind(performance) };
    const clock = require("./clock.cjs").holdClock({ kind: "${kind}", stands: ${stands}, startsAt: ${STARTS} });
    const DAY = ${DAY};
    void (async () => { ${lines} })();`,
    "clock",
  );
}

describe("a moving clock", () => {
  test("is read alike by everything that tells the time", async () => {
    const read = await under(
      "moving",
      `const hours = () => {
        const [seconds] = process.hrtime();
        const times = {
          now: Date.now(), made: new Date().getTime(), text: Date.parse(Date()), origin: performance.timeOrigin + performance.now(),
          hrtime: seconds * 1000, bigint: Number(process.hrtime.bigint()) / 1e6, uptime: process.uptime() * 1000,
          ofPerfHooks: require("node:perf_hooks").performance.now(),
          temporal: globalThis.Temporal ? Temporal.Now.instant().epochMilliseconds : Date.now(),
          zoned: globalThis.Temporal ? Temporal.Now.zonedDateTimeISO("UTC").epochMilliseconds : Date.now(),
          imported: imported.hrtime()[0] * 1000, clock: clock.now(),
        };
        return Object.values(times);
      };
      const imported = await import("node:process");
      const before = hours();
      await clock.advance(5 * DAY);
      const after = hours();
      done({ names: before.length, moved: after.map((time, i) => Math.round((time - before[i]) / 60_000)), year: new Date().getUTCFullYear(), day: new Date().getUTCDate() });`,
    );
    const moved = Array.from({ length: 12 }, () => (5 * DAY) / 60_000);
    expect(read).toEqual({ names: 12, moved, year: 2030, day: 6 });
  });

  test("leaves a Date what it is", async () => {
    const seen = await under(
      "moving",
      `class Later extends Date { get later() { return this.getTime() + 1; } }
      done({
        name: Date.name, length: Date.length, same: Date.prototype === real.Date.prototype,
        instance: new Date() instanceof Date, older: new real.Date() instanceof Date, sub: new Later(5).later,
        subNow: new Later().getUTCFullYear(), constructor: new (new Date().constructor)().getUTCFullYear(), called: typeof Date(5),
        given: [new Date(7).getTime(), new Date("2020-01-01").getTime(), new Date(2020, 1).getMonth(), Number.isNaN(new Date(undefined).getTime())],
        utc: Date.UTC(2000, 0), parse: Date.parse("1970-01-01"), clone: structuredClone(new Date(9)) instanceof Date,
      });`,
    );
    expect(seen).toEqual({
      name: "Date",
      length: 7,
      same: true,
      instance: true,
      older: true,
      sub: 6,
      subNow: 2030,
      constructor: 2030,
      called: "string",
      given: [7, Date.UTC(2020, 0), 1, true],
      utc: Date.UTC(2000, 0),
      parse: 0,
      clone: true,
    });
  });

  test("runs timers in order of their time, with promises, ticks and new timers between", async () => {
    const log = await under(
      "moving",
      `const { setTimeout: sleep, setInterval: ticks, scheduler } = require("node:timers/promises");
      const { promisify } = require("node:util");
      // The clock moves on by itself as well: an hour is more than a busy machine can lose.
      const HOUR = 3_600_000;
      const begun = Date.now();
      const log = [];
      const note = (name) => log.push(name + " " + Math.round((10 * (Date.now() - begun)) / HOUR) / 10);
      setTimeout(note, 3 * HOUR, "c");
      setTimeout(() => {
        note("a");
        Promise.resolve().then(() => {}).then(() => note("promise"));
        process.nextTick(note, "tick");
        setTimeout(note, HOUR / 2, "inner");
      }, HOUR);
      setTimeout(note, 2 * HOUR, "b");
      void (async () => {
        await sleep(1.7 * HOUR);
        note("slept");
        await promisify(setTimeout)(HOUR);
        note("promisified");
        await scheduler.wait(HOUR);
        note("waited");
        let count = 0;
        for await (const word of ticks(HOUR, "ticked")) {
          note(word);
          if (++count === 2) break;
        }
      })();
      await clock.advance(10 * HOUR);
      done(log);`,
    );
    expect(log).toEqual([
      "a 1",
      "tick 1",
      "promise 1",
      "inner 1.5",
      "slept 1.7",
      "b 2",
      "promisified 2.7",
      "c 3",
      "waited 3.7",
      "ticked 4.7",
      "ticked 5.7",
    ]);
  });

  test("runs a sweep of each minute 46,080 times in 32 days, also beside an interval that is too fast for that", async () => {
    const runs = await under(
      "moving",
      `let [sweeps, fast] = [0, 0];
      setInterval(() => sweeps++, 60_000);
      await clock.advance(32 * DAY);
      const alone = sweeps;
      setInterval(() => fast++, 10);
      await clock.advance(32 * DAY);
      done({ alone, beside: sweeps - alone > 100, fast: fast > 1000 && fast < 60_000 });`,
      false,
      INFINITELY_FAST,
    );
    expect(runs).toEqual({ alone: 46_080, beside: true, fast: true });
  });

  test("comes to an end whatever is set without end, and what is late by then has run", async () => {
    const runs = await under(
      "moving",
      `const last = {};
      const loop = (name, next) => { last[name] = Date.now(); next(() => loop(name, next)); };
      loop("chain", (again) => setTimeout(again, 0));
      loop("second", (again) => setTimeout(again, 1000));
      for (let i = 0; i < 2000; i++) setInterval(() => { last.many = Date.now(); }, 1);
      let thousands = 0;
      for (let i = 0; i < 3000; i++) setTimeout(() => thousands++, i * 1000);
      void (async () => {
        for (;;) {
          await require("node:timers/promises").setTimeout(60_000);
          await require("node:fs").promises.readFile(__filename);
          last.reading = Date.now();
        }
      })();
      await clock.advance(32 * DAY);
      await clock.advance(DAY);
      const late = Object.entries(last).filter(([, time]) => Date.now() - time > 3_600_000);
      done({ thousands, late });`,
    );
    expect(runs).toEqual({ thousands: 3000, late: [] });
  });

  test("leaves a timer all that it can do", async () => {
    const seen = await under(
      "moving",
      `const runs = [];
      const run = (name) => runs.push(name);
      clearTimeout(+setTimeout(run, 10, "cleared by number"));
      setTimeout(run, 10, "closed").close();
      setTimeout(run, 10, "disposed")[Symbol.dispose]?.();
      const cleared = setTimeout(run, 10, "cleared");
      clearTimeout(cleared);
      cleared.refresh();
      const interval = setInterval(() => { run("once"); clearInterval(interval); }, 10);
      const refreshed = setTimeout(run, DAY, "refreshed");
      await clock.advance(0.9 * DAY);
      refreshed.refresh();
      await clock.advance(0.9 * DAY);
      run("not yet");
      await clock.advance(0.2 * DAY);
      refreshed.refresh();
      await clock.advance(2 * DAY);
      setTimeout(run, 2 ** 31, "too long");
      await clock.advance(5);
      const month = setTimeout(run, 24 * DAY, "long").unref();
      run(String(month.hasRef()));
      await clock.advance(25 * DAY);
      const { AsyncLocalStorage } = require("node:async_hooks");
      const storage = new AsyncLocalStorage();
      storage.run("context", () => setTimeout(() => run(storage.getStore()), 1000));
      await clock.advance(1000);
      done(runs.filter((name) => !(name === "disposed" && !Symbol.dispose)));`,
    );
    const expected = ["once", "not yet", "refreshed", "refreshed", "too long", "false", "long", "context"];
    expect(seen).toEqual(expected);
  });

  test("goes on at the pace of real time, and so do timers", async () => {
    const order = await under(
      "moving",
      `const order = [];
      const hour = new Promise((resolve) => setTimeout(() => resolve(order.push("hour")), 3_600_000));
      // Two seconds of real time are left, which is more than a busy machine loses until the next line.
      await clock.advance(3_600_000 - 2_000);
      order.push("moved");
      await hour;
      order.push("waited");
      for (const end = Date.now() + 20; Date.now() < end;);
      done(order);`,
    );
    expect(order).toEqual(["moved", "hour", "waited"]);
  });

  test("lets an unreferenced timer end the program, and a referenced one keep it", async () => {
    const printed = await runBeside(
      `const clock = require("./clock.cjs").holdClock({ kind: "moving", startsAt: 0 });
      setTimeout(() => console.log('"never"'), 3_600_000).unref();
      setTimeout(() => console.log('"kept"'), 30);`,
      "clock",
    );
    expect(printed).toBe("kept");
  });

  test("tells abortions and mistakes as Node does", async () => {
    const told = await under(
      "moving",
      `const { setTimeout: sleep, setInterval: ticks } = require("node:timers/promises");
      const codes = [];
      const note = (error) => codes.push(error.code + (error.cause ? " " + error.cause : ""));
      const controller = new AbortController();
      const slept = sleep(1e6, 0, { signal: controller.signal }).catch(note);
      const ticked = (async () => { for await (const _ of ticks(1e6, 0, { signal: controller.signal })); })().catch(note);
      controller.abort("enough");
      await Promise.all([slept, ticked]);
      await sleep(1, 0, { signal: controller.signal }).catch(note);
      await sleep(1, 0, { signal: 5 }).catch(note);
      try { setTimeout("text"); } catch (error) { note(error); }
      try { process.hrtime(5); } catch (error) { note(error); }
      try { performance.now.call({}); } catch { codes.push("refused"); }
      codes.push(await sleep(1, "value"));
      done(codes);`,
    );
    expect(told).toEqual([
      "ABORT_ERR enough",
      "ABORT_ERR enough",
      "ABORT_ERR enough",
      "ERR_INVALID_ARG_TYPE",
      "ERR_INVALID_ARG_TYPE",
      "ERR_INVALID_ARG_TYPE",
      "refused",
      "value",
    ]);
  });

  test("makes an error of a timer the program's own, and goes on where that is handled", async () => {
    const handled = await under(
      "moving",
      `const seen = [];
      process.on("uncaughtException", (error) => seen.push(error.message));
      setTimeout(() => { throw new Error("first"); }, 1000);
      setTimeout(() => seen.push("second"), 2000);
      await clock.advance(3000);
      done(seen);`,
    );
    expect(handled).toEqual(["first", "second"]);
    const died = await under(
      "moving",
      `setTimeout(() => { throw new Error("of the timer"); }, 1000);
      await clock.advance(3000);
      done("still there");`,
    );
    expect(died).toMatch(/Error: of the timer\n +at /);
  });

  test("survives what a program does to the built-ins", async () => {
    const seen = await under(
      "moving",
      `const runs = [];
      const { setTimeout: mine } = globalThis;
      Object.freeze(mine(() => {}, 123_456_789));
      const { now } = Date;
      Date.now = () => 5;
      runs.push(Date.now());
      Date.now = now;
      Object.freeze(Date);
      runs.push(Date.now() > 5);
      mine(() => runs.push("run"), 1000);
      delete globalThis.setTimeout;
      delete globalThis.setImmediate;
      delete globalThis.Date;
      process.nextTick = null;
      Promise.prototype.then = () => { throw new Error("patched"); };
      await clock.advance(2000);
      await clock.advance(DAY);
      done(runs);`,
    );
    expect(seen).toEqual([5, true, "run"]);
  });

  test("does not reach Node's own timers and clock: a connection outlives the month", async () => {
    const seen = await under(
      "moving",
      `const http = require("node:http");
      const server = http.createServer((_request, response) => response.end(String(new Date().getUTCFullYear())));
      await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      const ask = () => new Promise((resolve) => {
        http.get({ agent, port: server.address().port, host: "127.0.0.1" }, (response) => {
          const { reused } = { reused: response.req.reusedSocket };
          response.setEncoding("utf8");
          response.on("data", (year) => resolve({ year, reused, date: new real.Date(response.headers.date).getTime() - real.now() < DAY }));
        });
      });
      const first = await ask();
      await new Promise((resolve) => setImmediate(resolve));
      await clock.advance(32 * 12 * DAY);
      done([first, await ask()]);`,
    );
    expect(seen).toEqual([
      { year: "2030", reused: false, date: true },
      { year: "2031", reused: true, date: true },
    ]);
  });
});

describe("a standing clock", () => {
  test("says the same at each boot and at each time, while timers run", async () => {
    const lines = `const read = () => [Date.now(), new Date().toISOString(), performance.now(), performance.timeOrigin, process.hrtime(), String(process.hrtime.bigint()), process.uptime(), globalThis.Temporal ? String(Temporal.Now.instant()) : ""];
      const first = read();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await clock.advance(DAY);
      done({ first, same: JSON.stringify(first) === JSON.stringify(read()), at: clock.now() });`;
    const [one, other] = await Promise.all([under("standing", lines), under("standing", lines)]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ same: true, at: STARTS });
  });
});

test("a clock that stands at first shows the same until it is told to run, then goes on and can be moved", async () => {
  const seen = await under(
    "moving",
    `const read = () => [Date.now(), performance.now(), process.hrtime.bigint(), process.uptime()];
      const first = read();
      let rung = 0;
      setInterval(() => { rung += 1; }, 60_000).unref();
      await new Promise((resolve) => setTimeout(resolve, 20));
      const stood = read().every((one, at) => one === first[at]);
      clock.run();
      const running = read();
      await clock.advance(3_600_000);
      const moved = read();
      done({
        stood, ran: running.every((one, at) => one > first[at]),
        hours: Math.round((moved[0] - running[0]) / 3_600_000), rung: rung >= 59 && rung <= 61,
      });`,
    true,
  );
  expect(seen).toEqual({ stood: true, ran: true, hours: 1, rung: true });
});

test("tokens end on time, whatever ends them", async () => {
  const ended = await under(
    "moving",
    `const jwt = require("jsonwebtoken");
      const jose = await import(require.resolve("jose"));
      const key = Buffer.alloc(32, 1);
      const token = jwt.sign({ name: "ada" }, key, { expiresIn: "15m" });
      const other = await new jose.SignJWT({}).setProtectedHeader({ alg: "HS256" }).setIssuedAt().setExpirationTime("15m").sign(key);
      const byTimer = new Set(["token"]);
      setTimeout(() => byTimer.delete("token"), 15 * 60_000);
      const bySweep = new Map([["token", new Date(Date.now() + 15 * 60_000)]]);
      setInterval(() => { for (const [token, end] of bySweep) if (end < new Date()) bySweep.delete(token); }, 60_000).unref();
      const record = { token: "token", ends: Date.now() + 15 * 60_000 };
      const good = async () => [
        (() => { try { return Boolean(jwt.verify(token, key)); } catch { return false; } })(),
        await jose.jwtVerify(other, key).then(() => true, () => false),
        byTimer.has("token"), bySweep.has("token"), record.ends > Date.now(),
      ];
      const begin = await good();
      await clock.advance(14 * 60_000);
      const late = await good();
      await clock.advance(3 * 60_000);
      done([begin, late, await good()]);`,
  );
  const all = (value: boolean) => [value, value, value, value, value];
  expect(ended).toEqual([all(true), all(true), all(false)]);
});

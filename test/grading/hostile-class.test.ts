/** A class that holds submissions that mean harm, in boxes: a few of them in a normal run, all fifty in `test:all`. */

import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { findBoxes } from "../../src/grading/box.ts";
import { isRow } from "../../src/grading/row.ts";
import { filesBelow, place, run } from "../hostile/run.ts";
import { sample } from "../sample.ts";
import { attacks } from "./attacks.ts";
import { APP, fillFolder } from "./class-folder.ts";
import { PATIENCE } from "../patience.ts";

const boxed = "boxFor" in findBoxes();
const WRONG = APP.replace("status(204)", "status(200)");
/** Those who mean no harm: one is graded before all others, one in between, one last. */
const HONEST = { ada: APP, hal: WRONG, zoe: APP };

/** Command lines of the processes (Linux) that see a folder (absolute) mounted: those in its boxes. */
function inBoxesOf(folder: string): string[] {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      const sees = Number(pid) > 0 && readFileSync(`/proc/${pid}/mountinfo`, "utf8").includes(folder);
      return sees ? [readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ")] : [];
    } catch {
      // It has ended in this moment.
      return [];
    }
  });
}

/** Everything in a folder (absolute), with what the files hold. */
function held(folder: string): unknown[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, path.endsWith(".js") ? readFileSync(path, "utf8") : null]);
}

/** A port of 127.0.0.1, TCP and UDP, and how many came. */
async function listening() {
  let came = 0;
  const server = createServer((socket) => ((came += 1), socket.destroy()));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const datagrams = createSocket("udp4").on("message", () => (came += 1));
  datagrams.bind(port, "127.0.0.1");
  await once(datagrams, "listening");
  onTestFinished(() => {
    server.close();
    datagrams.close();
  });
  return { port, came: () => came };
}

describe.skipIf(!boxed)("a class with submissions that mean harm", () => {
  it("keeps every other row, and nothing of them stays", async () => {
    const chosen = sample(attacks, 12, ({ id }) => id);
    const where = place({ onTestFinished });
    const { port, came } = await listening();
    const folder = join(where.folder, "class");
    const targets = {
      class: folder,
      out: join(where.folder, "grades"),
      solutions: shipped("solutions"),
      tutor: shipped("."),
      home: where.home,
      port,
    };
    const apps = { right: APP, none: "" };
    const programs = chosen.map(({ id, code, app }) => [
      `class/${id}.js`,
      `${code(targets)}\n${app === undefined ? WRONG : apps[app]}`,
    ]);
    const honest = Object.entries(HONEST).map(([id, app]) => [`class/${id}.js`, app]);
    fillFolder(where.folder, Object.fromEntries([...programs, ...honest]));
    const before = [held(folder), held(shipped("solutions"))];
    const secret = { TEACHERS_SECRET: "x", GITHUB_STEP_SUMMARY: "" };
    const { code, stdout, stderr } = await run(["grade", "class", "--step", "4"], where, secret);
    const rows = readFileSync(join(targets.out, "results.ndjson"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    const told = Object.fromEntries(
      rows
        .filter(isRow)
        .map(({ id, status, passed, cause }) => [
          id,
          status === "graded" ? (passed ? "passed" : cause) : status,
        ]),
    );
    const expected = Object.fromEntries(
      chosen.map(({ id, told: words }) => [
        id,
        expect.toSatisfy((word) => words.split("|").includes(String(word)), words),
      ]),
    );
    expect(told).toEqual({ ...expected, ada: "passed", hal: "wrong-status", zoe: "passed" });
    expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
    expect([held(folder), held(shipped("solutions"))]).toEqual(before);
    expect(readdirSync(targets.out).toSorted()).toEqual([
      "grades.csv",
      "junit.xml",
      "report.html",
      "results.ndjson",
      "run.json",
    ]);
    expect([...filesBelow(where.home), ...filesBelow(where.temporary)]).toEqual([]);
    await expect.poll(() => inBoxesOf(where.temporary), { timeout: PATIENCE }).toEqual([]);
    expect(came()).toBe(0);
  });
});

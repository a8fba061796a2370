/** What happens to the tutor itself: killed, nobody reads it, nothing around it is as it should be. */

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { sample } from "../sample.ts";
import { begin, bin, node, place, programs, run } from "./run.ts";

const linux = process.platform === "linux";
const right = shipped("solutions", "4-logout.js");

/** Settles once a program has printed "begun", which it does as its first act. */
async function whenBegun(file: string): Promise<void> {
  for (;;) {
    try {
      if (readFileSync(file, "utf8") !== "") return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe.concurrent("the tutor is killed", () => {
  const busy = {
    "in a loop": "for (;;);",
    "while it waits": "setInterval(() => {}, 1000);",
    "with a child of its own": 'require("child_process").execSync("sleep 600");',
    "with a detached grandchild":
      'require("child_process").execSync("setsid sleep 600 >/dev/null 2>&1 &", { env: {} }); for (;;);',
    "with signals ignored": 'process.on("SIGTERM", () => {}).on("SIGHUP", () => {}); for (;;);',
  };
  const kills = Object.entries(busy).flatMap(([title, act]) =>
    (["SIGKILL", "SIGTERM", "SIGHUP", "SIGINT"] as const).map((signal) => ({ title, act, signal })),
  );
  for (const { title, act, signal } of sample(kills, 6, ({ title, signal }) => `${title} ${signal}`)) {
    test.skipIf(!linux)(
      `a program ${title} does not outlive ${signal}`,
      async ({ expect, onTestFinished }) => {
        const where = place({ onTestFinished });
        writeFileSync(
          join(where.folder, "app.js"),
          `require("fs").writeFileSync(__dirname + "/begun", "yes");\n${act}`,
        );
        const { child, ended, left } = begin(["check", "1", "--file", "app.js"], where);
        await whenBegun(join(where.folder, "begun"));
        child.kill(signal);
        const { code } = await ended;
        expect(code).toBe(signal === "SIGKILL" ? null : 130);
        expect(await left()).toEqual([]);
      },
    );
  }
});

describe.concurrent("around the tutor", () => {
  for (const [title, script] of [
    ["a reader that has seen enough", '"$@" | head -1 >/dev/null; exit "${PIPESTATUS:-0}"'],
    ["a reader that is gone already", '"$@" | true'],
    ["closed standard output", '"$@" >&-'],
    ["closed standard error", '"$@" 2>&-'],
    ["closed standard input", '"$@" <&-'],
    ["all three closed", '"$@" <&- >&- 2>&-'],
    ["a full disk behind standard output", '"$@" >/dev/full'],
  ] as const) {
    test.skipIf(!linux)(`${title} is no trouble`, async ({ expect, onTestFinished }) => {
      const where = place({ onTestFinished });
      const file = join(programs, "output", "1-flood-of-empty-lines.js");
      for (const words of [[right], [file]]) {
        const command = ["-c", script, "sh", node, bin, "check", "1", "--file", ...words];
        const child = spawn("/bin/sh", command, { cwd: where.folder, stdio: ["ignore", "pipe", "pipe"] });
        let said = "";
        child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
        const code = await new Promise((resolve) => child.on("close", resolve));
        expect([code, said]).toEqual([0, ""]);
      }
    });
  }

  test("no HOME, no TMPDIR, no PATH", async ({ expect, onTestFinished }) => {
    const where = place({ onTestFinished });
    const { code, stderr } = await run(["check", "4", "--file", right], where, {
      HOME: undefined,
      TMPDIR: "/nonexistent",
      PATH: undefined,
    });
    expect([code, stderr]).toEqual([0, ""]);
  });

  test.skipIf(!linux)("the folder one stands in is deleted", async ({ expect, onTestFinished }) => {
    const where = place({ onTestFinished });
    const gone = join(where.folder, "gone");
    mkdirSync(gone);
    const script = 'rmdir "$0" && exec "$@"';
    const child = spawn("/bin/sh", ["-c", script, gone, node, bin, "check", "4", "--file", right], {
      cwd: gone,
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, said]).toEqual([0, ""]);
    expect(() => rmdirSync(gone)).toThrow();
  });

  test.skipIf(!linux)(
    "a program that listens everywhere is heard on 127.0.0.1 only",
    async ({ expect, onTestFinished }) => {
      const where = place({ onTestFinished });
      const begun = 'require("fs").writeFileSync(__dirname + "/begun", "yes");';
      const fork =
        'if (!process.argv[2]) require("child_process").spawn(process.execPath, [__filename, "child"], { stdio: "ignore" });';
      const told = 'require("worker_threads").parentPort.postMessage("up")';
      const worker = `const worker = new (require("worker_threads").Worker)(
        'require("net").createServer().listen(8081, "0.0.0.0", () => ${told})', { eval: true });
      const up = new Promise((resolve) => worker.once("message", resolve));`;
      const text = `const app = require("express")();
      app.listen(8080, "0.0.0.0"); app.listen(80, "::");
      ${fork} ${worker}
      app.post("/login", () => { up.then(() => { ${begun} }); });
      app.listen({ port: 3000, host: "0.0.0.0" });`;
      writeFileSync(join(where.folder, "app.js"), text);
      const { child, ended, listening, left } = begin(
        ["check", "1", "--file", "app.js", "--timeout", "60000"],
        where,
      );
      await whenBegun(join(where.folder, "begun"));
      const addresses = listening();
      child.kill("SIGKILL");
      await ended;
      expect(addresses.length).toBeGreaterThan(3);
      expect(addresses.filter((address) => !address.startsWith("127.0.0.1:"))).toEqual([]);
      expect(await left()).toEqual([]);
    },
  );
});

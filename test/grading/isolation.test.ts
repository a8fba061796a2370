/**
 * Submissions in boxes. Where no box can be made they are left out, but for the refusal; what takes a class is for
 * `test:all` alone.
 */

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { delimiter, join, parse } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { findBoxes } from "../../src/grading/box.ts";
import { isRow } from "../../src/grading/row.ts";
import type { Row } from "../../src/grading/row.ts";
import { run } from "../commands/program.ts";
import { full } from "../sample.ts";
import { APP, classFolder } from "./class-folder.ts";

const boxed = "boxFor" in findBoxes();

function rowsIn(folder: string, out: string): Row[] {
  const lines = readFileSync(join(folder, out, "results.ndjson"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => JSON.parse(line)).filter(isRow);
}

const grade = (folder: string, ...words: string[]) => run(["grade", "class", ...words], { cwd: folder });

describe("where no box can be made", () => {
  it("nothing is graded, and the way out is named", async () => {
    const folder = classFolder({ "class/ada.js": APP });
    const { code, stderr } = await run(["grade", "class", "--step", "4"], {
      cwd: folder,
      env: { PATH: folder },
    });
    expect(stderr).toContain("Nothing was graded.");
    if (process.platform === "linux") expect(stderr).toContain("Install bubblewrap: apt install bubblewrap");
    expect(stderr).toContain("--isolate none");
    expect({ code, made: existsSync(join(folder, "grades")) }).toEqual({ code: 2, made: false });
  });

  it.runIf(process.platform === "linux")(
    "the switch of the system is named where bubblewrap is kept back",
    async () => {
      const folder = classFolder({ "class/ada.js": APP, "bin/": "" });
      const bwrap = join(folder, "bin", "bwrap");
      const says = "bwrap: setting up uid map: Permission denied";
      writeFileSync(bwrap, `#!/bin/sh\n[ "$1" = --version ] && exit 0\necho "${says}" >&2\nexit 1\n`, {
        mode: 0o755,
      });
      const env = { PATH: `${join(folder, "bin")}${delimiter}/usr/bin${delimiter}/bin` };
      const { code, stderr } = await run(["grade", "class", "--step", "4"], { cwd: folder, env });
      expect(stderr).toContain(`bubblewrap cannot make a box here (${says})`);
      expect(stderr).toContain("sysctl kernel.apparmor_restrict_unprivileged_userns=0");
      expect(code).toBe(2);
      const { stdout } = await run(["doctor"], { cwd: folder, env });
      expect(stdout).toContain("isolation     none: bubblewrap cannot make a box here");
    },
  );

  it("a run without says so in everything that it writes", async () => {
    const folder = classFolder({ "class/ada.js": APP });
    const summary = join(folder, "summary.md");
    const { code, stderr } = await run(["grade", "class", "--step", "4", "--isolate", "none"], {
      cwd: folder,
      env: { PATH: folder, GITHUB_STEP_SUMMARY: summary },
    });
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("Not isolated: ") });
    const written = ["report.html", "junit.xml", "grades.csv"].map((name) => join(folder, "grades", name));
    for (const path of [summary, ...written])
      expect(readFileSync(path, "utf8").toLowerCase(), path).toContain("not isolated");
    const header: unknown = JSON.parse(readFileSync(join(folder, "grades", "run.json"), "utf8"));
    expect(header).toMatchObject({ isolation: "none" });
  });
});

describe("what only the program itself can tell", () => {
  it("is named in each row", async () => {
    const folder = classFolder({ "class/ada/2-store.js": APP, "class/ada/3-token.js": APP });
    await grade(folder, "--isolate", "none");
    const store = ["store-exists", "store-empty-at-start", "store-holds-token"];
    expect(rowsIn(folder, "grades").map(({ step, seenInside }) => [step, seenInside.toSorted()])).toEqual(
      [2, 3].map((step) => [step, [...store, "store-keeps-others", "answers-once"].toSorted()]),
    );
  });
});

describe.skipIf(!boxed)("in a box", () => {
  it("a program gets its grade, and sees neither solutions nor others, nor a network", async () => {
    const reached: unknown[] = [];
    const server = createServer((socket) => reached.push(socket.end()));
    await once(server.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? address?.port : null;
    const looks = (expression: string) => `require("fs").writeFileSync("seen", String(${expression}));\n`;
    const folder = classFolder({
      "class/ada/app.js": APP,
      "class/files/app.js": `${looks(`[${JSON.stringify(shipped("solutions"))}, ${JSON.stringify(shipped("src"))}, "/home", "/root", "/var", "../../class"].filter((path) => require("fs").existsSync(path))`)}if (require("fs").readFileSync("seen", "utf8") !== "") throw new Error("saw " + require("fs").readFileSync("seen", "utf8"));\n${APP}`,
      "class/processes/app.js": `if (require("fs").readdirSync("/proc").filter((name) => name > 0).length > 3) throw new Error("saw processes");\n${APP}`,
      "class/reaches/app.js": `const net = require("net");
for (const way of [{}, { fd: 6 }, { fd: 7 }]) {
  const socket = new net.Socket(way);
  socket.on("error", () => {});
  socket.connect(${port}, "127.0.0.1");
}
${APP}`,
    });
    const { code, stderr } = await grade(folder, "--step", "4");
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).not.toContain("Not isolated");
    expect(rowsIn(folder, "grades").map(({ id, passed, cause }) => [id, passed, cause])).toEqual([
      ["ada", true, null],
      ["files", true, null],
      ["processes", true, null],
      ["reaches", true, null],
    ]);
    expect(reached).toEqual([]);
  });

  it("what it uses without end is told as that", async () => {
    const folder = classFolder({
      "class/disk.js": `setInterval(() => require("fs").appendFileSync("big-" + Math.random(), Buffer.alloc(32e6)), 1);\n${APP}`,
      "class/forks.js": `setInterval(() => require("child_process").spawn("sleep", ["100"], { detached: true }), 1);\n${APP}`,
    });
    const { code, stderr } = await grade(folder, "--step", "4");
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(rowsIn(folder, "grades").map(({ id, passed, cause }) => [id, passed, cause])).toEqual([
      ["disk", false, "fills-the-disk"],
      ["forks", false, "too-many-processes"],
    ]);
  });
});

describe.skipIf(!boxed || !full)("every step in a box", () => {
  it("is passed by its solutions", async () => {
    const folder = classFolder({});
    const names = readdirSync(shipped("solutions"));
    for (const name of names) {
      const own = join(folder, "class", `${parse(name).name}-${parse(name).ext.slice(1)}`);
      mkdirSync(own, { recursive: true });
      copyFileSync(shipped("solutions", name), join(own, name));
    }
    await grade(folder);
    const rows = rowsIn(folder, "grades");
    expect(rows.filter(({ passed }) => !passed)).toEqual([]);
    expect(rows).toHaveLength(names.length);
  });
});

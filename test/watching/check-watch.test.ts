/** `check --watch` on the built program. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { begin, emptyFolder, run, solution } from "../commands/program.ts";
import { sitDown } from "../session/sitting.ts";

test("checks now and on every save, one verdict a save", async () => {
  const folder = emptyFolder();
  const file = join(folder, "app.js");
  writeFileSync(file, "const app = require('express')();\napp.listen(3000);\n");
  const { child, ended } = begin(["check", "1", "--file", "app.js", "--watch"], { cwd: folder });
  let printed = "";
  let heard = () => {};
  child.stdout?.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    heard();
  });
  // A verdict is printed whole when the line comes that says what is watched.
  const said = (wanted: RegExp) =>
    new Promise<void>((resolve) => {
      heard = () => {
        if (wanted.test(printed)) resolve();
      };
      heard();
    });
  await said(/There is no route for POST \/login[^]*Watching.*\n/);
  printed = "";
  const text = solution("1-login.js");
  writeFileSync(file, text);
  writeFileSync(file, text);
  await said(/Step 1 is passed\.[^]*Watching.*\n/);
  expect(printed).not.toContain("There is no");
  child.kill("SIGINT");
  expect((await ended).code).toBe(130);
  expect(printed.match(/Watching/g)).toHaveLength(1);
});

test.skipIf(process.platform === "win32")(
  "in a terminal, ? lists the keys, c checks, q ends it",
  async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "app.js"), solution("1-login.js"));
    const watching = sitDown(["check", "1", "--file", "app.js", "--watch"], {}, folder);
    await watching.shows("q ends it, ? lists the keys.");
    watching.type("?");
    await watching.shows("c       check");
    watching.type("c");
    await watching.shows((screen) => screen.includes("Watching") && !screen.includes("c       check"));
    watching.type("q");
    expect(await watching.ended).toBe(0);
  },
);

/** Keeps its sessions beside itself, as data and as code. */
const WRITES = `const fs = require("node:fs");
const app = require("express")();
const logins = [];
app.post("/login", (req, res) => {
  logins.push(Date.now());
  fs.writeFileSync(__dirname + "/sessions.json", JSON.stringify(logins));
  fs.writeFileSync(__dirname + "/sessions.js", "module.exports = " + JSON.stringify(logins));
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
`;

test("an app that writes beside itself at each login gets one verdict for each save", async () => {
  const folder = emptyFolder();
  const file = join(folder, "app.js");
  writeFileSync(file, WRITES);
  const { child, ended } = begin(["check", "1", "--file", "app.js", "--watch"], { cwd: folder });
  let printed = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    const before = printed.match(/Watching/g)?.length ?? 0;
    printed += chunk.toString();
    const verdicts = printed.match(/Watching/g)?.length ?? 0;
    if (verdicts === before) return;
    if (verdicts < 3) writeFileSync(file, `${WRITES}// save ${verdicts}\n`);
    else child.kill("SIGINT");
  });
  const { stdout } = await ended;
  expect(stdout.match(/Step 1 is passed\./g)).toHaveLength(3);
});

test("a file that the program loads is watched, also one that was missing", async () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, "app.js"),
    'const app = require("express")();\nrequire("./login.js")(app);\napp.listen(3000);\n',
  );
  const { child, ended } = begin(["check", "1", "--file", "app.js", "--watch"], { cwd: folder });
  const login = (token: string) =>
    writeFileSync(
      join(folder, "login.js"),
      `module.exports = (app) => app.post("/login", (q, r) => r.json({ accessToken: "access123", refreshToken: "${token}" }));\n`,
    );
  let printed = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    const verdicts = printed.match(/Watching/g)?.length ?? 0;
    if (verdicts === 1) login("other");
    if (verdicts === 2) login("refresh123");
    if (printed.includes("Step 1 is passed.")) child.kill("SIGINT");
  });
  expect((await ended).stdout).toContain("Step 1 is passed.");
});

test("draws in place in a terminal", async () => {
  const learner = sitDown(["check", "1", "--file", "app.js", "--watch"], { cwd: emptyFolder() });
  expect(await learner.ended).toBe(2);
  const folder = emptyFolder();
  writeFileSync(join(folder, "app.js"), solution("1-login.js"));
  const watching = sitDown(["check", "1", "--file", "app.js", "--watch"], {}, folder);
  await watching.shows("Watching app.js");
  watching.type("\u0003");
  expect(await watching.ended).toBe(130);
  expect(await watching.left()).toEqual([]);
});

/** Passes, and answers a login without a body with a 500. */
const BREAKS = `const app = require("express")();
app.use(require("express").json());
app.post("/login", (req, res) => {
  console.log(req.body.username.length);
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
`;
const ADVICE = "POST /login without a body gets a 500";

test("adds what could be better to the verdict in a terminal", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "app.js"), BREAKS);
  const watching = sitDown(["check", "1", "--file", "app.js", "--watch"], {}, folder);
  const screen = await watching.shows(ADVICE);
  expect(screen.match(/Everything holds\./g)).toHaveLength(1);
  watching.type("\u0003");
  expect(await watching.ended).toBe(130);
});

test("says a verdict once where it cannot be drawn over, advice included", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "app.js"), BREAKS);
  const { child, ended } = begin(["check", "1", "--file", "app.js", "--watch"], { cwd: folder });
  let printed = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.includes("Watching")) child.kill("SIGINT");
  });
  const { stdout } = await ended;
  expect(stdout).toContain(ADVICE);
  expect(stdout.match(/Step 1 is passed\./g)).toHaveLength(1);
});

test.for(["--all", "--json"])("cannot go together with %s", async (other) => {
  const { code, stderr } = await run(["check", "--watch", other], { cwd: emptyFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain(`--watch and ${other}`);
});

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
  expect(screen.match(/Step 1 is passed\./g)).toHaveLength(1);
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

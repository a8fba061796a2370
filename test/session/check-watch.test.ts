/** `check --watch` on the built program. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { begin, emptyFolder, run, solution } from "../commands/program.ts";
import { sitDown } from "./sitting.ts";

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
  const said = (wanted: string) =>
    new Promise<void>((resolve) => {
      heard = () => {
        if (printed.includes(wanted)) resolve();
      };
      heard();
    });
  await said("There is no route for POST /login");
  printed = "";
  const text = solution("1-login.js");
  writeFileSync(file, text);
  writeFileSync(file, text);
  await said("Step 1 is passed.");
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
  expect(watching.running()).toEqual([]);
});

test.for(["--all", "--json"])("cannot go together with %s", async (other) => {
  const { code, stderr } = await run(["check", "--watch", other], { cwd: emptyFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain(`--watch and ${other}`);
});

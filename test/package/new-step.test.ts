/** A step is a folder: adding one changes nothing under src. */

import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { emptyFolder, solution } from "../commands/program.ts";

const run = promisify(execFile);

const STEP = `
import type { Step } from "../../src/check/step.ts";
import { answerCheck, success } from "../../src/check/judge/answers.ts";
import { get } from "../../src/check/requests.ts";
import { inFolder } from "../../src/course/worlds.ts";
import { step as logout } from "../4-logout/step.ts";

export const step: Step = {
  number: 5,
  name: "ping",
  title: "Answer a ping",
  learned: "Your server says that it is there.",
  part: "one",
  scenarios: [
    ...logout.scenarios,
    { name: "ping", world: inFolder, act: async ({ ada }) => void (await ada.send("ping", get("/ping"))) },
  ],
  experiments: logout.experiments,
  afterthoughts: [],
  checks: [...logout.checks, answerCheck("ping-answers", "GET /ping answers", "ping", success({ pong: "yes" }))],
  mistakes: logout.mistakes,
  advice: [],
  trial: [get("/ping")],
};
`;

test("a folder under steps is a step, without a change under src", async () => {
  const copy = emptyFolder();
  for (const name of ["package.json", "build.mjs", "bin", "src", "steps", "solutions"]) {
    cpSync(shipped(name), join(copy, name), { recursive: true });
  }
  symlinkSync(shipped("node_modules"), join(copy, "node_modules"), "dir");
  const folder = join(copy, "steps", "5-ping");
  mkdirSync(folder);
  writeFileSync(join(folder, "step.ts"), STEP);
  for (const name of ["lesson.md", "hints.md", "task.md", "starter.js", "starter.ts"]) {
    writeFileSync(join(folder, name), name === "lesson.md" ? "# Answer a ping\n" : "");
  }
  const lacks = join(copy, "lacks.js");
  const has = join(copy, "has.js");
  writeFileSync(lacks, solution("4-logout.js"));
  writeFileSync(
    has,
    solution("4-logout.js").replace(
      "app.listen",
      'app.get("/ping", (req, res) => res.json({ pong: "yes" }));\napp.listen',
    ),
  );
  await run(process.execPath, ["build.mjs"], { cwd: copy });

  const check = async (file: string) => {
    const words = ["bin/refresh-tutor.js", "check", "ping", "--json", "--file", file];
    const { stdout } = await run(process.execPath, words, { cwd: copy }).catch(
      (error: { stdout: string }) => error,
    );
    return JSON.parse(stdout);
  };
  const failed = await check(lacks);
  expect(failed.passed).toBe(false);
  expect(failed.diagnosis[0].id).toBe("route-missing");
  expect(await check(has)).toMatchObject({ step: 5, name: "ping", passed: true });
}, 120_000);

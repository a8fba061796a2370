/** A course of two parts, on the built program. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, freshWorkspace, run, solution } from "./program.ts";

/** Step 5 as it can be from the solution of step 4. */
const RANDOM = solution("4-logout.js")
  .replace('"refresh123"', "refreshToken")
  .replace(
    "refreshTokens.push",
    'const refreshToken = require("node:crypto").randomUUID();\n  refreshTokens.push',
  )
  .replaceAll('"refresh123"', "refreshToken");

/** A workspace in which part one is passed, by its progress file. */
async function finished() {
  const workspace = await freshWorkspace();
  workspace.write("4-logout.js", solution("4-logout.js"));
  const passed = { passedAt: "2026-01-01T00:00:00.000Z", checks: 1, failures: 0, hints: 0 };
  const progress = {
    ...workspace.progress(),
    step: "logout",
    steps: { login: passed, store: passed, token: passed, logout: passed },
  };
  writeFileSync(join(workspace.root, ".refresh-tutor", "progress.json"), JSON.stringify(progress));
  return workspace;
}

const statusOf = async (workspace: Awaited<ReturnType<typeof finished>>) =>
  JSON.parse((await workspace.run("status", "--json")).stdout);

test("part two is offered after step 4, and begins only when it is chosen", async () => {
  const workspace = await finished();
  const check = await workspace.run("check");
  expect(check.stdout).toContain("Step 4 is passed.");
  expect(check.stdout).toContain("All 4 steps are passed");
  expect(check.stdout).toContain("refresh-tutor start --step 5");
  expect(existsSync(join(workspace.root, "steps", "5-random.js"))).toBe(false);
  expect(await statusOf(workspace)).toMatchObject({ current: 4, passed: 4, total: 4, part: "one" });
  const early = await workspace.run("check", "5");
  expect(early.code).toBe(2);
  expect(early.stderr).toContain("Next: refresh-tutor start --step 5");

  expect(await workspace.run("start", "--step", "5")).toMatchObject({ code: 0, stderr: "" });
  expect(workspace.read("steps", "5-random.js").startsWith(solution("4-logout.js").trimEnd())).toBe(true);
  const status = await statusOf(workspace);
  expect(status).toMatchObject({ current: 4, passed: 4, total: 4, part: "two" });
  expect(status.partTwo).toMatchObject({ current: 5, passed: 0, total: status.partTwo.steps.length });
  expect((await workspace.run("status")).stdout).toContain("Part two: fit for production");
  expect((await workspace.run("status", "--part", "one")).stdout).toContain("4 of 4 steps passed");
});

test("a step of part two that is passed is carried on", async () => {
  const workspace = await finished();
  await workspace.run("start", "--step", "5");
  expect((await workspace.run("check")).code).toBe(1);
  workspace.write("5-random.js", RANDOM);
  const check = await workspace.run("check");
  expect(check.stdout).toContain("Step 5 is passed.");
  expect(check.code).toBe(0);
  expect(workspace.read("steps", "6-access.js").startsWith(RANDOM.trimEnd())).toBe(true);
  expect((await statusOf(workspace)).partTwo).toMatchObject({ current: 6, passed: 1 });
});

test("--all means the part that the learner is in; --part says otherwise", async () => {
  const workspace = await finished();
  const stepsOf = async (...words: string[]) => {
    const { steps } = JSON.parse((await workspace.run("check", "--all", "--json", ...words)).stdout);
    return steps.map(({ step }: { step: number }) => step);
  };
  expect(await stepsOf()).toEqual([1, 4]);
  await workspace.run("start", "--step", "5");
  expect(await stepsOf()).toEqual([5]);
  expect(await stepsOf("--part", "one")).toEqual([1, 4]);
  expect(await stepsOf("--part", "all")).toEqual([1, 4, 5]);
});

test("a file is checked against all steps of one part, since none passes both", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "app.js"), solution("4-logout.js"));
  const cwd = { cwd: folder };
  const neither = await run(["check", "--all", "--file", "app.js"], cwd);
  expect(neither).toMatchObject({ code: 2, stdout: "" });
  expect(neither.stderr).toContain("Next: refresh-tutor check --all --part one --file app.js");
  expect((await run(["check", "--all", "--part", "all", "--file", "app.js"], cwd)).code).toBe(2);
  const one = await run(["check", "--all", "--part", "one", "--file", "app.js", "--json"], cwd);
  expect(JSON.parse(one.stdout).steps).toHaveLength(4);
  expect(one.code).toBe(0);
});

test.for([
  ["check", "--part", "three"],
  ["check", "4", "--part", "one"],
  ["check", "--part", "all"],
  ["reset", "--part", "two"],
  ["status", "--part", "both"],
])("refuses %s with the next thing to type", async (words) => {
  const workspace = await freshWorkspace();
  const { code, stdout, stderr } = await workspace.run(...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/\nNext: refresh-tutor /);
});

test("reset --all begins the part again that the learner is in, and leaves the other alone", async () => {
  const workspace = await finished();
  await workspace.run("start", "--step", "5");
  const { code, stdout } = await workspace.run("reset", "--all", "--yes");
  expect(code).toBe(0);
  expect(stdout).toContain("5-random.backup.js");
  expect(workspace.read("steps", "4-logout.js")).toBe(solution("4-logout.js"));
  expect(await statusOf(workspace)).toMatchObject({ passed: 4 });
  await workspace.run("reset", "--all", "--part", "all", "--yes");
  expect(await statusOf(workspace)).toMatchObject({ current: 1, passed: 0, part: "one" });
});

test("every step has its lesson, hints and solution without a workspace, and a name in the help", async () => {
  const folder = emptyFolder();
  const help = (await run(["--help"], { cwd: folder })).stdout;
  const steps = readFileSync(join(import.meta.dirname, "..", "..", "dist", "steps.cjs"), "utf8");
  const numbers = [...steps.matchAll(/^ {2}number: (\d+),$/gm)].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(4);
  for (const number of numbers) expect(help).toMatch(new RegExp(`\\b${number} [a-z]`));
  for (const words of [
    ["lesson", "7"],
    ["hint", "7"],
    ["solution", "7", "--yes"],
  ]) {
    expect(await run(words, { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
  }
});

test("the last pass tells each attack beside the learner's own line, and offers the server as a file", async () => {
  const workspace = await finished();
  const passed = { passedAt: "2026-01-01T00:00:00.000Z", checks: 1, failures: 0, hints: 0 };
  const { partTwo } = await statusOf(workspace);
  const progress = workspace.progress();
  for (const { name } of partTwo.steps) progress.steps[name] = passed;
  const last = partTwo.steps.at(-1);
  const file = `${last.step}-${last.name}.js`;
  progress.step = last.name;
  writeFileSync(join(workspace.root, ".refresh-tutor", "progress.json"), JSON.stringify(progress));
  workspace.write(file, solution(file));
  const { code, stdout } = await workspace.run("check");
  expect(code, stdout).toBe(0);
  expect(stdout).toContain("All 8 steps of part two are passed.");
  expect(stdout).toMatch(/8 Mallory copied the store[^]*\d+: return createHash/);
  expect(stdout).toContain(`refresh-tutor solution ${last.step} --save server.js`);
  expect(await workspace.run("solution", "--save", "server.js")).toMatchObject({ code: 0, stderr: "" });
  expect(workspace.read("server.js")).toBe(solution(file));
  const again = await workspace.run("solution", "--save", "server.js");
  expect(again.code).toBe(2);
  expect(again.stderr).toMatch(/\nNext: refresh-tutor solution /);
});

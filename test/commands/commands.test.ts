import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, freshWorkspace, run, solution } from "./program.ts";
import { inTerminal } from "./pty.ts";

test("start without a terminal: the lesson, the file, what to type, and 0", async () => {
  const folder = emptyFolder();
  const { code, stdout, stderr } = await run(["start"], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("What to do");
  expect(stdout).toContain("refresh-tutor/steps/1-login.js");
  expect(stdout.split("\n")).toContain("  refresh-tutor check");
  expect(readdirSync(folder)).toEqual(["refresh-tutor"]);
  expect(readdirSync(join(folder, "refresh-tutor")).sort()).toEqual([
    ".refresh-tutor",
    "package.json",
    "steps",
  ]);
  const data = JSON.parse((await run(["status", "--json"], { cwd: folder })).stdout);
  expect(data).toMatchObject({ current: 1, passed: 0 });
});

test("start again goes on and changes nothing", async () => {
  const workspace = await freshWorkspace();
  workspace.write("1-login.js", "// mine");
  const before = workspace.progress();
  const { code, stdout } = await run(["start", "--lang", "ts"], { cwd: join(workspace.root, "steps") });
  expect(code).toBe(0);
  expect(stdout).toContain("steps/1-login.js");
  expect(workspace.read("steps", "1-login.js")).toBe("// mine");
  expect(workspace.progress()).toEqual(before);
  expect(existsSync(join(workspace.root, "refresh-tutor"))).toBe(false);
});

test("start makes the workspace where it is told to, and says how to get there", async () => {
  const folder = emptyFolder();
  const { stdout } = await run(["start", "my course"], { cwd: folder });
  expect(stdout).toContain("  cd 'my course'\n  refresh-tutor check");
  expect(await run(["status"], { cwd: join(folder, "my course") })).toMatchObject({ code: 0 });
});

test("start goes to a step, whose starter it makes", async () => {
  const workspace = await freshWorkspace();
  const { code, stdout } = await workspace.run("start", "--step", "token");
  expect(code).toBe(0);
  expect(stdout).toContain("steps/3-token.js");
  expect(workspace.progress()).toMatchObject({ step: "token" });
});

test("start does not mix with a folder or a file that has its name", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "refresh-tutor"), "a file");
  expect(await run(["start"], { cwd: folder })).toMatchObject({ code: 2, stdout: "" });
  const other = emptyFolder();
  mkdirSync(join(other, "refresh-tutor"));
  writeFileSync(join(other, "refresh-tutor", "notes.txt"), "mine");
  const { code, stderr } = await run(["start"], { cwd: other });
  expect(code).toBe(2);
  expect(stderr).toContain("Next: refresh-tutor start ");
  expect(readdirSync(join(other, "refresh-tutor"))).toEqual(["notes.txt"]);
});

test("in a project of ES modules both kinds of program still work", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  await run(["start", "."], { cwd: folder });
  const written = join(folder, "steps", "1-login.js");
  for (const text of [solution("1-login.js"), solution("1-login.ts")]) {
    writeFileSync(written, text);
    expect(await run(["check", "1"], { cwd: folder })).toMatchObject({ code: 0 });
  }
});

test("each hint goes one level further, and the last one stays", async () => {
  const workspace = await freshWorkspace();
  const told = [];
  for (let count = 0; count < 4; count += 1) told.push((await workspace.run("hint")).stdout);
  expect(new Set(told.slice(0, 3)).size).toBe(3);
  expect(told[3]).toBe(told[2]);
  expect(told[0]).toContain("Hint 1 of 3");
  expect(told[2]).toContain("refresh-tutor solution 1");
  expect(workspace.progress().steps.login.hints).toBe(3);
  const { stdout } = await run(["hint", "3", "--all"], { cwd: emptyFolder() });
  expect(stdout.match(/^── /gm)).toHaveLength(3);
});

test("solution asks before the step is passed; without a terminal it says what to type", async () => {
  const workspace = await freshWorkspace();
  const asked = await workspace.run("solution");
  expect(asked).toMatchObject({ code: 2, stdout: "" });
  expect(asked.stderr).toContain("Next: refresh-tutor solution 1 --yes");
  const shown = await workspace.run("solution", "--yes");
  expect(shown.code).toBe(0);
  expect(shown.stdout).toContain('res.json({ accessToken: "access123"');
  expect(shown.stdout).toMatch(/^\s*- ?.*Step 1: create the app/m);
  workspace.write("1-login.js", solution("1-login.js"));
  await workspace.run("check");
  const passed = await workspace.run("solution", "1");
  expect(passed.code).toBe(0);
  expect(passed.stdout).toContain("steps/1-login.js is the same.");
});

test("reset keeps every version of the learner's file", async () => {
  const workspace = await freshWorkspace();
  const starter = workspace.read("steps", "1-login.js");
  expect(await workspace.run("reset")).toMatchObject({ code: 2, stdout: "" });
  for (const text of ["// first", "// second"]) {
    workspace.write("1-login.js", text);
    const { code, stdout } = await workspace.run("reset", "1", "--yes");
    expect(code).toBe(0);
    expect(stdout).toContain("Kept as a backup: steps/1-login.backup");
  }
  expect(workspace.read("steps", "1-login.js")).toBe(starter);
  expect(workspace.read("steps", "1-login.backup.js")).toBe("// first");
  expect(workspace.read("steps", "1-login.backup-2.js")).toBe("// second");
});

test("the next step begins with the code that passed last, until somebody has written there", async () => {
  const workspace = await freshWorkspace();
  const passes = async (text: string) => {
    workspace.write("1-login.js", `${solution("1-login.js")}${text}`);
    await workspace.run("check", "1");
    return workspace.read("steps", "2-store.js");
  };
  expect(await passes("// first thoughts\n")).toContain("// first thoughts");
  const second = await passes("// second thoughts\n");
  expect(second).toContain("// second thoughts");
  expect(second).not.toContain("// first thoughts");
  workspace.write("2-store.js", "// mine");
  expect(await passes("// third thoughts\n")).toBe("// mine");
});

test("reset opens a passed step again", async () => {
  const workspace = await freshWorkspace();
  workspace.write("1-login.js", solution("1-login.js"));
  await workspace.run("check");
  await workspace.run("reset", "login", "--yes");
  expect(workspace.progress()).toMatchObject({ step: "login", steps: { login: { passedAt: null } } });
});

test("reset --all begins anew and loses nothing", async () => {
  const workspace = await freshWorkspace("--lang", "ts");
  workspace.write("1-login.ts", solution("1-login.ts"));
  await workspace.run("check");
  expect(await workspace.run("reset", "--all", "--yes")).toMatchObject({ code: 0, stderr: "" });
  expect(readdirSync(join(workspace.root, "steps")).sort()).toEqual([
    "1-login.backup.ts",
    "1-login.ts",
    "2-store.backup.ts",
  ]);
  expect(JSON.parse((await workspace.run("status", "--json")).stdout)).toMatchObject({
    current: 1,
    passed: 0,
  });
});

test("status says on a narrow screen, too, how far each step is", async () => {
  const workspace = await freshWorkspace();
  await workspace.run("check");
  const terminal = inTerminal(["status"], { cwd: workspace.folder, columns: 40 });
  expect(await terminal.ended).toBe(0);
  expect(terminal.screen()).toContain("1 Express app and login route: 1 try\n");
  expect(terminal.screen()).toContain("2 In-memory store for refresh tokens:\n   open");
});

test("the doctor reports without private data, with and without a workspace", async () => {
  const workspace = await freshWorkspace();
  const home = workspace.folder;
  const own = { cwd: workspace.root, env: { HOME: home, USERPROFILE: home } };
  const { code, stdout } = await run(["doctor", "--json"], own);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 1,
    node: process.versions.node,
    workspace: "~/refresh-tutor",
    writable: "yes",
    express: { version: expect.stringMatching(/^5\./), from: "refresh-tutor" },
  });
  const text = (await run(["doctor"], own)).stdout;
  for (const secret of [home, basename(home), homedir(), hostname()]) expect(text).not.toContain(secret);
  expect(await run(["doctor"], { cwd: "/" })).toMatchObject({ code: 0, stderr: "" });
});

test("lesson and status need a step or a workspace", async () => {
  const cwd = emptyFolder();
  expect(await run(["lesson", "store"], { cwd })).toMatchObject({ code: 0, stderr: "" });
  for (const words of [["lesson"], ["hint"], ["status"], ["status", "--json"], ["reset"], ["solution"]]) {
    const { code, stdout, stderr } = await run(words, { cwd });
    expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: "" });
    expect(stderr).toContain("Next: refresh-tutor start");
  }
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, run } from "./program.ts";

test("an unknown command is refused with the nearest right one", async () => {
  for (const [typed, meant] of [
    ["chek", "check"],
    ["staart", "start"],
    ["Quiz", "quiz"],
    ["hnit", "hint"],
    ["so", "solution"],
  ]) {
    const { code, stdout, stderr } = await run([typed ?? ""]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`Did you mean \\w*${meant}\\w*\\?\nNext: refresh-tutor ${meant}`));
  }
});

test("an unknown command that is like none is refused with all that there are", async () => {
  const { code, stderr } = await run(["xyzzy"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/There are: start, check, [^]*\nNext: refresh-tutor help\n/);
});

test("words that are off are one sentence and 2", async () => {
  const cwd = emptyFolder();
  for (const words of [
    ["check", "--jsn"],
    ["check", "1", "2"],
    ["check", "--file"],
    ["start", "--lang", "py"],
    ["start", "--lang"],
    ["--dri", "x", "status"],
    ["status", "extra"],
  ]) {
    const { code, stdout, stderr } = await run(words, { cwd });
    expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: "" });
    expect(stderr).toMatch(/^[A-Z-][^\n]+\nNext: refresh-tutor [^\n]+\n$/);
  }
});

test("help and version are work done", async () => {
  for (const words of [["--help"], ["help"], ["help", "check"], ["check", "--help"], ["--version"], []]) {
    const { code, stdout, stderr } = await run(words);
    expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: "" });
    expect(stdout).not.toBe("");
  }
  expect((await run(["check", "--help"])).stdout).toContain("--dir");
});

test("global options may stand before and after the command", async () => {
  const cwd = emptyFolder();
  await run(["start"], { cwd });
  const before = await run(["--dir", cwd, "status"], { cwd: "/" });
  const after = await run(["status", "--dir", cwd], { cwd: "/" });
  expect(before.code).toBe(0);
  expect(after).toEqual(before);
});

test("colour is used where it is wanted", async () => {
  const cwd = emptyFolder();
  const colored = async (words: string[], env: Record<string, string>) =>
    (await run(words, { cwd, env })).stdout.includes("\u001b[");
  expect(await colored(["lesson", "1"], {})).toBe(false);
  expect(await colored(["lesson", "1"], { FORCE_COLOR: "1" })).toBe(true);
  expect(await colored(["lesson", "1", "--no-color"], { FORCE_COLOR: "1" })).toBe(false);
  expect(await colored(["lesson", "1"], { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
});

test.each(["exec", "start"])("who came by npm %s is told to type npx", async (command) => {
  const { stderr } = await run(["chek"], { env: { npm_command: command } });
  expect(stderr).toContain("Next: npx refresh-tutor check");
});

test("the screen of a checked file names commands that work for it, as the learner types them", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "app.js"), 'require("express")().listen(3000);\n');
  const { stdout } = await run(["check", "4", "--file", "app.js"], { cwd, env: { npm_command: "exec" } });
  expect(stdout).toContain("npx refresh-tutor serve 4 --file app.js");
  expect(stdout).toContain("npx refresh-tutor check 4 --file app.js");
  expect(stdout).not.toMatch(/(?<!npx )refresh-tutor \w+ 4/u);
});

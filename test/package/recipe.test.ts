/** The recipes of CONTRIBUTING.md for a step and a mistake, followed to the letter in a copy of the repository. */

import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { emptyFolder, solution } from "../commands/program.ts";
import { full } from "../sample.ts";

const run = promisify(execFile);

/** One thing that a recipe asks for: a file to be written, a change of a file, or commands. */
type Task = { kind: "file" | "change"; path: string; text: string } | { kind: "commands"; text: string };

/** What the section under a heading asks for, in order. */
function recipe(heading: string): Task[] {
  const guide = readFileSync(shipped("CONTRIBUTING.md"), "utf8");
  // Files in a recipe have headings of their own.
  const own = guide.split(/\n## (?=Add a )/).find((section) => section.startsWith(`${heading}\n`)) ?? "";
  let path = "";
  return [...own.matchAll(/^(?:In )?`([^`\n]+)`:$|^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(
    ([, named, language, text = ""]): Task[] => {
      if (named !== undefined) path = named;
      if (named !== undefined) return [];
      if (language === "sh") return [{ kind: "commands", text }];
      return [{ kind: language === "diff" ? "change" : "file", path, text }];
    },
  );
}

/** A text with a change like those of `diff -u`, without its head. */
function changed(text: string, change: string): string {
  const lines = change.trimEnd().split("\n");
  const side = (marks: string) =>
    lines.filter((line) => marks.includes(line[0] ?? "")).map((line) => line.slice(1));
  const before = side(" -").join("\n");
  expect(text.split(before).length, before).toBe(2);
  return text.replace(before, side(" +").join("\n"));
}

async function follow(tasks: readonly Task[], copy: string): Promise<void> {
  for (const task of tasks) {
    if (task.kind === "commands") {
      // Stops at the first command that fails. The tests that a recipe runs are, in a normal run, those that it is part of.
      const commands = full ? task.text : task.text.replaceAll(/^npm test .*$/gm, "");
      await run("sh", ["-e", "-c", commands], { cwd: copy, env: { ...process.env, VITEST: undefined } });
      continue;
    }
    const path = join(copy, task.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, task.kind === "file" ? task.text : changed(readFileSync(path, "utf8"), task.text));
  }
}

// Its commands are those of a POSIX shell.
test.skipIf(process.platform === "win32")(
  "a step and a mistake are added by the recipes, without a change under src",
  async () => {
    const copy = emptyFolder();
    const own = [
      "package.json",
      "build.mjs",
      "build-libraries.mjs",
      "tsconfig.json",
      "vitest.config.mts",
      "bin",
      "src",
      "steps",
      "solutions",
      "test",
    ];
    // What the recipes' tests read of other programs, and nothing else does.
    const read = ["transcripts", "learners", "unseen"].map((name) => shipped("test", name));
    const filter = (path: string) => full || !read.includes(dirname(path));
    for (const name of own) cpSync(shipped(name), join(copy, name), { recursive: true, filter });
    symlinkSync(shipped("node_modules"), join(copy, "node_modules"), "dir");
    const check = async (file: string) => {
      const words = ["bin/refresh-tutor.js", "check", "once", "--json", "--file", file];
      const { stdout } = await run(process.execPath, words, { cwd: copy }).catch(
        (error: { stdout: string }) => error,
      );
      return JSON.parse(stdout);
    };

    const step = recipe("Add a step");
    expect(step.map(({ kind }) => kind)).toContain("commands");
    await follow(step, copy);
    for (const file of ["solutions/13-once.js", "solutions/13-once.ts"])
      expect(await check(file)).toMatchObject({ step: 13, name: "once", passed: true });
    writeFileSync(join(copy, "as-in-step-4.js"), solution("4-logout.js"));
    expect(await check("as-in-step-4.js")).toMatchObject({
      passed: false,
      diagnosis: [{ id: "unexplained" }],
    });

    const mistake = recipe("Add a mistake");
    expect(mistake.map(({ kind }) => kind)).toContain("change");
    await follow(mistake, copy);
    const wrong = "test/learners/used-token-stays/13-only-pushes.js";
    const line =
      readFileSync(join(copy, wrong), "utf8")
        .split("\n")
        .findIndex((text) => text.endsWith("// here")) + 1;
    expect(await check(wrong)).toMatchObject({
      passed: false,
      diagnosis: [{ id: "used-token-stays", location: { line } }],
    });
    expect(existsSync(join(copy, "test/transcripts/learners/used-token-stays.json"))).toBe(true);
  },
  600_000,
);

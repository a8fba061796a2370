/** What README.md says of the program is what the program does. */

import { execFile } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { loadCourse, stepsOf } from "../../src/course/course.ts";
import { commandTable } from "../command-table.ts";
import { bin, emptyFolder } from "../commands/program.ts";

const readme = readFileSync(shipped("README.md"), "utf8");

/** The cells of the table whose head begins with a word, row by row. */
function tableOf(head: string): string[][] {
  const [, rows = ""] = new RegExp(`^\\| ${head} .*\\n\\| -.*\\n((?:\\|.*\\n)+)`, "m").exec(readme) ?? [];
  return rows
    .trimEnd()
    .split("\n")
    .map((row) => row.split(/(?<!\\)\|/).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll("\\|", "|")));
}

const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

test("its table has every command and every option, and no other", async () => {
  const { commands, global } = await commandTable();
  const told = tableOf("command").map(([usage = "", , options = ""]) => ({
    usage: quoted(usage)[0],
    options: quoted(options).toSorted(),
  }));
  expect(told).toEqual(commands.map(({ usage, options }) => ({ usage, options: options.toSorted() })));
  const [, everywhere = ""] = /^With every command: (.*)$/m.exec(readme) ?? [];
  expect(quoted(everywhere).toSorted()).toEqual([...global, "--help"].toSorted());
});

test("its table of exit codes is that of the program", () => {
  const [, codes = ""] = /const EXIT = \{(.*)\}/.exec(readFileSync(shipped("src/cli.ts"), "utf8")) ?? [];
  const known = [...codes.matchAll(/: (\d+)/g)].map(([, code]) => code);
  expect(known.length).toBeGreaterThan(0);
  expect(tableOf("exit code").map(([code]) => code)).toEqual(known);
});

test("its table of steps is the course", () => {
  const steps = stepsOf(loadCourse(), "all").map(({ number, name }) => [String(number), `\`${name}\``]);
  expect(tableOf("step").map((row) => row.slice(0, 2))).toEqual(steps);
});

test("what it links to is there", () => {
  const targets = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, target = ""]) => target);
  expect(targets).toContain("pictures/session.svg");
  expect(targets.filter((target) => !existsSync(shipped(target)))).toEqual([]);
});

// The example is written for a POSIX shell.
test.skipIf(process.platform === "win32")("its example of --json prints what it says", async () => {
  const [, command = "", printed] =
    /## For scripts[\s\S]*?```sh\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
  const folder = emptyFolder();
  copyFileSync(
    shipped("test/learners/token-ignores-store/3-only-checks-that-something-was-sent.js"),
    join(folder, "app.js"),
  );
  symlinkSync(bin, join(folder, "refresh-tutor"));
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env["PATH"]}` };
  const { stdout } = await promisify(execFile)("sh", ["-c", command], { cwd: folder, env });
  expect(stdout).toBe(printed);
});

test("the changelog begins with the version", () => {
  const { version } = JSON.parse(readFileSync(shipped("package.json"), "utf8"));
  const [, newest] = /^## (.*)$/m.exec(readFileSync(shipped("CHANGELOG.md"), "utf8")) ?? [];
  expect(newest).toBe(version);
});

/** What a learner's file may be called, be made of, and turn into while it runs. */

import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { sample } from "../sample.ts";
import { filesBelow, MOST_PRINTED, OBEYED, place, run } from "./run.ts";

const right = readFileSync(shipped("solutions", "1-login.js"), "utf8");
const second = readFileSync(shipped("solutions", "2-store.js"), "utf8");
const typed = readFileSync(shipped("solutions", "1-login.ts"), "utf8");

/** How many of each kind a normal run looks at. */
const SHOWN = 4;

function write(path: string, content: string | Buffer): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const windows = process.platform === "win32";

describe.concurrent("a file's name", () => {
  const names = [
    "with blanks.js",
    'it\'s "quoted" `twice`.js',
    "hash#mark.js",
    "per%20cent%.js",
    "what?now=1&x.js",
    "$(touch owned) ; touch owned & | touch owned.js",
    "-rf.js",
    "пример.js",
    "例え.js",
    "مثال.js",
    "🔑é\u0301.js",
    "line\nfeed.js",
    "tab\tescape\u001b[2J\u009b.js",
    "back\\slash.js",
    "(1:2:3).js",
    "hash#mark and ?.mjs",
    "per%20cent# and &.ts",
    "例え 🔑.ts",
    `${"long".repeat(60)}.js`,
  ];
  for (const name of sample(names, SHOWN, (name) => name)) {
    test.skipIf(windows)(`${JSON.stringify(name)}`, async ({ expect, onTestFinished }) => {
      const where = place({ onTestFinished });
      const text = name.endsWith(".ts") ? typed : name.endsWith(".mjs") ? moduleText : right;
      const file = write(join(where.folder, "steps", name), text);
      const before = filesBelow(where.folder);
      const json = await run(["check", "1", "--file", file, "--json"], where);
      expect(json.stderr).toBe("");
      const verdict = JSON.parse(json.stdout);
      expect([json.code, verdict.passed, verdict.diagnosis]).toEqual([0, true, []]);
      expect(json.stdout).not.toMatch(OBEYED);
      const screen = await run(["check", "1", `--file=./steps/${name}`], where);
      expect([screen.code, screen.stderr, screen.left]).toEqual([0, "", []]);
      expect(screen.stdout).not.toMatch(OBEYED);
      expect(filesBelow(where.folder)).toEqual(before);
    });
  }

  test("a long path", async ({ expect, onTestFinished }) => {
    const where = place({ onTestFinished });
    const folder = join(where.folder, ...Array.from({ length: 30 }, () => "deep".repeat(25)));
    const file = write(join(folder, "app.js"), right);
    const { code, stderr } = await run(["check", "1", "--file", file], where);
    expect([code, stderr]).toEqual([0, ""]);
  });

  test("a path longer than any system has", async ({ expect, onTestFinished }) => {
    const where = place({ onTestFinished });
    const file = `${"x/".repeat(5000)}app.js`;
    const { code, stdout, stderr } = await run(["check", "1", "--file", file, "--json"], where);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).not.toContain("    at ");
  });
});

const moduleText = right.replace(
  /^const express = require\("express"\);$/m,
  'import express from "express";',
);

describe.concurrent("what stands for a file", () => {
  test("symlinks to a file and to a folder lead to it", async ({ expect, onTestFinished }) => {
    const where = place({ onTestFinished });
    write(join(where.folder, "real", "app.js"), right);
    symlinkSync(join(where.folder, "real"), join(where.folder, "folder"));
    symlinkSync(join(where.folder, "real", "app.js"), join(where.folder, "link.js"));
    for (const name of ["link.js", "folder/app.js"]) {
      const { code, stderr } = await run(["check", "1", "--file", name], where);
      expect([name, code, stderr]).toEqual([name, 0, ""]);
    }
  });

  test("what cannot be booted is refused in one sentence", async ({ expect, onTestFinished }) => {
    const where = place({ onTestFinished });
    const { folder } = where;
    symlinkSync("nowhere.js", join(folder, "broken.js"));
    symlinkSync("circle.js", join(folder, "circle.js"));
    mkdirSync(join(folder, "folder.js"));
    write(join(folder, "app.py"), "print()");
    write(join(folder, "plain.js"), right);
    write(join(folder, "what?.ts"), typed);
    const isRoot = process.getuid?.() === 0;
    chmodSync(write(join(folder, "secret.js"), right), 0);
    const names = [
      "broken.js",
      "circle.js",
      "folder.js",
      "app.py",
      "plain.js/app.js",
      "none.js",
      "/dev/null",
      "what?.ts",
    ];
    for (const name of isRoot ? names : [...names, "secret.js"]) {
      const { code, stdout, stderr } = await run(["check", "1", "--file", name, "--json"], where);
      expect([name, code, stdout]).toEqual([name, 2, ""]);
      expect(stderr.split("\n").length).toBeLessThanOrEqual(4);
      expect(stderr).not.toContain("    at ");
    }
  });
});

describe.concurrent("what is in a file", () => {
  const contents: [string, string, string | Buffer, string][] = [
    ["a byte order mark and CRLF", "app.js", `\ufeff${right.replaceAll("\n", "\r\n")}`, "passed"],
    ["the same in TypeScript", "app.ts", `\ufeff${typed.replaceAll("\n", "\r\n")}`, "passed"],
    ["nothing", "app.js", "", "no-app"],
    ["nothing, in TypeScript", "app.ts", "", "no-app"],
    ["blanks", "app.mjs", " \n\t\r\n", "no-app"],
    ["ten megabytes", "app.js", `${"// so much to say\n".repeat(600_000)}${right}`, "passed"],
    [
      "ten megabytes and a mistake",
      "app.js",
      `${right}${"// so much to say\n".repeat(600_000)}(`,
      "syntax-error|crash-on-start",
    ],
    ["one line of a megabyte", "app.js", `${"x = 1; ".repeat(150_000)}(`, "syntax-error"],
    ["deep nesting", "app.js", `${"(".repeat(20_000)}${")".repeat(20_000)}`, "syntax-error|crash-on-start"],
    [
      "deep nesting that is right",
      "app.js",
      `const a = ${"[".repeat(3000)}${"]".repeat(3000)};`,
      "no-app|crash-on-start",
    ],
    ["a long sum", "app.js", `const a = ${"1 + ".repeat(20_000)}1;`, "no-app|crash-on-start"],
    ["zeros", "app.js", Buffer.alloc(10_000), "syntax-error"],
    [
      "a picture",
      "app.js",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x9b, 0xff]),
      "syntax-error",
    ],
    ["invalid UTF-8", "app.mjs", Buffer.from([0x61, 0xff, 0xfe, 0x62, 0xc3]), "syntax-error|crash-on-start"],
    ["UTF-16", "app.js", Buffer.from(`\ufeff${right}`, "utf16le"), "syntax-error"],
    ["UTF-16, in TypeScript", "app.ts", Buffer.from(`\ufeff${right}`, "utf16le"), "syntax-error"],
    ["control characters", "app.js", 'const a = "\u009b2J\u001b]0;x\u0007"; b.c.d;', "crash-on-start"],
    ["JSON", "app.js", '{ "a": 1, "b": 2 }', "syntax-error"],
    ["a hashbang", "app.js", `#!/usr/bin/env node\n${right}`, "passed"],
  ];
  for (const [title, name, content, expected] of sample(contents, SHOWN, ([title]) => title)) {
    test(title, async ({ expect, onTestFinished }) => {
      const where = place({ onTestFinished });
      write(join(where.folder, name), content);
      const json = await run(["check", "1", "--file", name, "--json"], where);
      expect(json.stderr).toBe("");
      const verdict = JSON.parse(json.stdout);
      const came = verdict.passed ? "passed" : verdict.diagnosis[0]?.id;
      expect(came).toSatisfy((id) => expected.split("|").includes(String(id)));
      expect(json.code).toBe(verdict.passed ? 0 : 1);
      expect(json.stdout.length).toBeLessThan(MOST_PRINTED);
      const screen = await run(["check", "1", "--file", name], where);
      expect([screen.code, screen.stderr, screen.left]).toEqual([json.code, "", []]);
      expect(screen.stdout.length).toBeLessThan(50_000);
      expect(screen.stdout).not.toMatch(OBEYED);
    });
  }
});

describe.concurrent("a file that changes while it runs", () => {
  const changes = {
    "deletes itself": 'require("fs").unlinkSync(__filename);',
    "deletes its folder": 'require("fs").rmSync(__dirname, { recursive: true });',
    "empties itself": 'require("fs").writeFileSync(__filename, "");',
    "becomes a folder": 'require("fs").unlinkSync(__filename); require("fs").mkdirSync(__filename);',
    "becomes another": 'require("fs").writeFileSync(__filename, "for (;;);");',
    "becomes a pipe without a writer":
      'require("fs").unlinkSync(__filename); require("child_process").execFileSync("mkfifo", [__filename]);',
  };
  for (const [title, change] of Object.entries(changes)) {
    test.skipIf(windows)(`one that ${title}`, async ({ expect, onTestFinished }) => {
      const where = place({ onTestFinished });
      // Step 3 asks a second boot for the cause, when the file is another one already.
      write(join(where.folder, "steps", "app.js"), `${second}\n${change}\n`);
      const words = ["check", "3", "--file", "steps/app.js", "--timeout", "1000", "--json"];
      const { code, stdout, stderr, left } = await run(words, where);
      expect([code, stderr, left]).toEqual([1, "", []]);
      expect(JSON.parse(stdout).diagnosis).toHaveLength(1);
    });
  }
});

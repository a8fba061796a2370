/**
 * What users get: the packed tarball, installed in an empty folder, used from the first lesson to the last pass of part
 * two, without a network. NODE_BINARY names another Node to use it with (test/nodes.mjs).
 */

import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import type { Step } from "../../src/check/step.ts";
import { loadCourse, slugOf, stepsOf } from "../../src/course/course.ts";
import { emptyFolder, solution } from "../commands/program.ts";
import { full, sample } from "../sample.ts";

const run = promisify(execFile);
const node = process.env["NODE_BINARY"] ?? process.execPath;

/** No proxy answers here: whoever wants the network is told so at once. */
const noNetwork = {
  npm_config_offline: "true",
  HTTP_PROXY: "http://127.0.0.1:9",
  HTTPS_PROXY: "http://127.0.0.1:9",
};

async function install(folder: string): Promise<void> {
  // The build stands already; other tests are using it.
  const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: shipped(),
  });
  const [{ filename }] = JSON.parse(stdout);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${filename}`], {
    cwd: folder,
  });
}

/** An empty folder in which the package is installed, as one uses it there. */
async function installed() {
  const folder = emptyFolder();
  await install(folder);
  const end = async (file: string, words: readonly string[]) => {
    const path = [dirname(node), process.env["PATH"]].join(delimiter);
    const env = {
      ...process.env,
      ...noNetwork,
      PATH: path,
      NO_COLOR: "1",
      VITEST: undefined,
      NODE_ENV: undefined,
    };
    return run(file, words, { cwd: folder, env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        stdout,
        stderr,
      }),
    );
  };
  const bin = join(folder, "node_modules", "refresh-tutor", "bin", "refresh-tutor.js");
  return {
    folder,
    npx: (...words: string[]) => end("npx", ["--no-install", "refresh-tutor", ...words]),
    tutor: (...words: string[]) => end(node, [bin, ...words]),
  };
}

const course = loadCourse();
/** `npm run test:all`, and each other Node: both languages, all steps. */
const whole = full || process.env["NODE_BINARY"] !== undefined;
const first = course.partTwo[0]?.number ?? 0;
/** A normal run comes to the first pass of part two, a full one to its last. */
const steps = stepsOf(course, "all").filter(({ number }) => whole || number <= first);
const last = steps.at(-1);
/** The steps whose starter is checked, too: what falls short takes longest. */
const begunWithStarter = sample(steps, 1, slugOf);

/** In a normal run only JavaScript: what TypeScript adds to it, the solutions and the languages of other tests show. */
const languages = whole ? ["js", "ts"] : ["js"];

describe.each(languages)("the installed package (%s)", (language) => {
  test("leads from the first lesson to the last pass of part two", { timeout: 600_000 }, async () => {
    const { folder, npx, tutor } = await installed();
    const read = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
    const nameOf = (step: Step) => `${slugOf(step)}.${language}`;
    const fileOf = (step: Step) => join("refresh-tutor", "steps", nameOf(step));
    const document = async (code: number, ...words: string[]) => {
      const ended = await tutor(...words, "--json");
      expect({ words, ...ended }).toMatchObject({ code, stderr: "" });
      return JSON.parse(ended.stdout);
    };

    const start = await npx("start", "--lang", language);
    expect(start).toMatchObject({ code: 0, stderr: "" });
    expect(start.stdout).toContain(`1-login.${language}`);

    for (const step of steps) {
      const { number, name, part } = step;
      if (number === first) {
        // Part one is the whole course until part two is chosen.
        expect((await tutor("status")).stdout).toMatch(/4 of 4/);
        expect(await document(0, "status")).toMatchObject({
          schema: 1,
          passed: 4,
          partTwo: { current: null },
        });
        expect(await tutor("start", "--step", String(number))).toMatchObject({ code: 0, stderr: "" });
      }
      // The learner's own code, with the task at its end: the starter, for who takes the solutions.
      expect(read(fileOf(step))).toBe(
        readFileSync(shipped("steps", slugOf(step), `starter.${language}`), "utf8"),
      );
      if (begunWithStarter.includes(step)) {
        const before = await document(1, "check");
        expect(before).toMatchObject({ schema: 1, step: number, name, passed: false });
        expect(before.diagnosis).toHaveLength(1);
      }
      writeFileSync(join(folder, fileOf(step)), solution(nameOf(step)));
      expect(await document(0, "check")).toMatchObject({ step: number, name, passed: true, diagnosis: [] });
      const status = await document(0, "status");
      expect(part === "one" ? status : status.partTwo).toMatchObject({
        passed: number - (part === "one" ? 0 : 4),
      });
    }

    const passed = steps.length - 4;
    expect((await tutor("status", "--part", "all")).stdout).toMatch(new RegExp(`4 of 4[^]*${passed} of 8`));
    expect(await document(0, "status")).toMatchObject({
      passed: 4,
      total: 4,
      part: "two",
      partTwo: { passed, total: 8 },
    });
    if (whole) {
      // What the learner takes home: which of their own lines stops which attack.
      const again = await tutor("check");
      expect(again).toMatchObject({ code: 0, stderr: "" });
      expect(again.stdout).toContain("Who tried what");
      expect(again.stdout.match(/^ +\S+ \d+: /gm)).toHaveLength(course.partTwo.length);
    }
    if (full) {
      const all = await document(0, "check", "--all", "--part", "all");
      expect(all.steps.map(({ step }: { step: number }) => step)).toEqual(steps.map(({ number }) => number));
    }

    const server = `server.${language}`;
    const save = ["solution", String(last?.number), "--save", server];
    expect(await tutor(...save)).toMatchObject({ code: 0, stderr: "" });
    expect(read(server)).toBe(last && read(fileOf(last)));
    expect(await tutor(...save)).toMatchObject({ code: 2, stdout: "" });

    const others = /^(package(-lock)?\.json|node_modules|.*\.tgz)$/;
    expect(readdirSync(folder).filter((name) => !others.test(name))).toEqual(["refresh-tutor", server]);
    // Its checks have left nothing of the apps' own in it.
    const reached = stepsOf(course, "all").filter(({ number }) => number <= steps.length + 1);
    expect(readdirSync(join(folder, "refresh-tutor", "steps")).toSorted()).toEqual(
      reached.map(nameOf).toSorted(),
    );
  });
});

/** A lint of the course: what its steps, checks, rules, hints and the recorded programs owe each other. */

import { readdirSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { shipped } from "../src/base/package.ts";
import { exchangeLabel } from "../src/check/judge/check.ts";
import { judge } from "../src/check/judge/judge.ts";
import type { Step } from "../src/check/step.ts";
import { hintsOf, loadCourse, slugOf, solutionOf } from "../src/course/course.ts";
import { sendingsOf } from "./dry-run.ts";
import { emptyFolder, run } from "./commands/program.ts";
import { stepOf } from "./checked.ts";
import { nameOf, programsOf, SETS } from "./programs.ts";
import { readAllRecords } from "./recording/files.ts";
import { replay } from "./recording/replay.ts";
import { exchange, transcript } from "./transcripts.ts";

/** The labels that checks and rules have asked a transcript for. */
const read = vi.hoisted(() => new Set<string>());
vi.mock(import("../src/check/judge/read-transcript.ts"), async (original) => {
  const whole = await original();
  return {
    ...whole,
    exchangeOf(happened, label) {
      read.add(label);
      return whole.exchangeOf(happened, label);
    },
  };
});

/** The steps that are there, which they are once they have a reference solution. */
const solved = new Set(readdirSync(shipped("solutions")).map((name) => Number.parseInt(name, 10)));

/** From their sources rather than from the build, so that what they read is seen. */
async function stepsFromSource(): Promise<Step[]> {
  const folders = readdirSync(shipped("steps")).filter((name) => solved.has(Number.parseInt(name, 10)));
  const modules = folders.map(async (folder): Promise<Step> => {
    const { step } = await import(shipped("steps", folder, "step.ts"));
    return step;
  });
  return (await Promise.all(modules)).sort((a, b) => a.number - b.number);
}

const steps = await stepsFromSource();
/** The same steps as a course; the parts do not matter here. */
const course = { steps, partTwo: [] };
const records = readAllRecords();
const programs = SETS.flatMap(programsOf);

/** A recorded program for each mistake of a step, judged and explained: between them, they ask every rule. */
function replays(step: Step) {
  const own = programs.filter(({ step: number }) => number === step.number);
  const first = [...new Map(own.toReversed().map((program) => [program.id, program])).values()];
  return Promise.all(
    first.flatMap((program) => {
      const record = records.get(nameOf(program));
      return record ? [replay(course, program, record.recording)] : [];
    }),
  );
}

/** The ids of the checks that a recorded program fails. */
const failing = new Set(
  programs.flatMap((program) => {
    const happened = records.get(nameOf(program))?.recording.transcript;
    const results = happened ? judge(stepOf(course, program).checks, happened) : [];
    return results.filter(({ finding }) => finding.status === "failed").map(({ check }) => check.id);
  }),
);

/** Everything that a step may send: what its checks need, and what explains a failure. */
function scenariosOf({ scenarios, experiments, afterthoughts }: Step) {
  return [...scenarios, ...experiments.flatMap((one) => one.scenarios), ...afterthoughts];
}

/** The labels that any step sends, and those of the recordings. */
const sentAnywhere = sendingsOf(steps.flatMap(scenariosOf)).then((sendings) => [
  ...sendings.map(({ label }) => label),
  ...[...records.values()].flatMap(({ recording }) =>
    recording.transcript.exchanges.map(({ label }) => label),
  ),
]);

/** What a step adds to the one before it. */
function ownChecks(step: Step) {
  const before = steps.find(({ number }) => number === step.number - 1);
  const known = new Set(before?.checks.map(({ id }) => id));
  return step.checks.filter(({ id }) => !known.has(id));
}

/** A line of code without what stands around it. */
function bare(line: string): string {
  return line.trim().replace(/[;,]$/, "");
}

/** Lines of a solution that give it away: long enough to be more than a bracket or a call that every program has. */
const TELLING = 20;

describe.each(steps.map((step) => ({ name: slugOf(step), step })))("$name", ({ step }) => {
  // What is sent may depend on the app, and what can fail on its mistakes: without programs there is nothing to say yet.
  const hasMistakes = programs.some(({ id, step: number }) => id !== "right" && number === step.number);

  it.runIf(hasMistakes)("reads no label that the course does not send", async () => {
    const dry = await sendingsOf(scenariosOf(step));
    // A rule that several steps share asks for what one of them sends.
    const sent = new Set([...dry.map(({ label }) => label), ...(await sentAnywhere)]);
    read.clear();
    judge(
      step.checks,
      transcript(dry.map(({ label, request }) => exchange(label, request.path, { request }))),
    );
    for (const { transcript: happened, experiment, results } of await replays(step)) {
      const { exchanges, afterthoughts } = happened;
      for (const one of [...exchanges, ...afterthoughts, ...(experiment?.exchanges ?? [])])
        sent.add(one.label);
      for (const result of results) {
        const label = exchangeLabel(result);
        if (label !== null) read.add(label);
      }
    }
    expect(read.size).toBeGreaterThan(0);
    expect([...read].filter((label) => !sent.has(label))).toEqual([]);
  });

  it("names each check, rule and advice once", () => {
    const ids = step.checks.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    // Two rules may know one mistake, by different signs.
    const rules: readonly object[] = [...step.mistakes, ...step.advice];
    expect(new Set(rules).size).toBe(rules.length);
  });

  it.runIf(hasMistakes)("has no check that no recorded program fails", () => {
    expect(
      ownChecks(step)
        .map(({ id }) => id)
        .filter((id) => !failing.has(id)),
    ).toEqual([]);
  });

  it("has hints that hold no line of its solution", () => {
    const before = steps.find(({ number }) => number === step.number - 1);
    const told = hintsOf(step).join("\n");
    for (const language of ["js", "ts"] as const) {
      const known = new Set((before ? solutionOf(before, language) : "").split("\n").map(bare));
      const own = solutionOf(step, language)
        .split("\n")
        .map(bare)
        .filter((line) => line.length >= TELLING && !known.has(line));
      expect(own.filter((line) => told.includes(line))).toEqual([]);
    }
  });
});

describe("the commands know every step of the course", () => {
  const { steps: partOne } = loadCourse();

  it("in the help", async () => {
    const { stdout } = await run(["--help"], { cwd: emptyFolder() });
    const words = stdout.replaceAll(/\s+/g, " ");
    expect(words).toContain(partOne.map(({ number, name }) => `${number} ${name}`).join(", "));
  });

  it("in status, and in solution, lesson and hint, by number and name", async () => {
    const cwd = emptyFolder();
    await run(["start"], { cwd });
    const { stdout } = await run(["status", "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ current: 1, total: partOne.length });
    for (const { number, name } of partOne) {
      expect(await run(["solution", String(number), "--yes"], { cwd })).toMatchObject({
        code: 0,
        stderr: "",
      });
      expect(await run(["lesson", name], { cwd })).toMatchObject({ code: 0, stderr: "" });
      expect(await run(["hint", name, "--all"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    }
  });
});

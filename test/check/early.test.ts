/** What is told to fail while other worlds are still played has to fail in the end, too. */

import { expect, it } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { checkFile } from "../../src/check/check-file.ts";
import { firstToFail } from "../../src/check/judge/judge.ts";
import type { Transcript } from "../../src/check/transcript.ts";
import { loadCourse, stepsOf } from "../../src/course/course.ts";
import { startCold } from "../../src/check/runner/ahead.ts";
import { PATIENT } from "../checked.ts";
import { nameOf, programsOf } from "../programs.ts";
import { readRecords } from "../recording/files.ts";
import { sample } from "../sample.ts";

const steps = stepsOf(loadCourse(), "all");
const programs = programsOf("learners").filter(({ step }) => step >= 5);

/** A transcript as it is when only these worlds are over. */
function partOf(transcript: Transcript, worlds: ReadonlySet<string>): Transcript {
  return {
    ...transcript,
    exchanges: transcript.exchanges.filter(({ world }) => worlds.has(world)),
    moves: transcript.moves.filter(({ world }) => worlds.has(world)),
    discoveries: [],
  };
}

it("no check fails in a part of the worlds and holds in all of them", () => {
  let failing = 0;
  const drawn = sample(programs, 60, nameOf);
  const records = new Map(drawn.map(({ id }) => [id, readRecords("learners", id)] as const));
  for (const program of drawn) {
    const transcript = records.get(program.id)?.get(program.slug)?.recording.transcript;
    const checks = steps.find(({ number }) => number === program.step)?.checks ?? [];
    if (!transcript) continue;
    const worlds = [...new Set(transcript.exchanges.map(({ world }) => world))];
    for (const size of worlds.keys()) {
      const part = partOf(transcript, new Set(worlds.slice(0, size)));
      const told = firstToFail(checks, part);
      if (told === null) continue;
      failing++;
      expect(told.judge(transcript).status, `${nameOf(program)}: ${told.title}`).toBe("failed");
    }
  }
  expect(failing).toBeGreaterThan(0);
});

it("what fails is told once, while the app is still asked further", async () => {
  const step = steps.find(({ name }) => name === "cookie");
  if (!step) throw new Error("no step cookie");
  const told: string[] = [];
  const early = { failing: (title: string) => void told.push(title) };
  const { failure } = await checkFile(step, shipped("solutions", "11-restart.js"), PATIENT, startCold, early);
  expect(told).toEqual([failure?.check.title]);
});

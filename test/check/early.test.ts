/** What is told to fail while other worlds are still played has to fail in the end, too. */

import { expect, it } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { checkFile } from "../../src/check/check-file.ts";
import { failed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { firstToFail } from "../../src/check/judge/judge.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Transcript } from "../../src/check/transcript.ts";
import { loadCourse, stepsOf } from "../../src/course/course.ts";
import { moving, usual } from "../../src/course/worlds.ts";
import { startCold } from "../../src/check/runner/ahead.ts";
import { PATIENT } from "../checked.ts";
import { nameOf, programsOf } from "../programs.ts";
import { readRecord } from "../recording/files.ts";
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
  const drawn = sample(programs, 30, nameOf);
  for (const program of drawn) {
    const transcript = readRecord(program)?.recording.transcript;
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

it("what fails is told once, while another world is still played", async () => {
  const [step] = steps;
  if (!step) throw new Error("a course without steps");
  const told: string[] = [];
  let tell = () => {};
  const isTold = new Promise<void>((resolve) => (tell = resolve));
  const failing = (title: string) => {
    told.push(title);
    tell();
  };
  const check: Check = {
    id: "never-holds",
    title: "It never holds",
    exchange: "asked",
    judge: (transcript) => (exchangeOf(transcript, "asked") ? failed("another", "this") : skipped),
  };
  const scenarios: Scenario[] = [
    { name: "asks", world: usual, act: async ({ ada }) => void (await ada.login("asked")) },
    // Without the word it would not end.
    { name: "waits", world: moving, act: () => isTold },
  ];
  const own = { ...step, part: "two" as const, scenarios, checks: [check], experiments: [], mistakes: [] };
  const { failure } = await checkFile(own, shipped("solutions", "5-random.js"), PATIENT, startCold, {
    failing,
  });
  expect(failure?.check).toBe(check);
  expect(told).toEqual([check.title]);
});

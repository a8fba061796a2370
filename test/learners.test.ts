/**
 * The learner programs: the verdict and the first cause of each are right. A sample is booted; `npm run test:all` boots all.
 * The programs under unseen/ stay unread while rules are written, so that they say how the rules do on code that nobody
 * here has seen.
 */

import { describe, expect, it } from "vitest";
import { loadCourse } from "../src/course/course.ts";
import { assess, bootProgram } from "./checked.ts";
import { nameOf, programsOf, SETS } from "./programs.ts";
import { sample, seed } from "./sample.ts";

/** How many programs are booted in a normal run, however many there are. */
const BOOTED = 60;

const course = loadCourse();
const programs = SETS.flatMap(programsOf);
const learners = programsOf("learners");

it.each([...new Set(learners.map(({ id }) => id))])("%s is shown by at least three programs", (id) => {
  expect(learners.filter((program) => program.id === id).length).toBeGreaterThanOrEqual(3);
});

describe("a program that is booted", () => {
  it.concurrent.for(sample(programs, BOOTED, nameOf).map((program) => ({ name: nameOf(program), program })))(
    `$name (SEED=${seed})`,
    async ({ program }) => {
      const { verdict } = await bootProgram(course, program);
      const { verdictRight, causeRight, came } = assess(program, verdict);
      expect({ verdictRight, causeRight, came }).toMatchObject({
        verdictRight: true,
        causeRight: program.id === "right" ? null : true,
      });
    },
  );
});

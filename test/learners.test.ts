/** The learner programs that the rules were developed against: the verdict and the first cause of each are right. */

import { describe, expect, it } from "vitest";
import { loadCourse } from "../src/course/course.ts";
import { checkProgram } from "./checked.ts";
import { programsOf } from "./programs.ts";
import type { Program } from "./programs.ts";
import { sample, seed } from "./sample.ts";

const course = loadCourse();
const programs = programsOf("learners");
const ids = [...new Set(programs.map(({ id }) => id))];

/** Every right program, and a few of each mistake; see sample.ts. */
function drawn(id: string, all: readonly Program[]): readonly Program[] {
  return id === "right" ? all : sample(all, 3);
}

describe.each(ids)("%s", (id) => {
  const all = programs.filter((program) => program.id === id);

  it("is shown by at least three programs", () => {
    expect(all.length).toBeGreaterThanOrEqual(3);
  });

  it.concurrent.for(drawn(id, all))(`$slug (SEED=${seed})`, async (program) => {
    const { verdictRight, causeRight, came } = await checkProgram(course, program);
    expect({ verdictRight, causeRight, came }).toMatchObject({
      verdictRight: true,
      causeRight: id === "right" ? null : true,
    });
  });
});

/**
 * Learner programs that the rules were not developed against. They stay unread while rules are written, so that they
 * say how the rules do on code that nobody here has seen.
 */

import { expect, it } from "vitest";
import { loadCourse } from "../src/course/course.ts";
import { checkProgram } from "./checked.ts";
import type { Checked } from "./checked.ts";
import { programsOf } from "./programs.ts";
import { full, sample, seed } from "./sample.ts";

/** How many are checked at a time. */
const AT_ONCE = 3;
/** The smallest share of first causes that have to be right. */
const CAUSES = 0.97;

async function checkAll(): Promise<Checked[]> {
  const course = loadCourse();
  const queue = sample(programsOf("unseen"), 60);
  const checked: Checked[] = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) checked.push(await checkProgram(course, next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return checked;
}

it(
  `every verdict is right, and nearly every first cause (SEED=${seed})`,
  async () => {
    const checked = await checkAll();
    const wrong = checked.filter(({ causeRight }) => causeRight !== null);
    const right = wrong.filter(({ causeRight }) => causeRight);
    const verdicts = checked.filter(({ verdictRight }) => verdictRight);
    const amiss = checked.filter(({ verdictRight, causeRight }) => !verdictRight || causeRight === false);
    console.log(
      [
        `unseen: ${checked.length} programs, verdicts ${verdicts.length}/${checked.length}, ` +
          `first causes ${right.length}/${wrong.length}`,
        ...amiss.map(({ name, came }) => `  ${name}: ${came}`),
      ].join("\n"),
    );
    expect(verdicts.length).toBe(checked.length);
    // Of a small sample, one wrong cause would weigh too much.
    expect(wrong.length - right.length).toBeLessThanOrEqual(full ? wrong.length * (1 - CAUSES) : 2);
  },
  20 * 60_000,
);

/** The course's own code: every solution is accepted, every starter waits to be worked on. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkFile } from "../src/check/check-file.ts";
import { loadCourse, slugOf, solutionOf, textOf } from "../src/course/course.ts";
import type { Language } from "../src/course/course.ts";
import type { Step } from "../src/check/step.ts";
import { shipped } from "../src/base/package.ts";
import { renderVerdict } from "../src/drawing/verdict.ts";
import { PATIENT } from "./checked.ts";
import { settleWithExpress4 } from "./programs.ts";
import { full } from "./sample.ts";

const course = loadCourse();
const languages: readonly Language[] = ["js", "ts"];

/** The ids of the checks that do not hold, and of the advice. */
async function complaints(step: Step, file: string, express: number): Promise<string[]> {
  const settled = express === 4 ? settleWithExpress4(file, file) : { entry: file, leave: () => {} };
  try {
    const { results, advice } = await checkFile(step, settled.entry, PATIENT);
    const failing = results.filter(({ finding }) => finding.status !== "passed");
    return [...failing.map(({ check }) => check.id), ...advice.map(({ id }) => id)];
  } finally {
    settled.leave();
  }
}

function asComment(task: string): string {
  return task.replace(/^(?=.)/gm, "// ");
}

describe.each(course.steps.map((step) => ({ name: slugOf(step), step })))("$name", ({ name, step }) => {
  for (const language of languages) {
    const solution = shipped("solutions", `${name}.${language}`);
    // In a normal run what the last solution keeps stands for what the others do.
    const whole = full || step === course.steps.at(-1);

    for (const express of whole ? [5, 4] : [5]) {
      it.concurrent(`the ${language} solution passes without advice under Express ${express}`, async () => {
        expect(await complaints(step, solution, express)).toEqual([]);
      });
    }

    const before = course.steps.filter(({ number }) => number < step.number);
    for (const earlier of whole ? before : []) {
      it.concurrent(`the ${language} solution passes step ${earlier.number} as well`, async () => {
        expect(await complaints(earlier, solution, 5)).toEqual([]);
      });
    }

    it.runIf(whole || language === "js").concurrent(
      `the ${language} starter falls short, with what to do next and without a stack`,
      async () => {
        const file = shipped("steps", name, `starter.${language}`);
        const verdict = await checkFile(step, file, PATIENT);
        expect(verdict.passed).toBe(false);
        const known = before.flatMap(({ checks }) => checks.map(({ id }) => id));
        expect(known).not.toContain(verdict.failure?.check.id);
        expect(verdict.diagnoses[0]?.fix).toMatch(/\w/);
        expect(verdict.diagnoses[0]?.id).not.toBe("unexplained");
        const screen = renderVerdict(verdict, {
          width: 80,
          color: false,
          unicode: true,
          links: false,
          nameFile: (path) => path,
          sourceOf: (path) => readFileSync(path, "utf8"),
        });
        expect(screen).toContain(`refresh-tutor check ${step.number}`);
        expect(screen).not.toMatch(/^\s*at .+:\d+:\d+/m);
      },
    );

    it(`the ${language} starter is the step before, with the task as a comment`, () => {
      const before = course.steps.find(({ number }) => number === step.number - 1);
      const task = asComment(textOf(step, "task.md"));
      const starter = textOf(step, `starter.${language}`);
      if (before) expect(starter).toBe(`${solutionOf(before, language)}\n${task}`);
      else expect(starter.endsWith(`\n\n${task}`)).toBe(true);
    });
  }
});

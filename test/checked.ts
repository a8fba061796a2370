/** Checks a learner program, and says whether the verdict is the one that the program was written for. */

import { relative } from "node:path";
import { checkFile } from "../src/check/check-file.ts";
import type { Course } from "../src/course/course.ts";
import type { Step } from "../src/check/step.ts";
import type { Diagnosis } from "../src/check/diagnosis/mistake.ts";
import { shipped } from "../src/base/package.ts";
import { DEADLINES } from "../src/check/deadlines.ts";
import type { Deadlines } from "../src/check/deadlines.ts";
import type { Verdict } from "../src/check/verdict/verdict.ts";
import { ADVICE_IDS, nameOf, settle } from "./programs.ts";
import type { Program } from "./programs.ts";
import { recordingOf } from "./recording/recording.ts";
import type { Recording } from "./recording/recording.ts";

/** Longer than a learner's, but for the boot: the machine that runs the tests has more to do. */
export const PATIENT: Deadlines = { ...DEADLINES, request: 3_000, afterthought: 3_000, check: 45_000 };

// Vitest sets it, and Express then is silent about errors: the programs run as they do for a learner.
delete process.env["NODE_ENV"];

/** What a check said of a program, in short. Places are "test/learners/…/3-x.js:12:5", or "" where there is none. */
export interface Said {
  passed: boolean;
  /** The first cause; null where it passed. */
  cause: string | null;
  place: string;
  /** The id of each advice, with its place. */
  advice: string[];
}

export interface Checked {
  /** "learners/filter-inverted/4-in-a-service" */
  name: string;
  /** Passed where it should, failed where it should. */
  verdictRight: boolean;
  /** The first cause, or the advice, is the one that the program was written for; null for a right program. */
  causeRight: boolean | null;
  /** The diagnosis points at the marked line; null where no line is marked or the cause is another. */
  placeRight: boolean | null;
  /** What came instead, in a line. */
  came: string;
}

/** The step that a program was written for. Throws where the course has none of its number. */
export function stepOf(course: Course, program: Program): Step {
  const step = [...course.steps, ...course.partTwo].find(({ number }) => number === program.step);
  if (!step) throw new Error(`${nameOf(program)}: no such step`);
  return step;
}

/** Boots a program as the learner's file of its step and checks it. All places in what comes back lie in the repository. */
export async function bootProgram(
  course: Course,
  program: Program,
): Promise<{ verdict: Verdict; recording: Recording }> {
  const { entry, relocate, leave } = settle(program);
  try {
    const verdict = await checkFile(stepOf(course, program), entry, PATIENT);
    const inRepository = (told: Diagnosis): Diagnosis => ({
      ...told,
      place: told.place && { ...told.place, file: relocate(told.place.file) },
    });
    const diagnoses = verdict.diagnoses.map(inRepository);
    const advice = verdict.advice.map(inRepository);
    return { verdict: { ...verdict, diagnoses, advice }, recording: recordingOf(verdict, relocate) };
  } finally {
    leave();
  }
}

function placeInWords({ place }: Diagnosis): string {
  return place ? `${relative(shipped(), place.file)}:${place.line}:${place.column}` : "";
}

/** The verdict in short. Its places lie in the repository. */
export function inShort({ passed, diagnoses, advice }: Verdict): Said {
  const [first] = diagnoses;
  return {
    passed,
    cause: first?.id ?? null,
    place: first ? placeInWords(first) : "",
    advice: advice.map((one) => `${one.id} ${placeInWords(one)}`.trim()),
  };
}

/** Holds a verdict, whose places lie in the repository, against what its program was written for. */
export function assess(program: Program, verdict: Verdict): Checked {
  const { id, here } = program;
  const { passed, advice, diagnoses, results } = verdict;
  const shouldPass = id === "right" || ADVICE_IDS.includes(id);
  const told = passed ? advice : diagnoses.slice(0, 1);
  const found = told.find((one) => one.id === id) ?? null;
  const failure = results.find(({ finding }) => finding.status === "failed");
  const names = told.map((one) => `${one.id} ${placeInWords(one)}`.trim()).join(", ") || "nothing";
  const detail = failure ? `; ${failure.check.id}: ${JSON.stringify(failure.finding)}` : "";
  // Where a program says so by its name, praise is all that is due.
  const silent = !program.slug.includes("without-advice") || advice.length === 0;
  return {
    name: nameOf(program),
    verdictRight: passed === shouldPass && silent,
    causeRight: id === "right" ? null : found !== null,
    placeRight: here && found ? pointsAt(found, here) : null,
    came: `${passed ? "passed" : "failed"}: ${names}${detail}`,
  };
}

function pointsAt({ place }: Diagnosis, here: { file: string; line: number }): boolean {
  return place !== null && place.file === here.file && place.line === here.line;
}

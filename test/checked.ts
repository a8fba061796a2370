/** Checks a learner program and says what was right about the verdict. */

import { checkFile } from "../src/check/check-file.ts";
import type { Course } from "../src/course/course.ts";
import type { Diagnosis } from "../src/check/diagnosis/mistake.ts";
import type { Deadlines } from "../src/check/runner/host.ts";
import { ADVICE_IDS, settle } from "./programs.ts";
import type { Program } from "./programs.ts";

/** Longer than a learner's: the machine that runs the tests has more to do. */
export const PATIENT: Deadlines = { boot: 12_000, request: 3_000, check: 45_000 };

export interface Checked {
  /** "filter-inverted/4-in-a-service" */
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

/** Checks one program as the learner's file of its step. */
export async function checkProgram(course: Course, program: Program): Promise<Checked> {
  const { id, slug, here } = program;
  const step = course.steps.find(({ number }) => number === program.step);
  if (!step) throw new Error(`${id}/${slug}: no such step`);
  const { entry, original, leave } = settle(program);
  try {
    const { passed, advice, diagnoses, results } = await checkFile(step, entry, PATIENT);
    const shouldPass = id === "right" || ADVICE_IDS.includes(id);
    const told = passed ? advice : diagnoses.slice(0, 1);
    const found = told.find((one) => one.id === id) ?? null;
    const failure = results.find(({ finding }) => finding.status === "failed");
    const names = told.map((one) => one.id).join(", ") || "nothing";
    const detail = failure ? `; ${failure.check.id}: ${JSON.stringify(failure.finding)}` : "";
    return {
      name: `${id}/${slug}`,
      verdictRight: passed === shouldPass,
      causeRight: id === "right" ? null : found !== null,
      placeRight: here && found ? pointsAt(found, here, original) : null,
      came: `${passed ? "passed" : "failed"}: ${names}${found ? placeInWords(found, original) : ""}${detail}`,
    };
  } finally {
    leave();
  }
}

function pointsAt(
  { place }: Diagnosis,
  here: { file: string; line: number },
  original: (file: string) => string,
): boolean {
  return place !== null && original(place.file) === here.file && place.line === here.line;
}

function placeInWords({ place }: Diagnosis, original: (file: string) => string): string {
  return place ? ` at ${original(place.file).split("/").pop()}:${place.line}` : " nowhere";
}

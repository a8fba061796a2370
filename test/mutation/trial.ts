/** Tries mutants: what the contract says of each, what the check says, and what it names as the cause. */

import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkFile } from "../../src/check/check-file.ts";
import { slugOf } from "../../src/course/course.ts";
import type { Course } from "../../src/course/course.ts";
import type { Step } from "../../src/check/step.ts";
import { shipped } from "../../src/base/package.ts";
import { PATIENT } from "../checked.ts";
import { breaks, PROBE } from "./contract.ts";
import { mutantsOf } from "./mutants.ts";
import type { Mutant } from "./edit.ts";

export interface Candidate extends Mutant {
  step: Step;
}

export interface Trial extends Candidate {
  /** What it breaks of the contract; null where nothing. */
  broken: string | null;
  passed: boolean;
  /** The first cause that the check named, or null. */
  cause: string | null;
  /** The line that the cause points at, or null. */
  at: number | null;
  title: string;
}

/** Every mutant of the course: of the last solution wherever it can be changed, of the others in what they add. */
export function candidates(course: Course): Candidate[] {
  const texts = course.steps.map((step) => readFileSync(shipped("solutions", `${slugOf(step)}.js`), "utf8"));
  return course.steps.flatMap((step, index) => {
    const whole = index === course.steps.length - 1;
    return mutantsOf(texts[index] ?? "", texts[index - 1] ?? "", whole).map((mutant) => ({
      ...mutant,
      step,
    }));
  });
}

/** Tries one mutant in a folder of its own, which is gone afterwards. */
export async function tryMutant(candidate: Candidate): Promise<Trial> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-mutant-")));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(shipped("node_modules", "express"), join(folder, "node_modules", "express"), "dir");
    const [file, probed] = [join(folder, "app.js"), join(folder, "probed.js")];
    writeFileSync(file, candidate.text);
    writeFileSync(probed, candidate.text + PROBE);
    const broken = await breaks(probed, candidate.step.number);
    const { passed, diagnoses } = await checkFile(candidate.step, file, PATIENT);
    const [first] = diagnoses;
    const { id = null, place = null, title = "" } = first ?? {};
    return { ...candidate, broken, passed, cause: id, at: place?.line ?? null, title };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does something for each of a list, a few at a time; the results in the list's order. */
export async function forEachOf<T, R>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = all.entries();
  const worker = async () => {
    for (const [index, one] of queue) results[index] = await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

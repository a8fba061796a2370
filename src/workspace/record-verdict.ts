/** Records a check in the workspace: in the progress and, after a pass, in the next step's file. */

import { isProblem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { Step } from "../check/step.ts";
import type { Verdict } from "../check/verdict/verdict.ts";
import { stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { carryForward, fingerprint } from "./carry-forward.ts";
import type { Carried } from "./carry-forward.ts";
import { afterCarrying, afterFailure, afterPass, progressOf, stepAfter } from "./progress.ts";
import { learnerFile } from "./step-files.ts";
import { changeProgress } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";
import { writeProblem } from "./write-problem.ts";

export interface Recorded {
  workspace: Workspace;
  /** The next step's file (absolute), and whether it was made just now; null: not passed, or there is no next step. */
  next: { step: Step; file: string; made: boolean } | null;
  /** Whether every step of the part is passed. */
  finished: boolean;
  /** Why something could not be recorded; null: all of it was. */
  trouble: Problem | null;
}

/**
 * Records a verdict on the learner's own file of a step. Where the file system refuses, it does not throw, but says so
 * in `trouble`.
 *
 * @param sourceOf what a file (absolute) held when it was checked; null: unknown
 */
export function recordVerdict(
  workspace: Workspace,
  course: Course,
  verdict: Verdict,
  sourceOf: (file: string) => string | null,
): Recorded {
  const { step, file, passed } = verdict;
  const carried = passed ? carry(workspace, course, step, file) : null;
  const attempt = attemptIn(verdict, sourceOf);
  const changed = changeProgress(workspace, (progress) => {
    if (!passed) return afterFailure(progress, step, attempt);
    const after = afterPass(progress, course, step, new Date());
    const print = isProblem(carried) ? null : carried?.print;
    return carried && !isProblem(carried) && print ? afterCarrying(after, carried.step, print) : after;
  });
  const trouble = isProblem(carried) ? carried : isProblem(changed) ? changed : null;
  const after = isProblem(changed) ? workspace : changed;
  const finished = passed && !isProblem(changed) && stepAfter(after.progress, course, step) === null;
  return { workspace: after, next: isProblem(carried) ? null : carried, finished, trouble };
}

/**
 * A short text that stands for what the learner tried: for the file, and for the file in which the cause lies. null: it
 * does not parse, as a file that was saved half typed.
 */
function attemptIn(
  { file, diagnoses: [cause] }: Verdict,
  sourceOf: (file: string) => string | null,
): string | null {
  if (!cause || cause.id === "syntax-error") return null;
  const files = new Set([file, cause.place?.file ?? file]);
  const sources = [...files].flatMap((path) => sourceOf(path) ?? []);
  return fingerprint(Buffer.from(sources.join("\n")));
}

function carry(
  workspace: Workspace,
  course: Course,
  step: Step,
  file: string,
): ({ step: Step } & Carried) | null | Problem {
  const next = stepsOf(course, "all").find(({ number }) => number === step.number + 1);
  // Part two begins only when the learner chooses it.
  const begun = next && (next.part === step.part || learnerFile(workspace.root, next) !== null);
  if (!begun) return null;
  try {
    const before = progressOf(workspace.progress, next).carried ?? null;
    return { step: next, ...carryForward(workspace.root, file, next, before) };
  } catch (error) {
    return writeProblem(error, `The file of step ${next.number}`);
  }
}

/** Going to a step: its file, and where the learner is from now on. */

import { isProblem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { Step } from "../check/step.ts";
import { stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { carryForward } from "./carry-forward.ts";
import type { Carried } from "./carry-forward.ts";
import { afterCarrying, atStep, progressOf } from "./progress.ts";
import type { Progress } from "./progress.ts";
import { beginStep, learnerFile } from "./step-files.ts";
import { changeProgress } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";
import { writeProblem } from "./write-problem.ts";

/** Where the learner is. */
export interface Arrival {
  workspace: Workspace;
  step: Step;
  /** The learner's file of the step, absolute. */
  file: string;
}

/**
 * Goes to a step. A file that is there is used as it is; else it is made from the learner's own code of the step
 * before, where that is passed, or from the starter.
 */
export function arriveAt(workspace: Workspace, course: Course, step: Step): Arrival | Problem {
  try {
    const { file, print } = fileOf(workspace, course, step);
    const changed = changeProgress(workspace, (progress) => {
      const there = atStep(progress, step);
      return print === null ? there : afterCarrying(there, step, print);
    });
    return isProblem(changed) ? changed : { workspace: changed, step, file };
  } catch (error) {
    return writeProblem(error, `The file of step ${step.number}`);
  }
}

/**
 * Whether going to a step would show the learner a solution: its file, which is not there yet, would begin with the
 * course's own code of the steps before, since the last of them is not passed.
 */
export function beginsWithSolution({ root, progress }: Workspace, course: Course, step: Step): boolean {
  const isFirst = step.number === 1;
  return !isFirst && learnerFile(root, step) === null && ownCodeBefore(root, progress, course, step) === null;
}

/** The learner's file (absolute) of the step before, where that is passed; null: there is none. */
function ownCodeBefore(root: string, progress: Progress, course: Course, { number }: Step): string | null {
  const before = stepsOf(course, "all").find((step) => step.number === number - 1);
  return before && progressOf(progress, before).passedAt !== null ? learnerFile(root, before) : null;
}

function fileOf({ root, progress }: Workspace, course: Course, step: Step): Pick<Carried, "file" | "print"> {
  const passed = ownCodeBefore(root, progress, course, step);
  if (passed === null) return { file: beginStep(root, step, progress.language), print: null };
  // A file that was carried forward is made anew after a pass, not when the learner goes to the step.
  return carryForward(root, passed, step, null);
}

/** Going to a step: its file, and where the learner is from now on. */

import { isProblem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { Step } from "../check/step.ts";
import { stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { carryForward } from "./carry-forward.ts";
import type { Carried } from "./carry-forward.ts";
import { afterCarrying, atStep, progressOf } from "./progress.ts";
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

function fileOf({ root, progress }: Workspace, course: Course, step: Step): Pick<Carried, "file" | "print"> {
  const before = stepsOf(course, "all").find(({ number }) => number === step.number - 1);
  const passed = before && progressOf(progress, before).passedAt !== null ? learnerFile(root, before) : null;
  if (passed === null) return { file: beginStep(root, step, progress.language), print: null };
  // A file that was carried forward is made anew after a pass, not when the learner goes to the step.
  return carryForward(root, passed, step, null);
}

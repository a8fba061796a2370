/** Plans a run: which submissions are run for which step, and what is already known of the others. */

import type { Step } from "../check/step.ts";
import type { Course } from "../course/course.ts";
import type { Task } from "./check-submission.ts";
import { choicesFor } from "./choose-file.ts";
import { missingStudents, withNameOnRoster } from "./roster.ts";
import type { MatchedRoster } from "./roster.ts";
import { emptyRow, inOrder } from "./row.ts";
import type { Row } from "./row.ts";
import type { Submission } from "./submission.ts";

export interface Plan {
  tasks: readonly Task[];
  /** The rows of submissions that cannot be run. */
  decided: readonly Row[];
}

/** @param step of `--step`; null: each step that was handed in */
export function planRun(
  submissions: readonly Submission[],
  step: Step | null,
  course: Course,
  roster: MatchedRoster | null,
): Plan {
  const tasks: Task[] = [];
  const decided: Row[] = [];
  for (const handedIn of submissions) {
    const submission = roster ? withNameOnRoster(handedIn, roster) : handedIn;
    for (const choice of choicesFor(submission, step, course)) {
      if ("file" in choice) tasks.push({ submission, step: choice.step, file: choice.file });
      else decided.push({ ...emptyRow(submission, choice.status, choice.why), ...stepOf(choice.step) });
    }
  }
  for (const student of roster ? missingStudents(roster) : []) {
    const why = "On the roster, but nothing was handed in.";
    decided.push({ ...emptyRow({ ...student, late: false }, "missing", why), ...stepOf(step) });
  }
  return { tasks, decided: decided.sort(inOrder) };
}

function stepOf(step: Step | null): Pick<Row, "step" | "stepName"> {
  return { step: step?.number ?? null, stepName: step?.name ?? null };
}

/** `reset`: puts a starter back and keeps the learner's files as backups. */

import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import { loadCourse, stepsOf } from "../course/course.ts";
import { currentStep } from "../workspace/progress.ts";
import { learnerFile } from "../workspace/step-files.ts";
import { resetStep } from "../workspace/workspace.ts";
import { confirmed } from "./ask-yes-or-no.ts";
import type { Context, Outcome } from "./context.ts";
import { namesOnScreen, openHere, partNamed, stepMeant } from "./step-and-workspace.ts";
import { tell } from "./show.ts";

export interface ResetOptions {
  all?: boolean;
  /** As typed. */
  part?: string;
  yes?: boolean;
}

/** @param word the step as typed; undefined: the current one */
export async function reset(
  word: string | undefined,
  options: ResetOptions,
  context: Context,
): Promise<Outcome> {
  if (word !== undefined && options.all) {
    return problem("step-and-all", "A step and --all cannot go together.", typed("reset --all"));
  }
  const named = partNamed(options.part, "reset --all");
  if (isProblem(named)) return named;
  if (named !== null && !options.all) {
    return problem("part-alone", "--part goes with --all.", typed(`reset --all --part ${named}`));
  }
  const course = loadCourse();
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  const part = named ?? currentStep(workspace.progress, course).part;
  const [first, ...others] = stepsOf(course, part);
  const step = options.all && first ? first : stepMeant(course, "reset", word, workspace);
  if (isProblem(step)) return step;
  const rest = options.all ? others : [];
  const hasFiles = [step, ...rest].some((each) => learnerFile(workspace.root, each) !== null);
  if (hasFiles && !options.yes) {
    const what = part === "all" ? "the whole course" : `part ${part}`;
    const question = options.all
      ? `Begin ${what} again from its first step? Your files are kept as backups.`
      : `Put the starter of step ${step.number} back? Your file is kept as a backup.`;
    const again = typed(
      options.all ? `reset --all${named ? ` --part ${named}` : ""} --yes` : `reset ${step.number} --yes`,
    );
    const answer = await confirmed(context, question, again);
    if (isProblem(answer)) return answer;
    if (!answer) {
      tell(context, "Nothing was changed.");
      return "done";
    }
  }
  const done = resetStep(workspace, step, rest);
  if (isProblem(done)) return done;
  const nameFile = namesOnScreen(context, workspace.root);
  tell(context, ...done.backups.map((backup) => `Kept as a backup: ${nameFile(backup)}`));
  tell(context, `The starter of step ${step.number}: ${nameFile(done.file)}`);
  tell(context, `The lesson: ${typed(`lesson ${step.number}`)}`, `Then: ${typed(`check ${step.number}`)}`);
  return "done";
}

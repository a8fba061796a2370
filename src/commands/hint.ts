/** `hint`: prints a step's hints, each time one level further. */

import { typed } from "../base/invocation.ts";
import { isProblem } from "../base/problem.ts";
import { hintsOf, loadCourse } from "../course/course.ts";
import { afterHint, progressOf } from "../workspace/progress.ts";
import { changeProgress } from "../workspace/workspace.ts";
import type { Context, Outcome } from "./context.ts";
import { namedStep, openHere, stepMeant } from "./step-and-workspace.ts";
import { showHint, showMarkdown, tell } from "./show.ts";

export interface HintOptions {
  all?: boolean;
}

/** @param word the step as typed; undefined: the current one */
export async function hint(
  word: string | undefined,
  options: HintOptions,
  context: Context,
): Promise<Outcome> {
  const course = loadCourse();
  const named = word === undefined ? null : namedStep(course, "hint", word);
  if (isProblem(named)) return named;
  const workspace = openHere(context, course);
  if (isProblem(workspace)) {
    // To read about a step that they name, learners need no workspace.
    if (workspace.id !== "no-workspace" || !named) return workspace;
    await showMarkdown(
      context,
      hintsOf(named)
        .slice(0, options.all ? undefined : 1)
        .join("\n\n"),
    );
    if (options.all) return "done";
    tell(context, "", "There is no workspace here to remember which hints you have seen.");
    tell(context, `All of them: ${typed(`hint ${named.number} --all`)}`);
    return "done";
  }
  const step = named ?? stepMeant(course, "hint", undefined, workspace);
  if (isProblem(step)) return step;
  const most = hintsOf(step).length;
  const level = options.all ? most : Math.min(progressOf(workspace.progress, step).hints + 1, most);
  if (options.all) await showMarkdown(context, hintsOf(step).join("\n\n"));
  else await showHint(context, step, level, typed(word === undefined ? "hint" : `hint ${word}`));
  const changed = changeProgress(workspace, (progress) => afterHint(progress, step, level));
  if (isProblem(changed)) context.warn(`${changed.message} ${changed.next}`);
  return "done";
}

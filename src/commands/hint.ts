/** `hint`: prints a step's hints, each time one level further. */

import { hintsOf, loadCourse } from "../course/course.ts";
import { typed } from "../invocation.ts";
import { isProblem } from "../problem.ts";
import { afterHint, progressOf } from "../workspace/progress.ts";
import { changeProgress } from "../workspace/workspace.ts";
import type { Context, Outcome } from "./context.ts";
import { namedStep, openHere, stepMeant } from "./here.ts";
import { showMarkdown } from "./show.ts";

export interface HintOptions {
  all?: boolean;
}

/** @param word the step as typed; undefined: the current one */
export async function hint(
  word: string | undefined,
  options: HintOptions,
  context: Context,
): Promise<Outcome> {
  const course = await loadCourse();
  const named = word === undefined ? null : namedStep(course, "hint", word);
  if (isProblem(named)) return named;
  if (options.all && named) {
    await showMarkdown(context, hintsOf(named).join("\n\n"));
    return "done";
  }
  const workspace = openHere(context, course);
  if (isProblem(workspace)) {
    if (workspace.id !== "no-workspace" || !named) return workspace;
    await showMarkdown(context, hintsOf(named)[0] ?? "");
    context.print(
      `Without a workspace nobody remembers what you have seen. Every hint: ${typed(`hint ${named.number} --all`)}`,
    );
    return "done";
  }
  const step = named ?? stepMeant(course, "hint", undefined, workspace);
  if (isProblem(step)) return step;
  const hints = hintsOf(step);
  const level = options.all
    ? hints.length
    : Math.min(progressOf(workspace.progress, step).hints + 1, hints.length);
  const from = options.all ? 0 : level - 1;
  await showMarkdown(context, hints.slice(from, level).join("\n\n"));
  context.print(
    level < hints.length
      ? `Hint ${level} of ${hints.length} for step ${step.number}. One level further: ${typed(`hint ${step.number}`)}`
      : `That was the last hint for step ${step.number}. The whole answer: ${typed(`solution ${step.number}`)}`,
  );
  const changed = changeProgress(workspace, (progress) => afterHint(progress, step, level));
  if (isProblem(changed)) context.warn(`${changed.message} ${changed.next}`);
  return "done";
}

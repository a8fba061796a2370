/** `lesson`: prints a step's lesson, or one of the texts around them. */

import { isProblem } from "../base/problem.ts";
import { COURSE_TEXTS, courseText, loadCourse, textOf } from "../course/course.ts";
import type { Context, Outcome } from "./context.ts";
import { namedStep, openHere, stepMeant } from "./step-and-workspace.ts";
import { showMarkdown } from "./show.ts";

/** @param word the step, "concepts" or "production"; undefined: the current step */
export async function lesson(word: string | undefined, context: Context): Promise<Outcome> {
  const text = COURSE_TEXTS.find((name) => name === word);
  if (text) {
    await showMarkdown(context, courseText(text));
    return "done";
  }
  const course = loadCourse();
  if (word !== undefined) {
    const step = namedStep(course, "lesson", word);
    if (isProblem(step)) return step;
    await showMarkdown(context, textOf(step, "lesson.md"));
    return "done";
  }
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  const step = stepMeant(course, "lesson", undefined, workspace);
  if (isProblem(step)) return step;
  await showMarkdown(context, textOf(step, "lesson.md"));
  return "done";
}

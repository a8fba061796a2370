/** `status`: prints the progress. */

import { loadCourse } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { typed } from "../invocation.ts";
import { isProblem } from "../problem.ts";
import { learnerFile } from "../workspace/files.ts";
import { currentStep, passedSteps, progressOf, QUIZ_KINDS } from "../workspace/progress.ts";
import type { QuizResult } from "../workspace/progress.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { printJson } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { namesInDocument, namesOnScreen, openHere } from "./here.ts";
import { tell } from "./show.ts";

export interface StatusOptions {
  json?: boolean;
}

export async function status(options: StatusOptions, context: Context): Promise<Outcome> {
  const course = await loadCourse();
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  if (options.json) printJson(context, document(workspace, course, context));
  else await tell(context, ...lines(workspace, course, context));
  return "done";
}

/** The document of `status --json`: `schema` 1. */
function document({ root, progress }: Workspace, course: Course, context: Context) {
  const nameFile = namesInDocument(context, root);
  return {
    schema: 1,
    language: progress.language,
    current: currentStep(progress, course).number,
    passed: passedSteps(progress, course).length,
    total: course.steps.length,
    steps: course.steps.map((step) => {
      const file = learnerFile(root, step);
      const { number, name, title } = step;
      return { step: number, name, title, file: file && nameFile(file), ...progressOf(progress, step) };
    }),
    quiz: { best: progress.quiz.best, last: progress.quiz.last },
  };
}

function lines({ root, progress }: Workspace, course: Course, context: Context): string[] {
  const current = currentStep(progress, course);
  const passed = passedSteps(progress, course).length;
  const done = passed === course.steps.length;
  const nameFile = namesOnScreen(context, root);
  const steps = course.steps.map((step) => {
    const { passedAt, failures } = progressOf(progress, step);
    const state =
      passedAt !== null
        ? `passed on ${passedAt.slice(0, 10)}`
        : failures > 0
          ? `${failures} failed so far`
          : "open";
    return `${!done && step === current ? ">" : " "} ${step.number} ${step.title}: ${state}`;
  });
  const file = learnerFile(root, current);
  const next = done
    ? [`All done. Test yourself: ${typed("quiz --test")}`]
    : [...(file === null ? [] : [`Your file: ${nameFile(file)}`]), `Next: ${typed("check")}`];
  return [
    `${passed} of ${course.steps.length} steps passed`,
    "",
    ...steps,
    "",
    ...quizLines(progress.quiz),
    ...next,
  ];
}

function quizLines({ best, last, unfinished }: Workspace["progress"]["quiz"]): string[] {
  const told = ({ score, total, strength }: QuizResult) => `${score} of ${total} (${strength})`;
  const names = { practice: "Practice quiz", test: "Strength test" } as const;
  const results = QUIZ_KINDS.flatMap((kind) => {
    const [top, latest] = [best[kind], last[kind]];
    return top && latest ? [`${names[kind]}: best ${told(top)}, last ${told(latest)}`] : [];
  });
  return unfinished === null ? results : [...results, `A quiz waits to be finished: ${typed("quiz")}`];
}

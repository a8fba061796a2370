/** `status`: prints the progress. */

import { typed } from "../base/invocation.ts";
import { isProblem } from "../base/problem.ts";
import { loadCourse } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { bar, table } from "../drawing/bars.ts";
import { glyphsOf } from "../drawing/style.ts";
import { waitingFrom } from "../quiz/unfinished-quizzes.ts";
import { currentStep, passedSteps, progressOf } from "../workspace/progress.ts";
import { QUIZ_KINDS } from "../workspace/quiz-progress.ts";
import type { QuizResult } from "../workspace/quiz-progress.ts";
import { learnerFile } from "../workspace/step-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { printJson } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { namesInDocument, namesOnScreen, openHere } from "./here.ts";
import { tell } from "./show.ts";

export interface StatusOptions {
  json?: boolean;
}

export function status(options: StatusOptions, context: Context): Outcome {
  const course = loadCourse();
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  if (options.json) printJson(context, document(workspace, course, context));
  else show(workspace, course, context);
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

/** Columns from which on there is room for dates. */
const ROOMY = 60;

function show({ root, progress }: Workspace, course: Course, context: Context): void {
  const { canvas } = context;
  const glyphs = glyphsOf(canvas);
  const current = currentStep(progress, course);
  const passed = passedSteps(progress, course).length;
  const total = course.steps.length;
  const done = passed === total;
  const rows = course.steps.map((step) => {
    const { passedAt, failures } = progressOf(progress, step);
    const mark = passedAt !== null ? glyphs.holds : step === current ? glyphs.pointer : "";
    const when = passedAt !== null && canvas.width >= ROOMY ? ` on ${passedAt.slice(0, 10)}` : "";
    const state = passedAt !== null ? `passed${when}` : failures > 0 ? `${failures} failed` : "open";
    return [mark, `${step.number} ${step.title}`, state];
  });
  tell(context, `${passed} of ${total} steps passed  ${bar(passed, total, 4 * total, canvas)}`, "");
  context.print(table(rows, canvas));
  tell(context, "", ...quizLines(progress.quiz));
  const file = learnerFile(root, current);
  if (done) return tell(context, `All done. How well does it sit? ${typed("quiz --test")}`);
  if (file !== null) tell(context, `Your file: ${namesOnScreen(context, root)(file)}`);
  return tell(context, `Next: ${typed("check")}`);
}

function quizLines({ best, last, unfinished }: Workspace["progress"]["quiz"]): string[] {
  const inWords = ({ score, total, strength }: QuizResult) => `${score} of ${total} (${strength})`;
  const names = { practice: "Practice quiz", test: "Strength test" } as const;
  const results = QUIZ_KINDS.flatMap((kind) => {
    const [top, latest] = [best[kind], last[kind]];
    return top && latest ? [`${names[kind]}: best ${inWords(top)}, last ${inWords(latest)}`] : [];
  });
  // Whether the bank still has their questions is for the quiz itself to see: it takes long to load.
  const kinds = waitingFrom(unfinished, () => true).map(({ kind }) => kind);
  const unfinishedQuizzes = QUIZ_KINDS.filter((kind) => kinds.includes(kind)).map(
    (kind) => `${names[kind]} waits to be finished: ${typed(kind === "test" ? "quiz --test" : "quiz")}`,
  );
  return [...results, ...unfinishedQuizzes];
}

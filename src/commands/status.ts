/** `status`: prints the progress. */

import type { StatusDocument } from "../base/documents.ts";
import { typed } from "../base/invocation.ts";
import { isProblem } from "../base/problem.ts";
import type { Part } from "../check/step.ts";
import { loadCourse, PART_TITLES, stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { bar, table } from "../drawing/bars.ts";
import { glyphsOf } from "../drawing/style.ts";
import { hang, pad, spellOut, widthOf } from "../drawing/text.ts";
import { waitingFrom } from "../quiz/unfinished-quizzes.ts";
import { quizCommand } from "../quiz/where-to-go-on.ts";
import { currentStep, currentStepOf, isPartPassed, passedSteps, progressOf } from "../workspace/progress.ts";
import type { Progress } from "../workspace/progress.ts";
import { QUIZ_KINDS, quizName, resultsOf } from "../workspace/quiz-progress.ts";
import type { QuizResult } from "../workspace/quiz-progress.ts";
import { learnerFile } from "../workspace/step-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { printJson } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { namesInDocument, namesOnScreen, openHere, partNamed } from "./step-and-workspace.ts";
import type { Parts } from "./step-and-workspace.ts";
import { tell } from "./show.ts";

export interface StatusOptions {
  json?: boolean;
  /** As typed. */
  part?: string;
}

export function status(options: StatusOptions, context: Context): Outcome {
  const part = partNamed(options.part, "status");
  if (isProblem(part)) return part;
  const course = loadCourse();
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  if (options.json) printJson(context, document(workspace, course, context));
  else show(workspace, course, part ?? currentStep(workspace.progress, course).part, context);
  return "done";
}

/** The document of `status --json`. The fields of part one are where they were before there was a part two. */
function document({ root, progress }: Workspace, course: Course, context: Context): StatusDocument {
  const nameFile = namesInDocument(context, root);
  const part = (which: Part) => {
    const steps = stepsOf(course, which);
    return {
      current: currentStepOf(progress, course, which).number,
      passed: passedSteps(progress, steps).length,
      total: steps.length,
      steps: steps.map((step) => {
        const file = learnerFile(root, step);
        const { number, name, title } = step;
        const { tried: _, ...known } = progressOf(progress, step);
        return { step: number, name, title, file: file && nameFile(file), ...known };
      }),
    };
  };
  const { part: chosen } = currentStep(progress, course);
  const partTwo = part("two");
  return {
    schema: 1,
    language: progress.language,
    ...part("one"),
    quiz: { ...resultsOf(progress.quiz, "one"), partTwo: resultsOf(progress.quiz, "two") },
    part: chosen,
    // Until part two is chosen, the learner is at none of its steps.
    partTwo: chosen === "two" ? partTwo : { ...partTwo, current: null },
  };
}

/** From this many columns on, there is room for dates. */
const ROOMY = 60;
/** The columns of the bar. */
const BAR = 16;

function show({ root, progress }: Workspace, course: Course, parts: Parts, context: Context): void {
  const current = currentStep(progress, course);
  const wanted: readonly Part[] = parts === "all" ? ["one", "two"] : [parts];
  for (const part of wanted.filter((each) => stepsOf(course, each).length > 0)) {
    if (part === "two") tell(context, PART_TITLES.two);
    showPart(progress, course, part, context);
    context.print("");
  }
  tell(context, ...quizLines(progress.quiz));
  const done = isPartPassed(progress, course, current.part);
  if (done && current.part === "one") {
    const next = currentStepOf(progress, course, "two");
    tell(context, `All four steps pass. Want to test yourself? ${typed("quiz --test")}`);
    if (next.part === "two") tell(context, `${PART_TITLES.two}: ${typed(`start --step ${next.number}`)}`);
    return;
  }
  if (done) return tell(context, "All done: your server holds against every attack of this course.");
  const file = learnerFile(root, current);
  if (file !== null) tell(context, `Your file: ${namesOnScreen(context, root)(file)}`);
  tell(context, `Next: ${typed("check")}`);
}

function showPart(progress: Progress, course: Course, part: Part, context: Context): void {
  const { canvas } = context;
  const glyphs = glyphsOf(canvas);
  const current = currentStep(progress, course);
  const steps = stepsOf(course, part);
  const passed = passedSteps(progress, steps).length;
  const total = steps.length;
  const rows = steps.map((step) => {
    const { passedAt, failures } = progressOf(progress, step);
    const mark = passedAt !== null ? glyphs.holds : step === current ? glyphs.pointer : "";
    const when = passedAt !== null && canvas.width >= ROOMY ? ` on ${passedAt.slice(0, 10)}` : "";
    const state = passedAt !== null ? `passed${when}` : failures > 0 ? inTries(failures) : "open";
    return [mark, `${step.number} ${step.title}`, state] as const;
  });
  tell(context, `${passed} of ${total} steps passed  ${bar(passed, total, BAR, canvas)}`, "");
  const lines = table(rows, { ...canvas, width: Number.MAX_SAFE_INTEGER }).split("\n");
  if (lines.every((line) => widthOf(line) <= canvas.width)) return context.print(lines.join("\n"));
  for (const [mark, title, state] of rows) {
    const text = spellOut(`${title}: ${state}`, canvas);
    context.print(hang(`${pad(mark, 1)}  `, text, canvas.width).join("\n"));
  }
}

/** How many attempts have failed, in words. */
function inTries(failures: number): string {
  return failures === 1 ? "1 try" : `${failures} tries`;
}

function quizLines(quiz: Workspace["progress"]["quiz"]): string[] {
  const inWords = ({ score, total, strength }: QuizResult) => `${score} of ${total} (${strength})`;
  const every = (["one", "two"] as const).flatMap((part) => QUIZ_KINDS.map((kind) => ({ part, kind })));
  const results = every.flatMap(({ part, kind }) => {
    const { best, last } = resultsOf(quiz, part);
    const [top, latest] = [best[kind], last[kind]];
    return top && latest ? [`${quizName(part, kind)}: best ${inWords(top)}, last ${inWords(latest)}`] : [];
  });
  // The bank of questions takes long to load, so the quiz itself finds out whether it still has these.
  const left = waitingFrom(quiz.unfinished, () => true);
  const unfinished = every
    .filter(({ part, kind }) => left.some((each) => each.part === part && each.kind === kind))
    .map(({ part, kind }) => `${quizName(part, kind)} waits to be finished: ${quizCommand(part, kind)}`);
  return [...results, ...unfinished];
}

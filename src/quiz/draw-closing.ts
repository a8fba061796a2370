/** Draws the end of a quiz: the result or the score so far, what to do next, and what could not be kept. */

import { typed } from "../base/invocation.ts";
import type { Problem } from "../base/problem.ts";
import type { Part } from "../check/step.ts";
import { stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { prose } from "../drawing/diagnosis.ts";
import { currentStepOf, isPartPassed } from "../workspace/progress.ts";
import { resultsOf } from "../workspace/quiz-progress.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import { drawNext, drawResult, drawScoreSoFar } from "./draw-result.ts";
import type { Keeper } from "./keep-results.ts";
import { answersOf } from "./mark-answers.ts";
import type { Lesson } from "./question.ts";
import type { QuizSession } from "./quiz-session.ts";
import { rereads, scoreOf } from "./score.ts";
import { quizCommand, whereToGoOn } from "./where-to-go-on.ts";
import type { Done } from "./where-to-go-on.ts";

/** What is said at the end of a quiz, finished or left; lines that fit. */
export function drawClosing(
  session: QuizSession,
  keeper: Keeper,
  resumable: boolean,
  course: Course,
  canvas: Canvas,
): string[] {
  const { part, kind } = session;
  const answers = answersOf(session);
  const trouble = keeper.trouble();
  const notes = trouble === null ? bestLines(part, kind, keeper) : ["", ...drawTrouble(trouble, canvas)];
  if (session.waiting.length === 0) {
    const lessons = rereads(answers).map(({ lesson }) => lesson);
    const next = whereToGoOn(part, kind, scoreOf(answers).strength, lessons, doneOf(keeper, course));
    return [...drawResult(part, kind, answers, { ...lessonTexts(course), next }, canvas), ...notes];
  }
  const kept = resumable && trouble === null && Object.keys(session.given).length > 0;
  const what = kept ? "Go on with it any time" : "Begin again";
  const next = { what, command: quizCommand(part, kind) };
  return [...drawScoreSoFar(part, kind, answers, canvas), "", ...drawNext(next, canvas), ...notes];
}

function drawTrouble({ id, message, next }: Problem, canvas: Canvas): string[] {
  if (id !== "no-workspace") return prose(`Nothing is saved. ${message} ${next}`, canvas);
  const what = "Nothing is saved, as there is no workspace here. To make one";
  return drawNext({ what, command: next }, canvas);
}

/** Nothing, where there is no workspace that knows. */
function doneOf(keeper: Keeper, course: Course): Done {
  const progress = keeper.progress();
  const [first] = course.partTwo;
  return {
    partOne: progress !== null && isPartPassed(progress, course, "one"),
    partTwo: progress !== null && isPartPassed(progress, course, "two"),
    nextOfPartTwo: progress ? currentStepOf(progress, course, "two").number : (first?.number ?? 1),
  };
}

function lessonTexts(course: Course) {
  const steps = stepsOf(course, "all");
  const titles = { concepts: "Concepts first", production: "From here to production" };
  return {
    lessonTitle(lesson: Lesson): string {
      if (typeof lesson !== "number") return titles[lesson];
      return `Step ${lesson}: ${steps.find(({ number }) => number === lesson)?.title ?? ""}`;
    },
    lessonCommand: (lesson: Lesson) => typed(`lesson ${lesson}`),
  };
}

function bestLines(part: Part, kind: QuizKind, keeper: Keeper): string[] {
  const progress = keeper.progress();
  const best = progress && resultsOf(progress.quiz, part).best[kind];
  return best ? ["", `Your best so far: ${best.score} of ${best.total} (${best.strength})`] : [];
}

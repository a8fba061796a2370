/** Draws the end of a quiz: the result or the score so far, what to do next, and what could not be kept. */

import { typed } from "../base/invocation.ts";
import type { Problem } from "../base/problem.ts";
import type { Course } from "../course/course.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { prose } from "../drawing/diagnosis.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import { drawNext, drawResult, drawScoreSoFar } from "./draw-result.ts";
import type { Next } from "./draw-result.ts";
import type { Keeper } from "./keep-results.ts";
import { answersOf } from "./mark-answers.ts";
import type { Lesson } from "./question.ts";
import type { QuizSession } from "./quiz-session.ts";
import { scoreOf } from "./score.ts";
import type { Strength } from "./score.ts";

/** What is said at the end of a quiz, finished or left; lines that fit. */
export function drawClosing(
  session: QuizSession,
  keeper: Keeper,
  resumable: boolean,
  course: Course,
  canvas: Canvas,
): string[] {
  const { kind } = session;
  const answers = answersOf(session);
  const trouble = keeper.trouble();
  const notes = trouble === null ? bestLines(kind, keeper) : ["", ...drawTrouble(trouble, canvas)];
  if (session.waiting.length === 0) {
    const next = nextAfter(kind, scoreOf(answers).strength);
    return [...drawResult(kind, answers, { ...lessonTexts(course), next }, canvas), ...notes];
  }
  const kept = resumable && trouble === null && Object.keys(session.given).length > 0;
  const what = kept ? "Go on with it any time" : "Begin anew";
  const next = { what, command: typed(kind === "test" ? "quiz --test" : "quiz") };
  return [...drawScoreSoFar(kind, answers, canvas), "", ...drawNext(next, canvas), ...notes];
}

function drawTrouble({ id, message, next }: Problem, canvas: Canvas): string[] {
  if (id !== "no-workspace") return prose(`Nothing is saved. ${message} ${next}`, canvas);
  const what = "Nothing is saved, as there is no workspace here. To make one";
  return drawNext({ what, command: next }, canvas);
}

function lessonTexts({ steps }: Course) {
  const titles = { concepts: "Concepts first", production: "What is still missing for production" };
  return {
    lessonTitle(lesson: Lesson): string {
      if (typeof lesson !== "number") return titles[lesson];
      return `Step ${lesson}: ${steps.find(({ number }) => number === lesson)?.title ?? ""}`;
    },
    lessonCommand: (lesson: Lesson) => typed(`lesson ${lesson}`),
  };
}

function bestLines(kind: QuizKind, keeper: Keeper): string[] {
  const best = keeper.progress()?.quiz.best[kind];
  return best ? ["", `Your best so far: ${best.score} of ${best.total} (${best.strength})`] : [];
}

function nextAfter(kind: QuizKind, strength: Strength): Next[] {
  if (kind === "test" && strength === "strong") {
    return [{ what: "You may go straight to any step, such as", command: typed("start --step 3") }];
  }
  const more = { what: "More questions", command: typed("quiz") };
  const test = { what: "Test yourself with 10 questions", command: typed("quiz --test") };
  return kind === "practice" ? [more, test] : [more];
}

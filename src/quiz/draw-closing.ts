/** Draws the end of a quiz: the result or the score so far, what to do next, and what could not be kept. */

import { typed } from "../base/invocation.ts";
import type { Problem } from "../base/problem.ts";
import { stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { prose } from "../drawing/diagnosis.ts";
import { currentStepOf, isPartPassed } from "../workspace/progress.ts";
import { resultsOf } from "../workspace/quiz-progress.ts";
import type { QuizResult } from "../workspace/quiz-progress.ts";
import { drawNext, drawResult, drawScoreSoFar } from "./draw-result.ts";
import type { ScoreTexts, Where } from "./draw-result.ts";
import type { Keeper } from "./keep-results.ts";
import { answersOf } from "./mark-answers.ts";
import type { Lesson } from "./question.ts";
import type { QuizSession } from "./quiz-session.ts";
import { rereads, scoreOf } from "./score.ts";
import { quizCommand, whereToGoOn } from "./where-to-go-on.ts";
import type { Done } from "./where-to-go-on.ts";

/** The end of a quiz, as plain data. */
export interface Closing {
  /** The quiz, finished or left. */
  session: QuizSession;
  /** Whether a quiz that was left can be taken up again. */
  kept: boolean;
  /** Why nothing was kept; null: all of it was. */
  trouble: Problem | null;
  /** The best result of its kind so far; null: unknown. */
  best: QuizResult | null;
  /** What of the course the learner has done. */
  done: Done;
}

/** @param resumable whether quizzes that were left can be taken up again */
export function closingOf(session: QuizSession, keeper: Keeper, resumable: boolean, course: Course): Closing {
  const { part, kind } = session;
  const progress = keeper.progress();
  const trouble = keeper.trouble();
  return {
    session,
    kept: resumable && trouble === null && Object.keys(session.given).length > 0,
    trouble,
    best: (progress && resultsOf(progress.quiz, part).best[kind]) ?? null,
    done: doneOf(keeper, course),
  };
}

/** What is said at the end of a quiz, finished or left; lines that fit. */
export function drawClosing(closing: Closing, course: Course, where: Where, canvas: Canvas): string[] {
  const { session, kept, trouble, best, done } = closing;
  const { part, kind } = session;
  const answers = answersOf(session);
  const isOver = session.waiting.length === 0;
  const score = scoreOf(answers);
  // Where this result is the best one, it stands there already.
  const isBest = isOver && score.right === best?.score && score.total === best.total;
  const notes = trouble === null ? bestLines(isBest ? null : best) : ["", ...drawTrouble(trouble, canvas)];
  if (isOver) {
    const lessons = rereads(answers).map(({ lesson }) => lesson);
    const next = whereToGoOn(part, kind, score.strength, lessons, done);
    return [
      ...drawResult(part, kind, answers, { ...lessonTexts(course, where), next }, where, canvas),
      ...notes,
    ];
  }
  const what = kept ? "Go on with it any time" : "Begin again";
  const next = { what, command: quizCommand(part, kind), key: "z" };
  return [...drawScoreSoFar(part, kind, answers, canvas), "", ...drawNext(next, where, canvas), ...notes];
}

function drawTrouble({ id, message, next }: Problem, canvas: Canvas): string[] {
  if (id !== "no-workspace") return prose(`Nothing is saved. ${message} ${next}`, canvas);
  const what = "Nothing is saved, because there is no workspace here. To make one";
  return drawNext({ what, command: next, key: null }, "shell", canvas);
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

function lessonTexts(course: Course, where: Where): Omit<ScoreTexts, "next"> {
  const steps = stepsOf(course, "all");
  const titles = { concepts: "Concepts first", production: "From here to production" };
  return {
    lessonTitle(lesson: Lesson): string {
      if (typeof lesson !== "number") return titles[lesson];
      return `Step ${lesson}: ${steps.find(({ number }) => number === lesson)?.title ?? ""}`;
    },
    lessonCommand: where === "page" ? null : (lesson) => typed(`lesson ${lesson}`),
  };
}

function bestLines(best: QuizResult | null): string[] {
  return best ? ["", `Your best so far: ${best.score} of ${best.total} (${best.strength})`] : [];
}

/** `quiz`: the practice quiz and the strength test. */

import { randomInt } from "node:crypto";
import { loadCourse } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { answersOf } from "../quiz/mark-answers.ts";
import { draw } from "../quiz/choose-questions.ts";
import { NO_HISTORY } from "../workspace/quiz-progress.ts";
import { keeperOf } from "../quiz/keep-results.ts";
import type { Keeper } from "../quiz/keep-results.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import { play } from "../quiz/play.ts";
import type { Lesson } from "../quiz/question.ts";
import { quizDocument, scoreOf } from "../quiz/score.ts";
import type { Strength } from "../quiz/score.ts";
import { advance, begin } from "../quiz/quiz-session.ts";
import type { QuizSession } from "../quiz/quiz-session.ts";
import { toTakeUp } from "../quiz/unfinished-quizzes.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { prose } from "../drawing/diagnosis.ts";
import { drawNext, drawResult, drawScoreSoFar } from "../quiz/draw-result.ts";
import type { Next } from "../quiz/draw-result.ts";
import { printJson } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { openHere } from "./here.ts";

export interface QuizOptions {
  test?: boolean;
  /** As typed. */
  seed?: string;
  json?: boolean;
}

/** Unseeded quizzes draw one below it: short enough to be typed by somebody who wants the same questions. */
const SEEDS = 1_000_000;

export async function quiz(options: QuizOptions, context: Context): Promise<Outcome> {
  const kind = options.test ? "test" : "practice";
  const seed = seedFrom(options.seed, kind);
  if (isProblem(seed)) return seed;
  const course = loadCourse();
  const keeper = keeperOf(openHere(context, course), typesHere(options));
  const session = beginOrResume(kind, seed, keeper);
  const onScreen = context.interactive && !options.json && !context.plain && process.env["TERM"] !== "dumb";
  const ended = await (onScreen ? playOnScreen : playByLines)(session, keeper, options, context);
  if (options.json) printJson(context, quizDocument(kind, ended.session.seed, answersOf(ended.session)));
  const closing = closingLines(ended.session, keeper, course, options, context);
  // Nothing but the document may stand on standard output.
  (options.json ? context.warn : context.print)(closing.join("\n"));
  return ended.interrupted ? "interrupted" : "done";
}

/** Whether somebody sits there and types: then a quiz that is left can be taken up again. */
function typesHere({ json }: QuizOptions): boolean {
  return Boolean(process.stdin.isTTY) && !json;
}

function seedFrom(word: string | undefined, kind: QuizKind): number | null | Problem {
  if (word === undefined) return null;
  const seed = Number(word);
  if (/^-?\d+$/.test(word) && Number.isSafeInteger(seed)) return seed;
  const command = kind === "test" ? "quiz --test" : "quiz";
  return problem("no-seed", `--seed takes a whole number, not "${word}".`, typed(`${command} --seed 7`));
}

/** @param seed null: what the learner has answered before decides which questions come */
function beginOrResume(kind: QuizKind, seed: number | null, keeper: Keeper): QuizSession {
  const history = keeper.progress()?.quiz.history ?? NO_HISTORY;
  const drawn = seed ?? randomInt(SEEDS);
  const begun = begin(kind, drawn, draw(kind, drawn, seed === null ? history : NO_HISTORY));
  const left = toTakeUp(keeper.waiting(), kind, seed === null ? null : begun);
  return left ? advance(left, { type: "resume" }) : begun;
}

interface Ended {
  session: QuizSession;
  /** By Ctrl-C. */
  interrupted: boolean;
}

async function playOnScreen(
  session: QuizSession,
  keeper: Keeper,
  _options: QuizOptions,
  context: Context,
): Promise<Ended> {
  // Loaded only to ask: it takes as long to load as everything else together.
  const { screenAsker } = await import("../quiz/ask-on-screen.ts");
  const { withScreen } = await import("../quiz/quiz-screen.ts");
  let last = session;
  const keep = (now: QuizSession) => {
    last = now;
    keeper.keep(now);
  };
  try {
    const ended = await withScreen((screen) =>
      play(session, screenAsker(screen, context.canvas, resumed(session)), keep),
    );
    return { session: ended, interrupted: false };
  } catch (error) {
    // What @inquirer/core throws on Ctrl-C.
    if (!(error instanceof Error && error.name === "ExitPromptError")) throw error;
    return { session: last, interrupted: true };
  }
}

async function playByLines(
  session: QuizSession,
  keeper: Keeper,
  options: QuizOptions,
  context: Context,
): Promise<Ended> {
  const { lineAsker, withLines } = await import("../quiz/ask-by-lines.ts");
  const print = options.json ? context.warn : context.print;
  const welcome = resumed(session);
  if (welcome !== null) print(`${welcome}\n`);
  const ended = await withLines(process.stdin, context.closed, (next) =>
    play(session, lineAsker(next, print, context.canvas, typesHere(options)), (now) => keeper.keep(now)),
  );
  return { session: ended, interrupted: false };
}

function resumed({ asked, waiting }: QuizSession): string | null {
  const done = asked.length - waiting.length;
  return waiting.length < asked.length ? `Going on: ${done} of ${asked.length} answered.` : null;
}

function closingLines(
  session: QuizSession,
  keeper: Keeper,
  course: Course,
  options: QuizOptions,
  { canvas }: Context,
): string[] {
  const { kind } = session;
  const answers = answersOf(session);
  const trouble = keeper.trouble();
  const notes = trouble === null ? bestLines(kind, keeper) : ["", ...drawTrouble(trouble, canvas)];
  if (session.waiting.length === 0) {
    const next = nextAfter(kind, scoreOf(answers).strength);
    return [...drawResult(kind, answers, { ...lessonTexts(course), next }, canvas), ...notes];
  }
  const kept = typesHere(options) && trouble === null && Object.keys(session.given).length > 0;
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

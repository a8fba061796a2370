/** A whole quiz: begun or taken up again, played, kept, and what is said at its end. */

import { randomInt } from "node:crypto";
import type { Problem } from "../base/problem.ts";
import type { Part } from "../check/step.ts";
import type { Course } from "../course/course.ts";
import type { LearnerConsole } from "../drawing/learner-console.ts";
import { NO_HISTORY } from "../workspace/quiz-progress.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { BANKS } from "./bank.ts";
import { draw } from "./choose-questions.ts";
import { closingOf } from "./draw-closing.ts";
import type { Closing } from "./draw-closing.ts";
import { keeperOf } from "./keep-results.ts";
import type { Keeper } from "./keep-results.ts";
import { play } from "./play.ts";
import { advance, begin } from "./quiz-session.ts";
import type { HeldTerminal } from "./quiz-screen.ts";
import type { QuizSession } from "./quiz-session.ts";
import { toTakeUp } from "./unfinished-quizzes.ts";

/** Unseeded quizzes draw a seed below it: short enough to be typed by a learner who wants the same questions. */
const SEEDS = 1_000_000;

export interface QuizWish {
  /** Whose questions come. */
  part: Part;
  kind: QuizKind;
  /** Which questions come; null: what the learner has answered before decides. */
  seed: number | null;
  /** Standard output is for the document of the quiz alone. */
  asDocument: boolean;
}

export interface EndedQuiz {
  session: QuizSession;
  /** By Ctrl-C. */
  interrupted: boolean;
  /** By q, which leaves the guided session as well. */
  quit: boolean;
  closing: Closing;
}

/**
 * Runs a quiz until it is finished or left.
 *
 * @param workspace where the quiz is kept, or why there is no workspace
 * @param held the terminal of the session that the quiz is a page of; null: the quiz takes the terminal itself
 */
export async function runQuiz(
  wish: QuizWish,
  workspace: Workspace | Problem,
  course: Course,
  console: LearnerConsole,
  held: HeldTerminal | null,
): Promise<EndedQuiz> {
  const { part, kind, seed, asDocument } = wish;
  // A quiz that is left can be taken up again by a learner who types.
  const resumable = Boolean(process.stdin.isTTY) && !asDocument;
  const keeper = keeperOf(workspace, resumable);
  const begun = beginOrResume(part, kind, seed, keeper);
  const onScreen = console.interactive && !asDocument && !console.plain && process.env["TERM"] !== "dumb";
  const ended = onScreen
    ? await playOnScreen(begun, keeper, console, held)
    : await playByLines(begun, keeper, resumable, asDocument, console);
  return { ...ended, closing: closingOf(ended.session, keeper, resumable, course) };
}

/** @param seed null: what the learner has answered before decides which questions come */
function beginOrResume(part: Part, kind: QuizKind, seed: number | null, keeper: Keeper): QuizSession {
  const history = keeper.progress()?.quiz.history ?? NO_HISTORY;
  const drawn = seed ?? randomInt(SEEDS);
  const questions = draw(kind, drawn, seed === null ? history : NO_HISTORY, BANKS[part]);
  const begun = begin(kind, drawn, questions, part);
  const left = toTakeUp(keeper.waiting(), part, kind, seed === null ? null : begun);
  return left ? advance(left, { type: "resume" }) : begun;
}

type Ended = Omit<EndedQuiz, "closing">;

async function playOnScreen(
  session: QuizSession,
  keeper: Keeper,
  console: LearnerConsole,
  held: HeldTerminal | null,
): Promise<Ended> {
  // Loaded only to ask: it takes as long to load as everything else together.
  const { screenAsker } = await import("./ask-on-screen.ts");
  const { withScreen } = await import("./quiz-screen.ts");
  let last = session;
  let quit = false;
  const noteQuit = () => {
    quit = true;
  };
  const keep = (now: QuizSession) => {
    last = now;
    keeper.keep(now);
  };
  try {
    const ended = await withScreen(held, (screen) =>
      play(session, screenAsker(screen, console.canvas, resumed(session), noteQuit), keep),
    );
    return { session: ended, interrupted: false, quit };
  } catch (error) {
    // What @inquirer/core throws on Ctrl-C.
    if (!(error instanceof Error && error.name === "ExitPromptError")) throw error;
    return { session: last, interrupted: true, quit };
  }
}

async function playByLines(
  session: QuizSession,
  keeper: Keeper,
  resumable: boolean,
  asDocument: boolean,
  console: LearnerConsole,
): Promise<Ended> {
  const { lineAsker, withLines } = await import("./ask-by-lines.ts");
  const print = asDocument ? console.warn : console.print;
  const welcome = resumed(session);
  if (welcome !== null) print(`${welcome}\n`);
  const ended = await withLines(process.stdin, console.closed, (next) =>
    play(session, lineAsker(next, print, console.canvas, resumable), (now) => keeper.keep(now)),
  );
  return { session: ended, interrupted: false, quit: false };
}

function resumed({ asked, waiting }: QuizSession): string | null {
  const done = asked.length - waiting.length;
  return waiting.length < asked.length ? `Going on: ${done} of ${asked.length} answered.` : null;
}

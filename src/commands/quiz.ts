/** `quiz`: the practice quiz and the strength test. */

import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { loadCourse } from "../course/course.ts";
import { answersOf } from "../quiz/mark-answers.ts";
import { runQuiz } from "../quiz/run-quiz.ts";
import { quizDocument } from "../quiz/score.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import { printJson } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { openHere } from "./step-and-workspace.ts";

export interface QuizOptions {
  test?: boolean;
  /** As typed. */
  seed?: string;
  json?: boolean;
}

export async function quiz(options: QuizOptions, context: Context): Promise<Outcome> {
  const kind = options.test ? "test" : "practice";
  const seed = seedFrom(options.seed, kind);
  if (isProblem(seed)) return seed;
  const course = loadCourse();
  const asDocument = options.json ?? false;
  const ended = await runQuiz({ kind, seed, asDocument }, openHere(context, course), course, context);
  const { session, closing, interrupted } = ended;
  if (asDocument) printJson(context, quizDocument(kind, session.seed, answersOf(session)));
  // Nothing but the document may stand on standard output.
  (asDocument ? context.warn : context.print)(closing.join("\n"));
  return interrupted ? "interrupted" : "done";
}

function seedFrom(word: string | undefined, kind: QuizKind): number | null | Problem {
  if (word === undefined) return null;
  const seed = Number(word);
  if (/^-?\d+$/.test(word) && Number.isSafeInteger(seed)) return seed;
  const command = kind === "test" ? "quiz --test" : "quiz";
  return problem("no-seed", `--seed takes a whole number, not "${word}".`, typed(`${command} --seed 7`));
}

/** `quiz`: the practice quiz and the strength test. */

import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { Part } from "../check/step.ts";
import { loadCourse } from "../course/course.ts";
import { drawClosing } from "../quiz/draw-closing.ts";
import { answersOf } from "../quiz/mark-answers.ts";
import { runQuiz } from "../quiz/run-quiz.ts";
import { quizDocument } from "../quiz/score.ts";
import { quizCommand } from "../quiz/where-to-go-on.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import { printJson } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { openHere } from "./step-and-workspace.ts";

export interface QuizOptions {
  test?: boolean;
  /** As typed. */
  seed?: string;
  /** As typed. */
  part?: string;
  json?: boolean;
}

export async function quiz(options: QuizOptions, context: Context): Promise<Outcome> {
  const kind = options.test ? "test" : "practice";
  const part = partFrom(options.part);
  if (isProblem(part)) return part;
  const seed = seedFrom(options.seed, part, kind);
  if (isProblem(seed)) return seed;
  const course = loadCourse();
  const asDocument = options.json ?? false;
  const ended = await runQuiz(
    { part, kind, seed, asDocument },
    openHere(context, course),
    course,
    context,
    null,
  );
  const { session, closing, interrupted } = ended;
  if (asDocument) printJson(context, quizDocument(session, answersOf(session)));
  // With `--json`, standard output holds the document and nothing else.
  const said = drawClosing(closing, course, "shell", context.canvas).join("\n");
  (asDocument ? context.warn : context.print)(said);
  return interrupted ? "interrupted" : "done";
}

function partFrom(word: string | undefined): Part | Problem {
  if (word === undefined || word === "one" || word === "two") return word ?? "one";
  return problem("no-such-part", `--part takes one or two, not "${word}".`, quizCommand("two", "practice"));
}

function seedFrom(word: string | undefined, part: Part, kind: QuizKind): number | null | Problem {
  if (word === undefined) return null;
  const seed = Number(word);
  if (/^-?\d+$/.test(word) && Number.isSafeInteger(seed)) return seed;
  const next = `${quizCommand(part, kind)} --seed 7`;
  return problem("no-seed", `--seed takes a whole number, not "${word}".`, next);
}

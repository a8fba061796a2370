/** What is kept of a quiz in the learner's progress. */

import { isProblem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { afterQuiz, withUnfinished } from "../workspace/progress.ts";
import type { Progress } from "../workspace/progress.ts";
import type { QuizResult } from "../workspace/quiz-progress.ts";
import { changeProgress } from "../workspace/workspace.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { QUESTIONS } from "./bank.ts";
import { remember } from "./history.ts";
import { answersOf } from "./mark-answers.ts";
import type { QuizSession } from "./quiz-session.ts";
import { scoreOf } from "./score.ts";
import { afterStep, waitingFrom } from "./unfinished-quizzes.ts";

/** Keeps a learner's quizzes in the progress. */
export interface Keeper {
  /** As it was written last; null: there is no workspace to keep anything in. */
  progress(): Progress | null;
  /** The quizzes that can be taken up, the one left last at the end. */
  waiting(): QuizSession[];
  /** Why nothing is kept; null: all of it is. */
  trouble(): Problem | null;
  /** Keeps a quiz that has gone a step further, or its result if that was the last answer. Never throws. */
  keep(session: QuizSession): void;
}

/**
 * @param found the workspace, or why there is none
 * @param resumable whether quizzes that were left can be taken up again; if not, results alone are kept
 */
export function keeperOf(found: Workspace | Problem, resumable: boolean): Keeper {
  let workspace = isProblem(found) ? null : found;
  let trouble = isProblem(found) ? found : null;
  return {
    progress: () => workspace?.progress ?? null,
    waiting: () => (resumable ? waitingIn(workspace?.progress) : []),
    trouble: () => trouble,
    keep(session) {
      if (workspace === null || trouble !== null) return;
      if (!resumable && session.waiting.length > 0) return;
      const changed = changeProgress(workspace, (progress) => afterAnswer(progress, session));
      // What could not be written once is not tried again with every answer: it may take long to fail.
      if (isProblem(changed)) trouble = changed;
      else workspace = changed;
    },
  };
}

function waitingIn(progress: Progress | undefined): QuizSession[] {
  return waitingFrom(progress?.quiz.unfinished, (id) => QUESTIONS.has(id));
}

function afterAnswer(progress: Progress, session: QuizSession): Progress {
  const waiting = afterStep(waitingIn(progress), session);
  const unfinished = waiting.length === 0 ? null : waiting;
  if (session.waiting.length > 0) return withUnfinished(progress, unfinished);
  const answers = answersOf(session);
  const history = remember(progress.quiz.history, session.kind, answers);
  return withUnfinished(
    afterQuiz(progress, session.part, session.kind, resultOf(session), history),
    unfinished,
  );
}

function resultOf(session: QuizSession): QuizResult {
  const { right, total, strength } = scoreOf(answersOf(session));
  return { at: new Date().toISOString(), score: right, total, strength };
}

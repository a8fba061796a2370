/** What a quiz adds to the history of the learner's answers. Pure. */

import type { QuizHistory, QuizKind } from "../workspace/quiz-progress.ts";
import type { Answer } from "./mark-answers.ts";

/**
 * Adds a quiz that has ended, by its last question or by the learner's leave.
 *
 * @param history is left as it is
 * @param kind the kind of the quiz
 * @param answers of `answersOf`: every question of the quiz
 */
export function remember(history: QuizHistory, kind: QuizKind, answers: readonly Answer[]): QuizHistory {
  const answered = answers
    .filter((answer) => answer.chosen !== null)
    .map((answer) => [answer.id, answer.correct ? "right" : "missed"] as const);
  return {
    questions: { ...history.questions, ...Object.fromEntries(answered) },
    lastTest: kind === "test" ? answers.map((answer) => answer.id) : history.lastTest,
  };
}

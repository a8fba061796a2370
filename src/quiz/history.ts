/** What a quiz adds to the history of the learner's answers. Pure. */

import type { QuizHistory, QuizKind } from "../workspace/quiz-progress.ts";
import { partOf } from "./bank.ts";
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
  const ids = answers.map(({ id }) => id);
  return {
    questions: { ...history.questions, ...Object.fromEntries(answered) },
    lastTest: kind === "test" ? [...ofOtherParts(history.lastTest, answers), ...ids] : history.lastTest,
  };
}

function ofOtherParts(lastTest: readonly string[], answers: readonly Answer[]): string[] {
  const parts = answers.map(({ id }) => partOf(id));
  return lastTest.filter((id) => !parts.includes(partOf(id)));
}

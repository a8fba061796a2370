/** Marks the answers of a quiz: right, wrong or missing. Pure. */

import { QUESTIONS } from "./bank.ts";
import { shownOptions } from "./lay-out-options.ts";
import type { Difficulty, Letter, Question } from "./question.ts";
import type { QuizSession } from "./quiz-session.ts";

/** How one question of a quiz went. */
export interface Answer {
  readonly id: string;
  readonly difficulty: Difficulty;
  /** The letter chosen, as it was shown; null: unanswered. */
  readonly chosen: Letter | null;
  /** False for an unanswered question, too. */
  readonly correct: boolean;
}

/**
 * Marks a quiz, at its end or on the way.
 *
 * @param session whose answers to mark
 * @param questions the bank by id
 * @returns an answer for every question of the quiz, in the order drawn
 */
export function answersOf(
  session: QuizSession,
  questions: ReadonlyMap<string, Question> = QUESTIONS,
): Answer[] {
  return session.asked.flatMap((id) => {
    const question = questions.get(id);
    if (question === undefined) return [];
    const chosen = session.given[id] ?? null;
    const option = shownOptions(question, session.seed).find(({ letter }) => letter === chosen);
    return [{ id, difficulty: question.difficulty, chosen, correct: option?.right === true }];
  });
}

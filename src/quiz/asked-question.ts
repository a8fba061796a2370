/** A question as it is put to the learner: with its number and its options in the order shown. */

import { QUESTIONS } from "./bank.ts";
import { shownOptions } from "./lay-out-options.ts";
import type { ShownOption } from "./lay-out-options.ts";
import type { Letter, Question } from "./question.ts";
import type { QuizSession } from "./quiz-session.ts";

/** A question as it is put to the learner in one quiz. */
export interface Asked {
  readonly question: Question;
  /** A to D. */
  readonly options: readonly ShownOption[];
  /** Its place in the quiz, counted from 1; a question that comes back after a skip keeps its number. */
  readonly number: number;
  /** How many questions the quiz has. */
  readonly total: number;
  /** Whether it is the first of the quiz that shows code: what snippets leave out is said there. */
  readonly isFirstCode: boolean;
}

/**
 * @param session the quiz
 * @param id one of its questions
 * @param questions the bank by id
 * @throws if the bank has no such question; `sessionFrom` takes no such quiz up
 */
export function askedOf(
  session: QuizSession,
  id: string,
  questions: ReadonlyMap<string, Question> = QUESTIONS,
): Asked {
  const question = questions.get(id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return {
    question,
    options: shownOptions(question, session.seed),
    number: session.asked.indexOf(id) + 1,
    total: session.asked.length,
    isFirstCode: id === session.asked.find((each) => questions.get(each)?.snippet !== undefined),
  };
}

/** @returns the right option; every question has one */
export function rightOf({ options }: Asked): ShownOption {
  const right = options.find((option) => option.right);
  if (right === undefined) throw new Error("a question without a right option");
  return right;
}

/** @returns whether this letter is the right one; false for no letter */
export function isRight(asked: Asked, chosen: Letter | null): boolean {
  return rightOf(asked).letter === chosen;
}

/** What the answers of a quiz are worth: score, strength, and the lessons to reread. Pure. */

import type { QuizDocument } from "../base/documents.ts";
import { QUESTIONS } from "./bank.ts";
import type { Answer } from "./mark-answers.ts";
import { LESSONS } from "./question.ts";
import type { Difficulty, Lesson, Question } from "./question.ts";
import type { QuizSession } from "./quiz-session.ts";

const POINTS = { easy: 1, medium: 2, hard: 3 } as const satisfies Record<Difficulty, number>;
/** Shares of all points, from 0 to 1. */
const STRONG = 0.8;
const GROWING = 0.5;

/** How strong the pattern sits. */
export type Strength = "weak" | "growing" | "strong";

/** How the strength is found, in a sentence for learners. */
export const STRENGTH_RULE =
  `An easy question counts ${POINTS.easy} point, a medium one ${POINTS.medium}, a hard one ${POINTS.hard}: ` +
  `${STRONG * 100}% of the points and more is strong, ${GROWING * 100}% and more is growing, less is weak.`;

/** Right answers out of all questions. */
export interface Tally {
  readonly right: number;
  readonly total: number;
}

export interface Score extends Tally {
  readonly byDifficulty: Readonly<Record<Difficulty, Tally>>;
  /** The points, a hard question counting more; see `STRENGTH_RULE`. */
  readonly points: Tally;
  readonly strength: Strength;
}

/**
 * Counts a quiz. Unanswered questions count as not right.
 *
 * @param answers of `answersOf`
 */
export function scoreOf(answers: readonly Answer[]): Score {
  const points = tally(answers, (answer) => POINTS[answer.difficulty]);
  const of = (difficulty: Difficulty) => tally(answers.filter((answer) => answer.difficulty === difficulty));
  return {
    ...tally(answers),
    byDifficulty: { easy: of("easy"), medium: of("medium"), hard: of("hard") },
    points,
    strength: strengthOf(points),
  };
}

function tally(answers: readonly Answer[], worth: (answer: Answer) => number = () => 1): Tally {
  const sum = (some: readonly Answer[]) => some.reduce((total, answer) => total + worth(answer), 0);
  return { right: sum(answers.filter((answer) => answer.correct)), total: sum(answers) };
}

function strengthOf({ right, total }: Tally): Strength {
  // Multiplied rather than divided: a quiz without questions is weak, not NaN.
  if (right > 0 && right >= STRONG * total) return "strong";
  return right > 0 && right >= GROWING * total ? "growing" : "weak";
}

/** A lesson to reread, and the questions that ask for it. */
export interface Reread {
  readonly lesson: Lesson;
  readonly questions: readonly Question[];
}

/**
 * Which lessons to reread.
 *
 * @param answers of `answersOf`
 * @param questions the bank by id
 * @returns the lessons in the order of the course, each with the questions that were answered and missed, or
 *   not answered; empty if all answers were right
 */
export function rereads(
  answers: readonly Answer[],
  questions: ReadonlyMap<string, Question> = QUESTIONS,
): Reread[] {
  const missed = answers.flatMap((answer) => (answer.correct ? [] : (questions.get(answer.id) ?? [])));
  return LESSONS.map((lesson) => ({
    lesson,
    questions: missed.filter((question) => question.lesson === lesson),
  })).filter((reread) => reread.questions.length > 0);
}

/**
 * @param session the quiz
 * @param answers of `answersOf`; `chosen` is null for questions without an answer
 */
export function quizDocument(
  { part, kind, seed }: Pick<QuizSession, "part" | "kind" | "seed">,
  answers: readonly Answer[],
): QuizDocument {
  const { right, total, strength } = scoreOf(answers);
  return { schema: 1, kind, seed, score: right, total, answers: [...answers], strength, part };
}

/** Chooses the questions of one quiz by a seed and by what the learner answered before. Pure. */

import { NO_HISTORY } from "../workspace/quiz-progress.ts";
import type { QuizHistory, QuizKind } from "../workspace/quiz-progress.ts";
import { BANK } from "./bank.ts";
import { QUESTION_COUNTS } from "./question-counts.ts";
import { DIFFICULTIES } from "./question.ts";
import type { Question } from "./question.ts";
import { randomFrom, shuffled } from "./random.ts";
import type { Random } from "./random.ts";

/** How likely a question is drawn, in proportion to the others of its difficulty. */
const WEIGHTS = { missed: 6, unseen: 3, right: 1 } as const;

/**
 * Draws the questions of one quiz, from easy to hard. A strength test asks none of the last one's questions
 * while there are others; apart from that, what was answered right comes back less often than what is new,
 * and that less often than what was missed.
 *
 * @param kind how many of each difficulty, see `QUESTION_COUNTS`
 * @param seed any integer; the same seed, history and bank give the same questions in the same order
 * @param history with `NO_HISTORY` the seed alone decides
 * @param bank where to draw from
 */
export function draw(
  kind: QuizKind,
  seed: number,
  history: QuizHistory = NO_HISTORY,
  bank: readonly Question[] = BANK,
): Question[] {
  const random = randomFrom(seed);
  return DIFFICULTIES.flatMap((difficulty) => {
    const pool = bank.filter((question) => question.difficulty === difficulty);
    const order = kind === "test" ? freshFirst(pool, random, history) : byHistory(pool, random, history);
    return order.slice(0, QUESTION_COUNTS[kind][difficulty]);
  });
}

function freshFirst(pool: readonly Question[], random: Random, history: QuizHistory): Question[] {
  const order = byHistory(pool, random, history);
  const wasAsked = (question: Question) => history.lastTest.includes(question.id);
  return [...order.filter((question) => !wasAsked(question)), ...order.filter(wasAsked)];
}

function byHistory(pool: readonly Question[], random: Random, history: QuizHistory): Question[] {
  return shuffled(pool, random, (question) => WEIGHTS[history.questions[question.id] ?? "unseen"]);
}

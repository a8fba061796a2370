/** Chooses the questions of one quiz by a seed and by what the learner answered before. Pure. */

import { NO_HISTORY } from "../workspace/quiz-progress.ts";
import type { QuizHistory, QuizKind } from "../workspace/quiz-progress.ts";
import { BANKS } from "./bank.ts";
import { QUESTION_COUNTS } from "./question-counts.ts";
import { DIFFICULTIES } from "./question.ts";
import type { Question } from "./question.ts";
import { randomFrom, shuffled } from "./random.ts";
import type { Random } from "./random.ts";

/** How likely a question is drawn, in proportion to the others of its difficulty. */
const WEIGHTS = { missed: 6, unseen: 3, right: 1 } as const;

/**
 * Draws the questions of one quiz, from easy to hard, and no near twins together. A strength test asks none of the last
 * one's questions while there are others, and has code among its hard ones; apart from that, what was answered right
 * comes back less often than what is new, and that less often than what was missed.
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
  bank: readonly Question[] = BANKS.one,
): Question[] {
  const random = randomFrom(seed);
  const drawn: Question[] = [];
  for (const difficulty of DIFFICULTIES) {
    const pool = bank.filter((question) => question.difficulty === difficulty);
    const order = kind === "test" ? freshFirst(pool, random, history) : byHistory(pool, random, history);
    const isTwin = (question: Question) => drawn.some((other) => areTwins(question, other));
    const apart = withoutTwins(order.filter((question) => !isTwin(question)));
    const count = QUESTION_COUNTS[kind][difficulty];
    drawn.push(
      ...(kind === "test" && difficulty === "hard" ? someCode(apart, count) : apart.slice(0, count)),
    );
  }
  return drawn;
}

function areTwins(one: Question, other: Question): boolean {
  return one.twins !== undefined && one.twins === other.twins;
}

/** The first one of all twins. */
function withoutTwins(order: readonly Question[]): Question[] {
  return order.filter((question, place) => !order.slice(0, place).some((other) => areTwins(question, other)));
}

/** The first ones; where none of them shows code, the last of them makes room for the first one that does. */
function someCode(order: readonly Question[], count: number): Question[] {
  const first = order.slice(0, count);
  const code = order.find(({ snippet }) => snippet !== undefined);
  if (code === undefined || first.some(({ snippet }) => snippet !== undefined)) return first;
  return [...first.slice(0, -1), code];
}

function freshFirst(pool: readonly Question[], random: Random, history: QuizHistory): Question[] {
  const order = byHistory(pool, random, history);
  const wasAsked = (question: Question) => history.lastTest.includes(question.id);
  return [...order.filter((question) => !wasAsked(question)), ...order.filter(wasAsked)];
}

function byHistory(pool: readonly Question[], random: Random, history: QuizHistory): Question[] {
  return shuffled(pool, random, (question) => WEIGHTS[history.questions[question.id] ?? "unseen"]);
}

/** The quizzes that were left and can be taken up again. Pure. */

import type { Part } from "../check/step.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import { sessionFrom } from "./quiz-session.ts";
import type { QuizSession } from "./quiz-session.ts";

/** The most quizzes that wait at a time; the oldest gives way. */
const MOST = 6;

const isSame = (one: QuizSession, other: QuizSession) =>
  one.part === other.part &&
  one.kind === other.kind &&
  one.seed === other.seed &&
  one.asked.join() === other.asked.join();

/**
 * Reads the quizzes that wait to be finished from a progress file, which anyone may have edited.
 *
 * @param value what `JSON.parse` gave
 * @param known whether the bank has a question of this id
 * @returns those that can be taken up, the one left last at the end
 */
export function waitingFrom(value: unknown, known: (id: string) => boolean): QuizSession[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => sessionFrom(each, known) ?? []);
}

/** @returns what waits once this quiz has gone a step further: the quiz itself is the last, unless all is answered */
export function afterStep(waiting: readonly QuizSession[], session: QuizSession): QuizSession[] {
  const others = waiting.filter((other) => !isSame(other, session));
  return session.waiting.length === 0 ? others : [...others, session].slice(-MOST);
}

/**
 * The quiz to be taken up: the last one left of a part and a kind.
 *
 * @param begun the quiz that a seed draws, which is to be that very quiz; null: no seed was named
 */
export function toTakeUp(
  waiting: readonly QuizSession[],
  part: Part,
  kind: QuizKind,
  begun: QuizSession | null,
): QuizSession | undefined {
  return waiting.findLast((session) =>
    begun === null ? session.part === part && session.kind === kind : isSame(session, begun),
  );
}

/** Plays a quiz: puts one question after the other until it is finished or left. */

import { askedOf } from "./asked-question.ts";
import type { Asked } from "./asked-question.ts";
import type { Letter } from "./question.ts";
import { advance, current } from "./quiz-session.ts";
import type { QuizEvent, QuizSession } from "./quiz-session.ts";

/** Puts questions to a learner: on a screen, or line by line. */
export interface Asker {
  /** @param isLast whether no other question waits, so that a skip would lead back to it */
  ask(asked: Asked, isLast: boolean): Promise<QuizEvent>;
  /** @param chosen null: not answered */
  explain(asked: Asked, chosen: Letter | null, isLast: boolean): Promise<QuizEvent>;
}

/**
 * Goes through a quiz until it is finished or left. A learner who leaves after the last answer has finished it.
 *
 * @param session a quiz just begun or resumed
 * @param keep is handed the session whenever something has happened that should not be lost
 */
export async function play(
  session: QuizSession,
  asker: Asker,
  keep: (session: QuizSession) => void,
): Promise<QuizSession> {
  const isLast = session.waiting.length <= 1;
  const id = current(session);
  if (id !== undefined) {
    const next = advance(session, await asker.ask(askedOf(session, id), isLast));
    if (next.phase !== "left" && next !== session) keep(next);
    return play(next, asker, keep);
  }
  if (session.phase !== "explaining" || session.explained === null) return session;
  const chosen = session.given[session.explained] ?? null;
  const isOver = session.waiting.length === 0;
  const event = await asker.explain(askedOf(session, session.explained), chosen, isOver);
  return play(advance(session, isOver ? { type: "next" } : event), asker, keep);
}

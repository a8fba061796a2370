/** One run through a quiz as plain data, and what each event makes of it. Pure. */

import { isText, listOf, mapOf, oneOf, optional, orNull, record } from "../base/shape.ts";
import type { Shape } from "../base/shape.ts";
import type { Part } from "../check/step.ts";
import { isQuizKind } from "../workspace/quiz-progress.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import { LETTERS } from "./question.ts";
import type { Letter, Question } from "./question.ts";

/**
 * One run through a quiz. Plain data: it can be saved after every event and taken up again later.
 *
 * - `asking`: the first of `waiting` is on the screen.
 * - `explaining`: `explained` has just been answered, and its reasoning is on the screen.
 * - `left`: the learner has gone; `resume` takes it up again.
 * - `finished`: every question has had its turn.
 */
export interface QuizSession {
  /** Whose bank it was drawn from. */
  readonly part: Part;
  readonly kind: QuizKind;
  readonly seed: number;
  readonly phase: "asking" | "explaining" | "left" | "finished";
  /** The ids of all questions, in the order drawn. */
  readonly asked: readonly string[];
  /** The ids of those still to be answered, the next one first. */
  readonly waiting: readonly string[];
  /** The answers so far by question id; null: passed, without an answer. */
  readonly given: Readonly<Record<string, Letter | null>>;
  /** The id of the question whose reasoning is on the screen, in the phase `explaining` only. */
  readonly explained: string | null;
}

export type QuizEvent =
  /** The learner has chosen the option at this letter. */
  | { readonly type: "answer"; readonly letter: Letter }
  /** The question counts as unanswered and does not come back (no terminal: two lines that were no letter). */
  | { readonly type: "pass" }
  /** The learner wants to come back to this question after the others. */
  | { readonly type: "skip" }
  /** The learner has read the reasoning. */
  | { readonly type: "next" }
  | { readonly type: "leave" }
  | { readonly type: "resume" };

/**
 * Begins a quiz.
 *
 * @param kind what was drawn
 * @param seed by which it was drawn; it also decides the order of the options
 * @param questions of `draw`
 * @param part whose bank they were drawn from
 */
export function begin(
  kind: QuizKind,
  seed: number,
  questions: readonly Question[],
  part: Part = "one",
): QuizSession {
  const ids = questions.map((question) => question.id);
  return turn({ part, kind, seed, phase: "asking", asked: ids, waiting: ids, given: {}, explained: null });
}

/**
 * What comes after an event. An event that makes no sense in the session's phase changes nothing.
 *
 * @returns the next state; the very same object if nothing has changed
 */
export function advance(session: QuizSession, event: QuizEvent): QuizSession {
  const { phase } = session;
  switch (event.type) {
    case "answer":
      return phase === "asking" ? give(session, event.letter) : session;
    case "pass":
      return phase === "asking" ? give(session, null) : session;
    case "skip":
      return phase === "asking" ? skip(session) : session;
    case "next":
      return phase === "explaining" ? turn(session) : session;
    case "leave":
      return phase === "asking" || phase === "explaining"
        ? { ...session, phase: "left", explained: null }
        : session;
    case "resume":
      return phase === "left" ? turn(session) : session;
  }
}

/**
 * @returns the id of the question that is to be answered now; undefined in any other phase than `asking`
 */
export function current(session: QuizSession): string | undefined {
  return session.phase === "asking" ? session.waiting[0] : undefined;
}

function give(session: QuizSession, letter: Letter | null): QuizSession {
  const [id, ...waiting] = session.waiting;
  if (id === undefined) return session;
  const given = { ...session.given, [id]: letter };
  return { ...session, phase: "explaining", waiting, given, explained: id };
}

function skip(session: QuizSession): QuizSession {
  const [id, ...others] = session.waiting;
  // The last one left has nothing to wait for.
  if (id === undefined || others.length === 0) return session;
  return { ...session, waiting: [...others, id] };
}

/** The next question's turn, or the end if there is none. */
function turn(session: QuizSession): QuizSession {
  const phase = session.waiting.length > 0 ? "asking" : "finished";
  return { ...session, phase, explained: null };
}

const isInteger: Shape<number> = (value): value is number => Number.isSafeInteger(value);
type Saved = Pick<QuizSession, "kind" | "seed" | "asked" | "waiting" | "given"> & { part?: Part };
const isSaved = record<Saved>({
  // Absent in a file that was written before there was a part two.
  part: optional(oneOf<Part>("one", "two")),
  kind: isQuizKind,
  seed: isInteger,
  asked: listOf(isText),
  waiting: listOf(isText),
  given: mapOf(orNull(oneOf(...LETTERS))),
});

/**
 * Reads a saved session back. The file may have been edited, or come from a version with other questions:
 * a session that does not add up is given up rather than mended.
 *
 * @param value what `JSON.parse` gave
 * @param known whether the bank has a question of this id
 * @returns the session, left and ready for `resume`; null if there is none to be taken up
 */
export function sessionFrom(value: unknown, known: (id: string) => boolean): QuizSession | null {
  if (!isSaved(value)) return null;
  const { part = "one", kind, seed, asked, waiting, given } = value;
  const ids = [...waiting, ...Object.keys(given)].sort();
  const addsUp = ids.join() === [...asked].sort().join() && new Set(ids).size === ids.length;
  if (!addsUp || !asked.every(known) || waiting.length === 0) return null;
  return { part, kind, seed, phase: "left", asked, waiting, given, explained: null };
}

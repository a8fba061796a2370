import type { Answer } from "./mark-answers.ts";
import type { Kind } from "./kind.ts";
import { isRecord } from "../base/shape.ts";

/** What the learner's earlier quizzes left behind. Plain data, to be kept in the progress file. */
export interface History {
  /** How each question went when it was answered last; a question never answered is not in it. */
  readonly questions: Readonly<Record<string, "right" | "missed">>;
  /** The ids of all questions of the last strength test, answered or not. */
  readonly lastTest: readonly string[];
}

/** The history of somebody who has never done a quiz. */
export const NO_HISTORY: History = { questions: {}, lastTest: [] };

/**
 * Adds a quiz that has ended, by its last question or by the learner's leave.
 *
 * @param history is left as it is
 * @param kind the kind of the quiz
 * @param answers of `answersOf`: every question of the quiz
 */
export function remember(history: History, kind: Kind, answers: readonly Answer[]): History {
  const answered = answers
    .filter((answer) => answer.chosen !== null)
    .map((answer) => [answer.id, answer.correct ? "right" : "missed"] as const);
  return {
    questions: { ...history.questions, ...Object.fromEntries(answered) },
    lastTest: kind === "test" ? answers.map((answer) => answer.id) : history.lastTest,
  };
}

/**
 * Reads a history back from a progress file, which anybody may have edited.
 *
 * @param value what `JSON.parse` gave
 * @returns what of it makes sense; `NO_HISTORY` if nothing does
 */
export function historyFrom(value: unknown): History {
  if (!isRecord(value)) return NO_HISTORY;
  const { questions, lastTest } = value;
  return {
    questions: isRecord(questions) ? Object.fromEntries(Object.entries(questions).flatMap(outcome)) : {},
    lastTest: Array.isArray(lastTest) ? lastTest.filter((id) => typeof id === "string") : [],
  };
}

function outcome([id, value]: [string, unknown]): [string, "right" | "missed"][] {
  return value === "right" || value === "missed" ? [[id, value]] : [];
}

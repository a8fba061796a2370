/** What is kept of the learner's quizzes: results, the history of each question, quizzes that were left. Plain data. */

import { isCount, isRecord, isText, mapOf, oneOf, record } from "../base/shape.ts";
import type { Shape } from "../base/shape.ts";
import type { Part } from "../check/step.ts";

/** The kinds of quiz, in the order in which they are told. */
export const QUIZ_KINDS = ["practice", "test"] as const;
export type QuizKind = (typeof QUIZ_KINDS)[number];

/** A quiz as learners know it: `Strength test`, `Strength test on part two`. */
export function quizName(part: Part, kind: QuizKind): string {
  return (kind === "test" ? "Strength test" : "Practice quiz") + (part === "two" ? " on part two" : "");
}

/** The result of one quiz. */
export interface QuizResult {
  /** When it ended, in ISO 8601 and UTC. */
  readonly at: string;
  readonly score: number;
  readonly total: number;
  /** "weak", "growing" or "strong". */
  readonly strength: string;
}

/** What the learner's earlier quizzes left behind. */
export interface QuizHistory {
  /** How each question went when it was answered last; a question never answered is not in it. */
  readonly questions: Readonly<Record<string, "right" | "missed">>;
  /** The ids of all questions of the last strength test of each part, answered or not. */
  readonly lastTest: readonly string[];
}

/** By kind of quiz; a kind never finished is not in it. */
export interface QuizResults {
  readonly best: Readonly<Partial<Record<QuizKind, QuizResult>>>;
  readonly last: Readonly<Partial<Record<QuizKind, QuizResult>>>;
}

/** The results are those of part one. */
export interface QuizProgress extends QuizResults {
  /** Absent until a quiz on part two was finished. */
  readonly partTwo?: QuizResults;
  readonly history: QuizHistory;
  /** The quizzes that were left, for `waitingFrom` of src/quiz/unfinished-quizzes.ts to read; null where there are none. */
  readonly unfinished: unknown;
}

/** The history of a learner who has never done a quiz. */
export const NO_HISTORY: QuizHistory = { questions: {}, lastTest: [] };

const NO_RESULTS: QuizResults = { best: {}, last: {} };

export const NO_QUIZZES: QuizProgress = { ...NO_RESULTS, history: NO_HISTORY, unfinished: null };

/** The results of the quizzes on a part. */
export function resultsOf({ best, last, partTwo }: QuizProgress, part: Part): QuizResults {
  return part === "two" ? (partTwo ?? NO_RESULTS) : { best, last };
}

/**
 * A quiz was finished.
 *
 * @param history what src/quiz/history.ts makes of it
 */
export function withResult(
  progress: QuizProgress,
  part: Part,
  kind: QuizKind,
  result: QuizResult,
  history: QuizHistory,
): QuizProgress {
  const { best, last } = resultsOf(progress, part);
  const before = best[kind];
  const isBest = !before || result.score * before.total >= before.score * result.total;
  const results = {
    best: isBest ? { ...best, [kind]: result } : best,
    last: { ...last, [kind]: result },
  };
  const kept = { ...progress, history, unfinished: null };
  return part === "two" ? { ...kept, partTwo: results } : { ...kept, ...results };
}

export const isQuizKind = oneOf(...QUIZ_KINDS);

const isResult = record<QuizResult>({ at: isText, score: isCount, total: isCount, strength: isText });
const areResults: Shape<Partial<Record<QuizKind, QuizResult>>> = (
  value,
): value is Partial<Record<QuizKind, QuizResult>> =>
  mapOf(isResult)(value) && Object.keys(value).every(isQuizKind);

const areBoth = record<QuizResults>({ best: areResults, last: areResults });

/**
 * Reads back what a progress file, which anyone may have edited, keeps of the quizzes.
 *
 * @param value what `JSON.parse` gave
 * @returns null where it is broken
 */
export function quizProgressFrom(value: unknown): QuizProgress | null {
  if (!isRecord(value)) return null;
  const { best, last, partTwo, history, unfinished } = value;
  if (!areResults(best) || !areResults(last)) return null;
  const kept = { best, last, history: historyFrom(history), unfinished };
  return areBoth(partTwo) ? { ...kept, partTwo } : kept;
}

/**
 * Reads a history back.
 *
 * @param value what `JSON.parse` gave
 * @returns what of it makes sense; `NO_HISTORY` if nothing does
 */
export function historyFrom(value: unknown): QuizHistory {
  if (!isRecord(value)) return NO_HISTORY;
  const { questions, lastTest } = value;
  return {
    questions: isRecord(questions) ? Object.fromEntries(Object.entries(questions).flatMap(outcome)) : {},
    lastTest: Array.isArray(lastTest) ? lastTest.filter(isText) : [],
  };
}

function outcome([id, value]: [string, unknown]): [string, "right" | "missed"][] {
  return value === "right" || value === "missed" ? [[id, value]] : [];
}

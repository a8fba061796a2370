import type { Difficulty } from "./question.ts";

/** The two kinds of quiz, and how many questions of each difficulty they ask. */
export const KINDS = {
  practice: { easy: 2, medium: 2, hard: 1 },
  test: { easy: 4, medium: 3, hard: 3 },
} as const satisfies Record<string, Record<Difficulty, number>>;

export type Kind = keyof typeof KINDS;

export function isKind(value: unknown): value is Kind {
  return typeof value === "string" && Object.hasOwn(KINDS, value);
}

/** How many questions of each difficulty a quiz of each kind asks. */

import type { QuizKind } from "../workspace/quiz-progress.ts";
import type { Difficulty } from "./question.ts";

export const QUESTION_COUNTS = {
  practice: { easy: 2, medium: 2, hard: 1 },
  test: { easy: 4, medium: 3, hard: 3 },
} as const satisfies Record<QuizKind, Record<Difficulty, number>>;

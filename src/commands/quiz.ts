/** `quiz`: the practice quiz and the strength test. */

import { typed } from "../invocation.ts";
import { problem } from "../problem.ts";
import type { Context, Outcome } from "./context.ts";

export interface QuizOptions {
  test?: boolean;
  /** As typed. */
  seed?: string;
  json?: boolean;
}

export async function quiz(_options: QuizOptions, _context: Context): Promise<Outcome> {
  return problem("no-quiz-yet", "This version has no quiz yet.", typed("check"));
}

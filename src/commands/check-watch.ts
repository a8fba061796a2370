/** `check --watch`: checks again on every save. */

import type { Course } from "../course/course.ts";
import { typed } from "../invocation.ts";
import { problem } from "../problem.ts";
import type { Deadlines } from "../runner/host.ts";
import type { CheckOptions } from "./check.ts";
import type { Context, Outcome } from "./context.ts";

/** @param word the step as typed; undefined: the current one */
export async function watch(
  _word: string | undefined,
  _options: CheckOptions,
  _course: Course,
  _deadlines: Deadlines,
  _context: Context,
): Promise<Outcome> {
  return problem("no-watch-yet", "This version cannot watch yet.", typed("check"));
}

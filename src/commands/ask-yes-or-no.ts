/** Asks before a solution is shown or a file is replaced. */

import { problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { Context } from "./context.ts";

/**
 * Asks a yes-or-no question. Enter means no.
 *
 * @param again what to type where the learner cannot be asked
 */
export async function confirmed(
  context: Context,
  question: string,
  again: string,
): Promise<boolean | Problem> {
  if (!context.interactive) {
    return problem(
      "cannot-ask",
      `${question} Nobody can be asked here, because this is not a terminal.`,
      again,
    );
  }
  // It takes as long to load as everything else together, so it is loaded only to ask.
  const { default: confirm } = await import("@inquirer/confirm");
  return confirm({ message: question, default: false });
}

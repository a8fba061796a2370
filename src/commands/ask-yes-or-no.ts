/** Asks before a solution is shown or a file is replaced. */

import { problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { Context } from "./context.ts";

/**
 * Asks a yes-or-no question; the answer on Enter is no.
 *
 * @param again what to type where the learner cannot be asked
 */
export async function confirmed(
  context: Context,
  question: string,
  again: string,
): Promise<boolean | Problem> {
  if (!context.interactive) {
    return problem("cannot-ask", `${question} Nobody can be asked here, as this is no terminal.`, again);
  }
  // Loaded only to ask: it takes as long to load as everything else together.
  const { default: confirm } = await import("@inquirer/confirm");
  return confirm({ message: question, default: false });
}

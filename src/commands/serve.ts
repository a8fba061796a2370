/** `serve`: boots the learner's app on a port for curl or a browser. */

import { typed } from "../invocation.ts";
import { problem } from "../problem.ts";
import type { Context, Outcome } from "./context.ts";

export interface ServeOptions {
  /** As typed. */
  port?: string;
  file?: string;
}

/** @param word the step as typed; undefined: the current one */
export async function serve(
  _word: string | undefined,
  _options: ServeOptions,
  _context: Context,
): Promise<Outcome> {
  return problem("no-serve-yet", "This version cannot serve yet.", typed("check"));
}

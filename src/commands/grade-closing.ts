/** What `grade` and `grade merge` say in the end: what came of the run, and where to find it. */

import { join } from "node:path";
import { typed } from "../base/invocation.ts";
import { problem } from "../base/problem.ts";
import { shellWord } from "../base/shell.ts";
import { resultsName } from "../grading/open-run.ts";
import type { OpenRun } from "../grading/open-run.ts";
import { NOT_ISOLATED } from "../grading/run-header.ts";
import { openInWords, tallyOf } from "../grading/tally.ts";
import type { Context, Outcome } from "./context.ts";
import { tell } from "./show.ts";

/** The folder that is written into unless another is named. */
export const OUT = "grades";

/** @param out the run's folder as typed */
export function tellRun({ results, header }: OpenRun, out: string, context: Context): Outcome {
  const tally = tallyOf(results.briefs());
  const counts = tally.statuses.map(({ status, count }) => `${count} ${status}`).join(", ");
  const rows = tally.rows === 1 ? "1 row" : `${tally.rows} rows`;
  tell(context, `${rows}: ${counts || "none"}. ${tally.passed} pass.`);
  if (tally.causes.length > 0) tell(context, "The commonest mistakes:");
  for (const { cause, count } of tally.causes.slice(0, 5))
    context.print(`${String(count).padStart(5)}  ${cause}`);
  if (header.isolation === "none") context.warn(NOT_ISOLATED);
  const { shard } = header;
  const main = shard === null ? "grades.csv" : resultsName(header);
  if (shard === null) tell(context, `In ${out}: grades.csv, report.html, junit.xml, results.ndjson`);
  else {
    tell(context, `In ${out}: ${main}, shard ${shard.index} of ${shard.of}. Once all ${shard.of} are there:`);
    tell(context, `  ${typed(`grade merge ${shellWord(out)}`)}`);
  }
  const open = openInWords(tally);
  if (open === null) return "done";
  return problem(
    "incomplete",
    `Not everything that was handed in has a grade: ${open}.`,
    `Look into ${join(out, main)}, why; then give the same command again.`,
  );
}

/** `grade merge`: puts the shards of a class together that were graded apart. */

import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Course } from "../course/course.ts";
import { gatherShards, headerOfAll, mergeShards } from "../grading/merge-shards.ts";
import { openRun } from "../grading/open-run.ts";
import { rosterIn } from "../grading/shard-file.ts";
import { writeViews } from "../grading/write-views.ts";
import { writeProblem } from "../workspace/write-problem.ts";
import { fromHere } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { OUT, tellRun } from "./grade-closing.ts";

/** As typed. Any other option is refused. */
export interface MergeOptions {
  out?: string;
  allowMissing?: boolean;
}

const NEXT = "grade merge DIR... --out DIR";

/** @param words the folders that shards are in, as typed */
export function mergeGrades(
  words: readonly string[],
  { out = OUT, allowMissing = false, ...others }: MergeOptions,
  course: Course,
  context: Context,
): Outcome {
  if (words.length === 0)
    return problem("no-shards", "grade merge takes the folders that shards are in.", typed(NEXT));
  if (Object.keys(others).length > 0) {
    const message = "grade merge takes --out and --allow-missing alone: all else is fixed in the shards.";
    return problem("words-of-grade", message, typed(NEXT));
  }
  const folders: { name: string; path: string }[] = [];
  for (const name of words) {
    const path = fromHere(context, name);
    if (isProblem(path)) return path;
    folders.push({ name, path });
  }
  const folder = fromHere(context, out);
  if (isProblem(folder)) return folder;
  const { shards, faults, missing } = gatherShards(folders);
  const [first, ...rest] = shards;
  const lacking = missing.length === 0 ? [] : [missingInWords(missing)];
  if (!first || faults.length > 0 || (lacking.length > 0 && !allowMissing)) {
    const message = ["Nothing was put together.", ...faults, ...lacking].join(" ");
    const next = "Run what is missing or torn again with the same command, then merge.";
    return problem("bad-shards", message, next);
  }
  const run = openRun(folder, out, headerOfAll([first, ...rest]), false);
  if (isProblem(run)) return run;
  try {
    mergeShards(shards, run);
    writeViews(run, rosterIn(first.header), course, process.env["GITHUB_STEP_SUMMARY"] ?? null);
  } catch (error) {
    return writeProblem(error, out);
  }
  const outcome = tellRun(run, out, context);
  if (lacking.length === 0 || isProblem(outcome)) return outcome;
  return problem("incomplete", lacking.join(" "), "Run it, and merge again.");
}

function missingInWords(missing: readonly number[]): string {
  return missing.length === 1
    ? `Shard ${missing.join()} is missing.`
    : `Shards ${missing.slice(0, -1).join(", ")} and ${missing.slice(-1).join()} are missing.`;
}

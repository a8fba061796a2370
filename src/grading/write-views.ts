/** Writes what is made of results.ndjson: grades.csv, junit.xml, report.html, and GitHub's summary. */

import { appendFileSync, closeSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Course } from "../course/course.ts";
import { replaceFile } from "../workspace/write-file.ts";
import { gradesCsv } from "./grades-csv.ts";
import { junitXml } from "./junit.ts";
import type { OpenRun } from "./open-run.ts";
import type { MatchedRoster } from "./roster.ts";
import { reportPage } from "./report-page.ts";
import { stepSummary } from "./step-summary.ts";

/**
 * @param summary the file that GitHub reads the summary of a job from, absolute; null: there is none
 * @throws what node:fs throws
 */
export function writeViews(
  { folder, results, header: { isolation } }: OpenRun,
  roster: MatchedRoster | null,
  course: Course,
  summary: string | null,
): void {
  const rows = results.briefs();
  const write = (name: string, text: string) => replaceFile(join(folder, name), text, folder);
  write("grades.csv", gradesCsv(rows, roster, isolation));
  write("junit.xml", junitXml(rows, isolation));
  writePieces(join(folder, "report.html"), reportPage(results.rows(), rows, course, isolation));
  if (summary !== null && summary !== "") appendFileSync(summary, stepSummary(rows, isolation));
}

/** Writes a file (absolute) piece by piece: whole or not at all. */
function writePieces(path: string, pieces: Iterable<string>): void {
  const unfinished = `${path}.unfinished`;
  const target = openSync(unfinished, "w");
  try {
    for (const piece of pieces) writeSync(target, piece);
  } finally {
    closeSync(target);
  }
  renameSync(unfinished, path);
}

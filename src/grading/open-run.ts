/** Opens the folder of a run: a new one, or one to go on from. Another run's folder is left as it is. */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../base/alive.ts";
import { problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { shellWord } from "../base/shell.ts";
import { replaceFile, UNFINISHED } from "../workspace/write-file.ts";
import { exists, writeProblem } from "../workspace/write-problem.ts";
import { ResultsFile } from "./results-file.ts";
import { isRunHeader, isSameRun, judgesAlike } from "./run-header.ts";
import type { RunHeader } from "./run-header.ts";

export interface OpenRun {
  /** Absolute. */
  folder: string;
  results: ResultsFile;
  header: RunHeader;
  /** What was graded before is still right, as far as the submissions are unchanged. */
  reusable: boolean;
}

/** The name of the file that a run's rows are in. */
export function resultsName({ shard }: Pick<RunHeader, "shard">): string {
  return shard ? `shard-${shard.index}-of-${shard.of}.ndjson` : "results.ndjson";
}

/** Beside results.ndjson: whose rows these are. A shard says so in its first line. */
const HEADER = "run.json";

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/**
 * @param folder absolute
 * @param name as it was typed
 * @param regrade forget what was graded before
 */
export function openRun(
  folder: string,
  name: string,
  header: RunHeader,
  regrade: boolean,
): OpenRun | Problem {
  try {
    mkdirSync(folder, { recursive: true });
    const lock = lockFolder(folder, name, header);
    if (lock) return lock;
    if (!header.shard) removeUnfinished(folder);
    const path = join(folder, resultsName(header));
    const isNew = !existsSync(path);
    const stranger = isNew && header.shard === null && existsSync(join(folder, "grades.csv"));
    if (stranger) return otherRun(name, "holds a grades.csv that is not of refresh-tutor");
    if (regrade) rmSync(path, { force: true });
    const results = new ResultsFile(path);
    const before = header.shard ? results.header : parsed(join(folder, HEADER));
    const known = isRunHeader(before) ? before : null;
    if (!results.isEmpty && !regrade && (known === null || !isSameRun(known, header))) {
      results.close();
      return otherRun(
        name,
        known === null ? "holds results of nobody knows which run" : `holds the run of ${toldOf(known)}`,
      );
    }
    const reusable = known !== null && judgesAlike(known, header);
    // A run that is killed under the new header must not find rows of the old one.
    if (!reusable) results.empty();
    if (!header.shard) replaceFile(join(folder, HEADER), `${JSON.stringify(header, null, 2)}\n`, folder);
    else if (results.isEmpty) results.begin(header);
    return { folder, results, header, reusable };
  } catch (error) {
    return writeProblem(error, name);
  }
}

/** Removes what a run that was killed was just writing. The folder is locked. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(UNFINISHED) || name.endsWith(".unfinished"))
      rmSync(join(folder, name), { force: true });
  }
}

function toldOf({ names, step, shard }: RunHeader): string {
  const part = shard ? `, shard ${shard.index} of ${shard.of}` : "";
  return `${names.join(", ")}, ${step === null ? "each step" : `step ${step}`}${part}`;
}

function otherRun(name: string, what: string): Problem {
  return problem(
    "other-run",
    `${name} ${what}: nothing was changed in it.`,
    `Name another folder with --out DIR, or delete it: rm -r ${shellWord(name)}`,
  );
}

/** One process at a time grades into a folder; the lock of a process that has ended counts for nothing. */
function lockFolder(folder: string, name: string, header: RunHeader): Problem | null {
  const lock = join(folder, `.${resultsName(header)}.lock`);
  const take = () => {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      process.on("exit", () => rmSync(lock, { force: true }));
      return true;
    } catch (error) {
      if (exists(error)) return false;
      throw error;
    }
  };
  if (take()) return null;
  const holder = Number.parseInt(readFileSync(lock, "utf8"), 10);
  if (!(holder > 0 && isAlive(holder))) {
    rmSync(lock, { force: true });
    if (take()) return null;
  }
  const message = `Another refresh-tutor (process ${holder}) is grading into ${name}.`;
  return problem("locked", message, `Wait for it. If there is none: rm ${shellWord(lock)}`);
}

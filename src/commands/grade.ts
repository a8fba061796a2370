/** `grade`: checks a whole class of submissions, and writes what came of it into a folder. */

import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { shellWord } from "../base/shell.ts";
import { loadCourse } from "../course/course.ts";
import { table } from "../drawing/bars.ts";
import { findBoxes } from "../grading/box.ts";
import type { BoxMaker } from "../grading/box.ts";
import { checkerWith } from "../grading/check-submission.ts";
import type { Task } from "../grading/check-submission.ts";
import { gradeClass } from "../grading/grade-class.ts";
import { openRun } from "../grading/open-run.ts";
import { planRun } from "../grading/plan.ts";
import type { Plan } from "../grading/plan.ts";
import { packagesLacking } from "../grading/packages.ts";
import { progressLine, rowLine } from "../grading/progress-line.ts";
import { recogniseSubmissions } from "../grading/recognise.ts";
import { matchRoster, readRoster } from "../grading/roster.ts";
import type { MatchedRoster } from "../grading/roster.ts";
import { inOrder, keyOf, nameBeside } from "../grading/row.ts";
import type { Row } from "../grading/row.ts";
import { headerOf } from "../grading/run-header.ts";
import type { Shard } from "../grading/run-header.ts";
import { planOfShard, readShard } from "../grading/shard.ts";
import { writeViews } from "../grading/write-views.ts";
import { writeProblem } from "../workspace/write-problem.ts";
import { fromHere } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { OUT, tellRun } from "./grade-closing.ts";
import { mergeGrades } from "./grade-merge.ts";
import type { MergeOptions } from "./grade-merge.ts";
import { tell } from "./show.ts";
import { namedStep } from "./step-and-workspace.ts";

/** As typed. */
export interface GradeOptions extends MergeOptions {
  step?: string;
  jobs?: string;
  roster?: string;
  modules?: string;
  isolate?: string;
  shard?: string;
  regrade?: boolean;
  list?: boolean;
}

/** The first word where shards are to be put together. A folder of that name is ./merge. */
const MERGE = "merge";
const MOST_JOBS = 64;

export async function grade(
  words: readonly string[],
  options: GradeOptions,
  context: Context,
): Promise<Outcome> {
  const course = loadCourse();
  if (words[0] === MERGE) return mergeGrades(words.slice(1), options, course, context);
  if (options.allowMissing) {
    const next = typed("grade merge DIR... --out DIR --allow-missing");
    return problem("not-merging", "--allow-missing goes with grade merge alone.", next);
  }
  const paths: string[] = [];
  for (const word of words) {
    const path = fromHere(context, word);
    if (isProblem(path)) return path;
    paths.push(path);
  }
  const step =
    options.step === undefined
      ? null
      : namedStep(course, `grade ${words.map(shellWord).join(" ")} --step`, options.step);
  if (isProblem(step)) return step;
  const jobs = jobsFrom(options.jobs);
  if (isProblem(jobs)) return jobs;
  const shard = options.shard === undefined ? null : shardFrom(options.shard);
  if (isProblem(shard)) return shard;
  const modules = modulesFrom(options.modules, context);
  if (isProblem(modules)) return modules;
  const out = options.out ?? OUT;
  const folder = fromHere(context, out);
  if (isProblem(folder)) return folder;
  const submissions = recogniseSubmissions(paths, folder);
  if (isProblem(submissions)) return submissions;
  const file = options.roster === undefined ? null : fromHere(context, options.roster);
  if (isProblem(file)) return file;
  const read = file === null ? null : readRoster(file, options.roster ?? "");
  if (isProblem(read)) return read;
  const roster = read && matchRoster(read, submissions);
  const whole = planRun(submissions, step, course, roster);
  const plan = shard === null ? whole : planOfShard(whole, shard);
  if (roster) tellRoster(roster, submissions.length, context);
  if (options.list) return list(plan, modules, context);

  const boxes = boxesFrom(options.isolate ?? "auto");
  if (isProblem(boxes)) return boxes;

  const keys = [
    ...whole.tasks.map((task) => ({ id: task.submission.id, step: task.step.number })),
    ...whole.decided,
  ]
    .sort(inOrder)
    .map(keyOf);
  const facts = {
    step,
    paths,
    roster: read && JSON.stringify([read.columns, read.records]),
    modules,
    isolation: boxes === null ? ("none" as const) : ("bwrap" as const),
    shard,
    keys,
    count: plan.tasks.length + plan.decided.length,
  };
  const run = openRun(folder, out, headerOf(facts), options.regrade ?? false);
  if (isProblem(run)) return run;
  try {
    await gradeClass(
      plan,
      run,
      roster,
      course,
      jobs,
      checkerWith(modules, boxes),
      watching(plan, out, context),
    );
    if (shard === null) writeViews(run, roster, course, process.env["GITHUB_STEP_SUMMARY"] ?? null);
  } catch (error) {
    return writeProblem(error, out);
  }
  return tellRun(run, out, context);
}

function shardFrom(word: string): Shard | Problem {
  const shard = readShard(word);
  const message = `--shard takes i/n, such as 2/4 for the second of four, not "${word}".`;
  return shard ?? problem("bad-shard", message, typed("grade PATH --shard 1/4"));
}

function jobsFrom(word: string | undefined): number | Problem {
  // Most of a check is waiting: for a boot, for an answer, for a deadline.
  if (word === undefined) return Math.min(MOST_JOBS, 2 * availableParallelism());
  const jobs = /^\d+$/.test(word) ? Number(word) : 0;
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  return problem(
    "bad-jobs",
    `--jobs takes a number from 1 to ${MOST_JOBS}, not "${word}".`,
    typed("grade PATH --jobs 2"),
  );
}

/** What makes the boxes that submissions run in; null: they are to run without. */
function boxesFrom(word: string): BoxMaker | null | Problem {
  if (word === "none") return null;
  if (word !== "auto" && word !== "bwrap") {
    const next = typed("grade PATH --isolate auto");
    return problem("bad-isolation", `--isolate takes auto, bwrap or none, not "${word}".`, next);
  }
  const boxes = findBoxes();
  if ("boxFor" in boxes) return boxes;
  const without = word === "auto" ? "; or, for programs that you trust, grade with --isolate none" : "";
  return problem("no-isolation", `Nothing was graded. ${boxes.why}`, `${boxes.remedy}${without}.`);
}

/** The folder node_modules (absolute) that is meant by `--modules`: it, or the one in it. */
function modulesFrom(word: string | undefined, context: Context): string | null | Problem {
  if (word === undefined) return null;
  const folder = fromHere(context, word);
  if (isProblem(folder)) return folder;
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const inside = join(folder, "node_modules");
  if (isFolder(inside)) return inside;
  if (isFolder(folder)) return folder;
  return problem(
    "no-modules",
    `There is no folder ${word} to take packages from.`,
    `mkdir ${shellWord(word)}, and npm install in it`,
  );
}

function tellRoster(
  { column, recordOf, records }: MatchedRoster,
  submissions: number,
  context: Context,
): void {
  const found = `${recordOf.size} of ${submissions} submissions are on the roster of ${records.length}`;
  context.warn(`${found}, matched by its column "${column.name}".`);
}

async function list({ tasks, decided }: Plan, modules: string | null, context: Context): Promise<Outcome> {
  const lacking = new Map<Task, string[]>();
  for (const task of tasks) lacking.set(task, await packagesLacking(task.submission, task.file, modules));
  const rows = [
    ...tasks.map((task) => {
      const { submission, step, file } = task;
      const { id, shape, late } = submission;
      const packages = lacking.get(task) ?? [];
      const needs = packages.length === 0 ? "" : `needs-package: ${packages.join(", ")}`;
      const told = `${file.name}${late ? " (late)" : ""}`;
      const cells = [id, nameBeside(submission), shape, `step ${step.number}`, told, needs];
      return { id, step: step.number, cells };
    }),
    ...decided.map((row) => {
      const { id, step, status, why } = row;
      const cells = [id, nameBeside(row), status, step === null ? "no step" : `step ${step}`, why ?? ""];
      return { id, step, cells };
    }),
  ].sort(inOrder);
  // Every sentence is shown whole: a terminal breaks what does not fit.
  context.print(
    table(
      rows.map(({ cells }) => cells),
      { ...context.canvas, width: Number.MAX_SAFE_INTEGER },
    ),
  );
  const needy = [...lacking.values()].filter((names) => names.length > 0).length;
  const packages = needy === 0 ? "" : `; ${needy} first ${needy === 1 ? "needs" : "need"} --modules`;
  tell(context, "", `${tasks.length} to be graded, ${decided.length} not${packages}. Nothing was run.`);
  return "done";
}

/** Tells how far a run is: in a terminal a bar below the verdicts, elsewhere nothing until it is done. */
function watching({ tasks, decided }: Plan, out: string, context: Context) {
  const { retype, canvas } = context;
  const total = tasks.length;
  let done = 0;
  let begun = performance.now();
  let before = 0;
  const bar = () =>
    retype?.(progressLine({ done, total: total - before, elapsed: performance.now() - begun }, canvas));
  const stopped = (code: number) => {
    if (code !== 130) return;
    retype?.("");
    const all = before + done;
    context.warn(
      `Stopped: ${all} of ${total} are graded and kept in ${out}. The same command goes on from there.`,
    );
  };
  return {
    begin(known: number, open: number) {
      before = known;
      begun = performance.now();
      if (known > 0) context.warn(`${known} of ${total} were graded before and are unchanged.`);
      if (open > 0) process.once("exit", stopped);
      for (const row of decided) if (retype) context.warn(rowLine(row, canvas));
      if (open > 0) bar();
    },
    tell(row: Row) {
      done += 1;
      if (!retype) return;
      retype("");
      context.warn(rowLine(row, canvas));
      if (before + done < total) bar();
      else process.off("exit", stopped);
    },
  };
}

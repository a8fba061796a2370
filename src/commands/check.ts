/** `check`: boots the learner's app, sends requests to it, says what holds and why the rest does not. */

import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import { checkFile } from "../check/check-file.ts";
import type { Step } from "../check/step.ts";
import { verdictJson, verdictsJson } from "../check/verdict/json.ts";
import type { Verdict } from "../check/verdict/verdict.ts";
import { loadCourse } from "../course/course.ts";
import { recordVerdict } from "../workspace/record-verdict.ts";
import { jobFor } from "./check-job.ts";
import type { Job } from "./check-job.ts";
import { printJson } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { deadlinesFor } from "./timeout-option.ts";
import { namesInDocument, namesOnScreen, partNamed } from "./step-and-workspace.ts";
import { showDiagram, showNext, showVerdict, sourceOf } from "./show.ts";
import { whileWaiting } from "./while-waiting.ts";

export interface CheckOptions {
  file?: string;
  all?: boolean;
  /** As typed. */
  part?: string;
  watch?: boolean;
  diagram?: boolean;
  json?: boolean;
  /** As typed, ms. */
  timeout?: string;
}

/** @param word the step as typed; undefined: the current one */
export async function check(
  word: string | undefined,
  options: CheckOptions,
  context: Context,
): Promise<Outcome> {
  if (word !== undefined && options.all) {
    return problem("step-and-all", "A step and --all cannot go together.", typed("check --all"));
  }
  if (options.watch && (options.all || options.json)) {
    const other = options.all ? "--all" : "--json";
    return problem("watch-alone", `--watch and ${other} cannot go together.`, typed("check --watch"));
  }
  const deadlines = deadlinesFor(options.timeout);
  if (isProblem(deadlines)) return deadlines;
  const part = partNamed(options.part, options.all ? "check --all" : "check");
  if (isProblem(part)) return part;
  const course = loadCourse();
  const { file, all = false } = options;
  const job = jobFor({ word, file, all, part }, course, deadlines, context);
  if (isProblem(job)) return job;
  if (options.watch) {
    const { watchJob } = await import("./check-watch.ts");
    return watchJob(job, context);
  }
  return options.json ? printDocument(job, options, context) : printVerdicts(job, options, context);
}

/** Checks one after the other. Two at once would slow each other down, and could miss their deadlines. */
async function* verdictsOf(
  { tasks, deadlines }: Job,
  wait: (step: Step, work: Promise<Verdict>) => Promise<Verdict> = (_step, work) => work,
): AsyncGenerator<Verdict> {
  for (const { step, file } of tasks) yield await wait(step, checkFile(step, file, deadlines));
}

async function printDocument(job: Job, options: CheckOptions, context: Context): Promise<Outcome> {
  const verdicts: Verdict[] = [];
  for await (const verdict of verdictsOf(job)) {
    verdicts.push(verdict);
    const trouble = job.workspace && recordVerdict(job.workspace, job.course, verdict, sourceOf).trouble;
    if (trouble) context.warn(`${trouble.message} ${trouble.next}`);
  }
  const [first] = verdicts;
  const root = job.workspace?.root ?? null;
  const nameFile = namesInDocument(context, root, first?.file);
  if (options.all || !first) printJson(context, verdictsJson(verdicts, nameFile));
  else printJson(context, verdictJson(first, nameFile));
  return verdicts.every(({ passed }) => passed) ? "done" : "falls-short";
}

async function printVerdicts(job: Job, options: CheckOptions, context: Context): Promise<Outcome> {
  let passed = true;
  const root = job.workspace?.root ?? null;
  const wait = ({ number }: Step, work: Promise<Verdict>) =>
    whileWaiting(context, `Checking step ${number}`, work);
  for await (const verdict of verdictsOf(job, wait)) {
    passed &&= verdict.passed;
    const { step, file } = verdict;
    const recorded = job.workspace && recordVerdict(job.workspace, job.course, verdict, sourceOf);
    const nameFile = namesOnScreen(context, root, file);
    showVerdict(context, verdict, nameFile, job.onFile);
    if (options.diagram) showDiagram(context, verdict);
    const isLast = job.tasks.at(-1)?.step === step;
    if (!isLast) context.print("");
    else if (recorded && verdict.passed) showNext(context, job.course, step, recorded, nameFile);
    if (recorded?.trouble) context.warn(`${recorded.trouble.message} ${recorded.trouble.next}`);
  }
  return passed ? "done" : "falls-short";
}

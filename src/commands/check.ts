/** `check`: boots the learner's app, drives it, says what holds and why the rest does not. */

import { checkFile } from "../check/check-file.ts";
import { loadCourse } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import type { Step } from "../check/step.ts";
import { typed } from "../base/invocation.ts";
import { shellWord } from "../base/shell.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { Deadlines } from "../check/runner/host.ts";
import { verdictJson, verdictsJson } from "../check/verdict/json.ts";
import type { Verdict } from "../check/verdict/verdict.ts";
import { learnerFile } from "../workspace/step-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { fromHere, printJson } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { deadlinesFor } from "./deadlines.ts";
import { fileTrouble, handedIn } from "./checked-file.ts";
import { namedStep, namesInDocument, namesOnScreen, openHere, stepMeant } from "./here.ts";
import { record } from "../workspace/record-verdict.ts";
import { showDiagram, showNext, showVerdict } from "./show.ts";
import { whileWaiting } from "./while-waiting.ts";

export interface CheckOptions {
  file?: string;
  all?: boolean;
  watch?: boolean;
  diagram?: boolean;
  json?: boolean;
  /** As typed, ms. */
  timeout?: string;
}

/** What is to be checked: a file (absolute) against each of some steps. */
export interface Job {
  course: Course;
  tasks: readonly { step: Step; file: string }[];
  /** Where to record what comes of it; null: nowhere. */
  workspace: Workspace | null;
  deadlines: Deadlines;
  /** The command that checks a step once more. */
  again(step: Step): string;
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
  const course = loadCourse();
  const job =
    options.file === undefined
      ? jobInWorkspace(word, options, course, deadlines, context)
      : jobForFile(options.file, word, options, course, deadlines, context);
  if (isProblem(job)) return job;
  if (options.watch) {
    const { watchJob } = await import("./check-watch.ts");
    return watchJob(job, context);
  }
  return options.json ? printDocument(job, options, context) : printVerdicts(job, options, context);
}

function jobInWorkspace(
  word: string | undefined,
  options: CheckOptions,
  course: Course,
  deadlines: Deadlines,
  context: Context,
): Job | Problem {
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  const meant = stepMeant(course, "check", word, workspace);
  if (isProblem(meant)) return meant;
  const begun = course.steps.filter((step) => learnerFile(workspace.root, step) !== null);
  const steps = options.all && begun.length > 0 ? begun : [meant];
  const tasks: { step: Step; file: string }[] = [];
  for (const step of steps) {
    const file = handedIn(workspace, course, step, namesOnScreen(context, workspace.root));
    if (isProblem(file)) return file;
    tasks.push({ step, file });
  }
  return { course, tasks, workspace, deadlines, again: ({ number }) => typed(`check ${number}`) };
}

function jobForFile(
  path: string,
  word: string | undefined,
  options: CheckOptions,
  course: Course,
  deadlines: Deadlines,
  context: Context,
): Job | Problem {
  const file = fromHere(context, path);
  if (isProblem(file)) return file;
  const steps = options.all ? course.steps : stepOfFile(word, path, course, context);
  if (isProblem(steps)) return steps;
  const checking = (step: string, name: string) => typed(`check ${step} --file ${shellWord(name)}`);
  const trouble = fileTrouble(file, namesOnScreen(context, null, file), (name) =>
    checking(word ?? "1", name),
  );
  if (trouble) return trouble;
  const tasks = steps.map((step) => ({ step, file }));
  return { course, tasks, workspace: null, deadlines, again: ({ number }) => checking(String(number), path) };
}

/** The step that a file is checked against: the named one, else the workspace's current one. */
function stepOfFile(
  word: string | undefined,
  path: string,
  course: Course,
  context: Context,
): Step[] | Problem {
  if (word !== undefined) {
    const step = namedStep(course, "check", word);
    return isProblem(step) ? step : [step];
  }
  const workspace = openHere(context, course);
  if (isProblem(workspace)) {
    if (workspace.id !== "no-workspace") return workspace;
    return problem(
      "which-step",
      "There is no workspace here to tell which step the file is for.",
      typed(`check 1 --file ${shellWord(path)}`),
    );
  }
  const step = stepMeant(course, "check", undefined, workspace);
  return isProblem(step) ? step : [step];
}

/** Checks one after the other: two at once would slow each other down and could miss their deadlines. */
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
    const trouble = job.workspace && record(job.workspace, job.course, verdict).trouble;
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
    const recorded = job.workspace && record(job.workspace, job.course, verdict);
    const nameFile = namesOnScreen(context, root, file);
    showVerdict(context, verdict, nameFile, job.again(step));
    if (options.diagram) showDiagram(context, verdict);
    const isLast = job.tasks.at(-1)?.step === step;
    if (!isLast) context.print("");
    else if (recorded && verdict.passed) showNext(context, job.course, step, recorded, nameFile);
    if (recorded?.trouble) context.warn(`${recorded.trouble.message} ${recorded.trouble.next}`);
  }
  return passed ? "done" : "falls-short";
}

/** What `check` has to do: which files, against which steps, and where the verdicts are recorded. */

import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { shellWord } from "../base/shell.ts";
import type { Deadlines } from "../check/runner/host.ts";
import type { Step } from "../check/step.ts";
import type { Course } from "../course/course.ts";
import { learnerFile } from "../workspace/step-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { fileTrouble, handedIn } from "./checked-file.ts";
import { fromHere } from "./context.ts";
import type { Context } from "./context.ts";
import { namedStep, namesOnScreen, openHere, stepMeant } from "./here.ts";

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

/** What was typed after `check`. */
interface Typed {
  /** The step; undefined: the current one. */
  word: string | undefined;
  /** `--file`. */
  file: string | undefined;
  /** `--all`. */
  all: boolean;
}

export function jobFor(
  { word, file, all }: Typed,
  course: Course,
  deadlines: Deadlines,
  context: Context,
): Job | Problem {
  return file === undefined
    ? jobInWorkspace(word, all, course, deadlines, context)
    : jobForFile(file, word, all, course, deadlines, context);
}

function jobInWorkspace(
  word: string | undefined,
  all: boolean,
  course: Course,
  deadlines: Deadlines,
  context: Context,
): Job | Problem {
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  const meant = stepMeant(course, "check", word, workspace);
  if (isProblem(meant)) return meant;
  const begun = course.steps.filter((step) => learnerFile(workspace.root, step) !== null);
  const steps = all && begun.length > 0 ? begun : [meant];
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
  all: boolean,
  course: Course,
  deadlines: Deadlines,
  context: Context,
): Job | Problem {
  const file = fromHere(context, path);
  if (isProblem(file)) return file;
  const steps = all ? course.steps : stepOfFile(word, path, course, context);
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

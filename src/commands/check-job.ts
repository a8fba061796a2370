/** Works out what `check` has to do: which files, against which steps, and where to record the verdicts. */

import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { shellWord } from "../base/shell.ts";
import type { Deadlines } from "../check/deadlines.ts";
import type { Step } from "../check/step.ts";
import { stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { currentStep, currentStepOf } from "../workspace/progress.ts";
import { learnerFile } from "../workspace/step-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { fileTrouble, handedIn } from "./checked-file.ts";
import { fromHere } from "./context.ts";
import type { Context } from "./context.ts";
import { namedStep, namesOnScreen, openHere, stepMeant } from "./step-and-workspace.ts";
import type { Parts } from "./step-and-workspace.ts";

/** A file (absolute) and the steps that it is checked against, for each file. */
export interface Job {
  course: Course;
  tasks: readonly { step: Step; file: string }[];
  /** Where to record the verdicts; null: nowhere. */
  workspace: Workspace | null;
  deadlines: Deadlines;
  /** What follows a step in a command about the checked file, such as " --file app.js"; "" in a workspace. */
  onFile: string;
}

/** What was typed after `check`. */
interface Typed {
  /** The step; undefined: the current one. */
  word: string | undefined;
  /** `--file`. */
  file: string | undefined;
  /** `--all`. */
  all: boolean;
  /** `--part`; null: the one that the learner is in. */
  part: Parts | null;
}

export function jobFor(
  typedWords: Typed,
  course: Course,
  deadlines: Deadlines,
  context: Context,
): Job | Problem {
  const { word, file, all, part } = typedWords;
  if (part !== null && word !== undefined) {
    return problem("step-and-part", "A step and --part cannot go together.", typed(`check ${word}`));
  }
  if (part === "all" && !all) {
    return problem("all-parts", "--part all goes with --all.", typed("check --all --part all"));
  }
  return file === undefined
    ? jobInWorkspace(typedWords, course, deadlines, context)
    : jobForFile(file, typedWords, course, deadlines, context);
}

function jobInWorkspace(
  { word, all, part }: Typed,
  course: Course,
  deadlines: Deadlines,
  context: Context,
): Job | Problem {
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  const { root, progress } = workspace;
  const meant =
    part === null || part === "all"
      ? stepMeant(course, "check", word, workspace)
      : currentStepOf(progress, course, part);
  if (isProblem(meant)) return meant;
  const wanted = stepsOf(course, part ?? currentStep(progress, course).part);
  const begun = wanted.filter((step) => learnerFile(root, step) !== null);
  const steps = all && begun.length > 0 ? begun : [meant];
  const tasks: { step: Step; file: string }[] = [];
  for (const step of steps) {
    const file = handedIn(workspace, course, step, namesOnScreen(context, root));
    if (isProblem(file)) return file;
    tasks.push({ step, file });
  }
  return { course, tasks, workspace, deadlines, onFile: "" };
}

function jobForFile(
  path: string,
  { word, all, part }: Typed,
  course: Course,
  deadlines: Deadlines,
  context: Context,
): Job | Problem {
  const file = fromHere(context, path);
  if (isProblem(file)) return file;
  const on = (name: string) => ` --file ${shellWord(name)}`;
  const checking = (step: string, name: string) => typed(`check ${step}${on(name)}`);
  const again = (name: string) => checking(all ? `--all --part ${part ?? "one"}` : (word ?? "1"), name);
  if (all && (part === null || part === "all")) {
    const why = "No file passes both parts: part two turns round some of what part one asks for.";
    return problem("which-part", why, checking("--all --part one", path));
  }
  const steps = all && part !== null ? stepsOf(course, part) : stepOfFile(word, part, path, course, context);
  if (isProblem(steps)) return steps;
  const trouble = fileTrouble(file, namesOnScreen(context, null, file), again);
  if (trouble) return trouble;
  const tasks = steps.map((step) => ({ step, file }));
  return { course, tasks, workspace: null, deadlines, onFile: on(path) };
}

/** The step that a file is checked against: the named one, else the workspace's current one (of the named part). */
function stepOfFile(
  word: string | undefined,
  part: Parts | null,
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
  const { progress } = workspace;
  const named = part !== null && part !== "all" ? part : currentStep(progress, course).part;
  return [currentStepOf(progress, course, named)];
}
